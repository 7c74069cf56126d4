"""A whole little site: both home pages, the sections that they have, and one programme."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from programmes.models import Programme
from tests.factories.pages import (
    CountryIndexPageFactory,
    HomePageFactory,
    KnowledgeCentrePageFactory,
    NewsIndexPageFactory,
    ProgrammePageFactory,
    ProjectIndexPageFactory,
    in_both_trees,
)
from tests.factories.programmes import ProgrammeFactory

Versions = dict[str, Any]


@dataclass(frozen=True)
class LittleSite:
    """The site's pages, each by language: `site.news["sv"]`."""

    home: Versions
    programme_page: Versions
    countries: Versions
    projects: Versions
    knowledge: Versions
    news: Versions
    programme: Programme


@transaction.atomic
def make_little_site() -> LittleSite:
    home = _make_home_pages()
    programme = ProgrammeFactory()
    return LittleSite(
        home=home,
        programme=programme,
        programme_page=in_both_trees(
            ProgrammePageFactory,
            home,
            {"en": "Municipal partnership", "sv": "Kommunala partnerskap"},
            programme=programme,
        ),
        countries=in_both_trees(CountryIndexPageFactory, home, {"en": "Partner countries", "sv": "Partnerländer"}),
        projects=in_both_trees(ProjectIndexPageFactory, home, {"en": "Projects", "sv": "Projekt"}),
        knowledge=in_both_trees(KnowledgeCentrePageFactory, home, {"en": "Knowledge Centre", "sv": "Kunskapscentrum"}),
        news=in_both_trees(NewsIndexPageFactory, home, {"en": "News", "sv": "Nyheter"}),
    )


def _make_home_pages() -> Versions:
    welcome = Page.objects.filter(depth=2).first()
    english = HomePageFactory(language="en")
    swedish = HomePageFactory(language="sv", translation_key=english.translation_key)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname, site.port, site.site_name = settings.SITE_HOST, 443, "ICLD"
    site.root_page = english
    site.save()
    if welcome:
        welcome.delete()
    return {"en": english, "sv": swedish}
