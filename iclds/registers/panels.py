"""Panels for the forms of the registers."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from wagtail.models import Page

from iclds.core.languages import active_language, language_name
from iclds.core.panels import PublicNumber, PublicNumbersPanel, addresses
from iclds.registers.codelists import SWEDEN


class CountryNumbersPanel(PublicNumbersPanel):
    """What the site says of a country. The rooms above hand over their rows by the reverse relations."""

    class BoundPanel(PublicNumbersPanel.BoundPanel):
        @property
        def country(self) -> Any:
            return self.instance

        def numbers(self) -> list[PublicNumber]:
            country, language = self.country, active_language()
            projects = country.projects.public()
            counts = {
                _("Projects"): projects.count(),
                _("Active projects"): projects.with_status("active", timezone.localdate()).count(),
                _("Local governments with a project"): self._partners().count(),
                _("News items"): country.newspages.for_readers_of(language).count(),
                _("Publications"): country.publicationpages.for_readers_of(language).count(),
            }
            numbers = [PublicNumber(label, number_format(count)) for label, count in counts.items()]
            if country.code == SWEDEN:  # partners come from there, and it is none itself
                return numbers
            pages = country.pages.select_related("locale")
            return [
                self._programmes(),
                *numbers,
                *addresses(pages),
                *self._missing_pages({page.locale_id for page in pages}),
            ]

        def _programmes(self) -> PublicNumber:
            """In which programmes it stands; where it is put into one, if in none."""
            periods = self.country.programme_years.select_related("programme")
            if names := ", ".join(
                f"{period.programme.name} {period.from_year}–{period.to_year or ''}" for period in periods
            ):
                return PublicNumber(_("Partner country of"), names)
            where = reverse("wagtailsnippets_programmes_programme:list")
            return PublicNumber(_("Partner country of"), _("no programme: add it under Partner countries there"), where)

        def _missing_pages(self, written: set[int]) -> Iterator[PublicNumber]:
            """Where its page is begun in a language that has none."""
            sections = Page.objects.filter(content_type__model="countryindexpage").exclude(locale__in=written)
            for section in sections.select_related("locale"):
                if section.permissions_for_user(self.request.user).can_add_subpage():
                    begin = reverse("wagtailadmin_pages:add", args=["programmes", "countrypage", section.pk])
                    yield PublicNumber(language_name(section.locale.language_code), _("no page yet: write it"), begin)

        def _partners(self) -> QuerySet[Any]:
            """Organisations of the country that take part in a public project in it, as its page lists them."""
            partners: QuerySet[Any] = self.country.organisations.filter(
                partnerships__project__is_public=True, partnerships__project__countries=self.country
            )
            return partners.distinct()
