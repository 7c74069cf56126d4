"""What the search index and the lists of the admin say of a project's relations."""

from collections.abc import Iterable
from typing import Any

from iclds.registers.models import NamedInBothLanguages


class InWords:
    """For the project itself, which has the fields."""

    @property
    def reference_in_words(self) -> str:
        """For the search index: PostgreSQL would take the hyphen of 2016-0025 for a minus."""
        project: Any = self
        return str(project.reference.replace("-", " "))

    @property
    def partner_names(self) -> str:
        """Names of all partners in both languages, for the search index."""
        return _in_both_languages(self._organisations())

    @property
    def country_names(self) -> str:
        """Names of all countries in both languages, for the search index."""
        project: Any = self
        return _in_both_languages(project.countries.all()) if project.pk else ""

    @property
    def partners_listed(self) -> str:
        """All partners of the project in the reader's language, the Swedish first."""
        return " – ".join(organisation.name for organisation in self._organisations())

    @property
    def countries_listed(self) -> str:
        project: Any = self
        return ", ".join(country.name for country in project.countries.all())

    @property
    def core_areas_listed(self) -> str:
        project: Any = self
        return ", ".join(area.name for area in project.core_areas.all())

    def _organisations(self) -> list[NamedInBothLanguages]:
        project: Any = self
        return [partner.organisation for partner in project.partners.all()]


def _in_both_languages(rows: Iterable[NamedInBothLanguages]) -> str:
    return " ".join(f"{row.name_en} {row.name_sv}" for row in rows)
