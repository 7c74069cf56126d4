"""The pages about partner countries."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.search import index

from iclds.core.blocks import PlainBlocks
from iclds.core.languages import active_language
from iclds.core.models import BasePage
from iclds.core.sorting import swedish_key
from iclds.registers.models import SWEDEN, Country, Organisation
from programmes.country_lists import by_region
from programmes.eligibility import is_eligible, was_eligible
from programmes.maps import SwedishPartner, locator_map, sweden_map, world_map
from programmes.panels import CountryPageNumbersPanel
from programmes.querysets import listed_countries

PROJECTS_SHOWN = 12
NEWS_SHOWN = 6
PUBLICATIONS_SHOWN = 6


class CountryIndexPage(BasePage):
    """All partner countries by region, those of today apart from former ones."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["programmes.CountryPage"]
    max_count_per_parent = 1

    body = StreamField(PlainBlocks(), blank=True, verbose_name=_("text"))

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, "body"]

    class Meta:
        verbose_name = _("country index")
        verbose_name_plural = _("country indexes")

    def get_content(self, request: HttpRequest) -> dict[str, Any]:
        countries = listed_countries(timezone.localdate().year, active_language())
        swedish_partners = all_swedish_partners()
        return {
            "regions": by_region(countries),
            "world_map": world_map(countries),
            "swedish_partners": swedish_partners,
            "sweden_map": sweden_map(swedish_partners),
        }


def all_swedish_partners() -> list[SwedishPartner]:
    """Swedish local governments with a public project and how many they have, å ä ö last; one query."""
    counted = Organisation.objects.filter(country__code=SWEDEN).annotate(
        project_count=Count("partnerships", filter=Q(partnerships__project__is_public=True))
    )
    partners = [SwedishPartner(partner, partner.project_count) for partner in counted.filter(project_count__gt=0)]
    return sorted(partners, key=lambda partner: swedish_key(partner.organisation.name))


class CountryPage(BasePage):
    """Tells about one partner country; its facts stand in the register."""

    may_be_in_menu = False
    shown_with = ("picture", "country")

    parent_page_types = ["programmes.CountryIndexPage"]
    subpage_types: list[str] = []

    country = models.ForeignKey(Country, models.PROTECT, related_name="pages", verbose_name=_("country"))
    body = StreamField(PlainBlocks(), blank=True, verbose_name=_("text"))

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.RelatedFields("country", [index.SearchField("name_en"), index.SearchField("name_sv")]),
    ]

    content_panels = [CountryPageNumbersPanel(), *BasePage.content_panels, "country", "body"]
    promote_panels = [BasePage.search_engine_panel]

    class Meta:
        verbose_name = _("country page")
        verbose_name_plural = _("country pages")

    def clean(self) -> None:
        super().clean()
        if self.country_id and self.locale_id:
            others = CountryPage.objects.filter(country_id=self.country_id, locale_id=self.locale_id)
            if other := others.exclude(pk=self.pk).first():
                raise ValidationError(
                    {
                        "country": _("“%(title)s” already tells about this country in this language.")
                        % {"title": other.title}
                    }
                )

    def quality_warnings(self) -> list[str]:
        if not self.country_id or self.country.programme_years.exists():
            return super().quality_warnings()
        alone = gettext("No programme names this country: readers are told that it is not a partner country.")
        return [*super().quality_warnings(), alone]

    def get_content(self, request: HttpRequest) -> dict[str, Any]:
        language = active_language()
        periods = list(self.country.programme_years.select_related("programme"))
        year = timezone.localdate().year
        projects = self.country.projects.public()
        partners = self._partners()
        local_partners = [partner for partner in partners if partner.country_id == self.country_id]
        return {
            "programme": periods[0].programme if periods else None,
            "periods": periods,
            "is_eligible": is_eligible(periods, year),
            "was_eligible": was_eligible(periods, year),
            # One more than shown says whether there are others, without counting them.
            "projects": list(projects.latest_first().for_cards()[: PROJECTS_SHOWN + 1]),
            "projects_shown": PROJECTS_SHOWN,
            "swedish_partners": [partner for partner in partners if partner.is_swedish],
            "local_partners": local_partners,
            "locator_map": locator_map(self.country.code, local_partners),
            "news": list(self.country.newspages.for_readers_of(language).latest_first().for_cards()[:NEWS_SHOWN]),
            "publications": list(
                self.country.publicationpages.for_readers_of(language).latest_first().for_cards()[:PUBLICATIONS_SHOWN]
            ),
        }

    def _partners(self) -> list[Organisation]:
        """Local governments of Sweden and of the country with a public project in it, å ä ö last; one query."""
        organisations = Organisation.objects.filter(Q(country__code=SWEDEN) | Q(country=self.country_id))
        with_project = Organisation.objects.filter(
            pk=OuterRef("pk"),
            partnerships__project__countries=self.country_id,
            partnerships__project__is_public=True,
        )
        partners = organisations.filter(Exists(with_project)).select_related("country")
        return sorted(partners, key=lambda partner: swedish_key(partner.name))
