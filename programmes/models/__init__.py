"""Models by subject; importers need not know which file holds one."""

from programmes.models.countries import CountryIndexPage, CountryPage
from programmes.models.faq import FAQPage
from programmes.models.pages import GuidancePage, ProgrammePage
from programmes.models.programmes import ApplicationRound, Programme, ProgrammeCountry

__all__ = [
    "ApplicationRound",
    "CountryIndexPage",
    "CountryPage",
    "FAQPage",
    "GuidancePage",
    "Programme",
    "ProgrammeCountry",
    "ProgrammePage",
]
