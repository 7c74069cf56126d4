"""Panels for the forms of the registers."""

from typing import Any

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from iclds.core.panels import PublicNumber, PublicNumbersPanel, addresses


class CountryNumbersPanel(PublicNumbersPanel):
    """What the site says of a country. The rooms above hand over their rows by the reverse relations."""

    class BoundPanel(PublicNumbersPanel.BoundPanel):
        @property
        def country(self) -> Any:
            return self.instance

        def numbers(self) -> list[PublicNumber]:
            country = self.country
            projects = country.projects.public()
            counts = {
                _("Projects"): projects.count(),
                _("Active projects"): projects.with_status("active", timezone.localdate()).count(),
                _("Local governments with a project"): country.organisations.filter(
                    partnerships__project__is_public=True
                )
                .distinct()
                .count(),
                _("News items"): country.newspages.live().count(),
                _("Publications"): country.publicationpages.live().count(),
            }
            numbers = [PublicNumber(label, number_format(count)) for label, count in counts.items()]
            return [*numbers, *addresses(country.pages.select_related("locale"))]
