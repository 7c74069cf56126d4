"""Panels for the forms of the registers."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from iclds.core.languages import active_language
from iclds.core.panels import PublicNumber, PublicNumbersPanel, addresses


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
            return [*numbers, *addresses(country.pages.select_related("locale"))]

        def _partners(self) -> QuerySet[Any]:
            """Organisations of the country that take part in a public project in it, as its page lists them."""
            partners: QuerySet[Any] = self.country.organisations.filter(
                partnerships__project__is_public=True, partnerships__project__countries=self.country
            )
            return partners.distinct()
