"""Selections of countries and the pages that tell about them."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Subquery

from iclds.core.page_privacy import visible_pages
from iclds.registers.models import Country
from programmes.country_lists import ListedCountry, listed_country

if TYPE_CHECKING:
    from programmes.models import ProgrammeCountry


def country_page_path(country: str, language: str) -> Subquery:
    """Internal path of the visible page about the country in the outer column `country`, in a language."""
    pages = visible_pages(apps.get_model("programmes", "CountryPage").objects.all())
    return Subquery(pages.filter(country=OuterRef(country), locale__language_code=language).values("url_path")[:1])


class ProgrammeCountryQuerySet(models.QuerySet["ProgrammeCountry"]):
    def listed(self, year: int, language: str) -> list[ListedCountry]:
        """One entry a country, with its standing in `year` and the way to its page; one query."""
        rows = self.select_related("country").annotate(page_path=country_page_path("country", language))
        periods: dict[int, list[ProgrammeCountry]] = {}
        for row in rows:
            periods.setdefault(row.country_id, []).append(row)
        return [listed_country(found[0].country, found, year, found[0].page_path) for found in periods.values()]


def listed_countries(year: int, language: str) -> list[ListedCountry]:
    """Every country of a region, with its standing in `year` and the way to its page; two queries."""
    countries = (
        Country.objects.exclude(region="")
        .annotate(page_path=country_page_path("pk", language))
        .prefetch_related("programme_years")
    )
    return [listed_country(country, country.programme_years.all(), year, country.page_path) for country in countries]
