"""What our lists of the admin do besides Wagtail's: each editor's own language, in columns and in files."""

from collections.abc import Iterator
from typing import Any

from django.utils.functional import cached_property

from iclds.core.languages import active_language, other_languages


def in_own_language(name: str) -> str:
    """The column of the editor's language for a name that a register keeps in both: "name_en" or "-name_sv"."""
    language = active_language()
    for other in other_languages(language):
        name = name.replace(f"name_{other}", f"name_{language}") if name.endswith(f"name_{other}") else name
    return name


class ExportedInOwnLanguage:
    """A view whose file is written before the answer leaves: later, nobody would know the editor's language."""

    def stream_csv(self, queryset: Any) -> Iterator[Any]:
        return iter([*super().stream_csv(queryset)])  # type: ignore[misc]


class NamedInOwnLanguage(ExportedInOwnLanguage):
    """A list of a register: first the name in the editor's language, by which it is in order unless told."""

    @cached_property
    def columns(self) -> list[Any]:
        view: Any = self
        first, *others = view.list_display
        own = in_own_language(first)
        view.list_display = [own, *(first if other == own else other for other in others)]
        columns: list[Any] = super().columns  # type: ignore[misc]
        return columns

    def get_ordering(self) -> Any:
        ordering = super().get_ordering()  # type: ignore[misc]
        view: Any = self
        if view.is_explicitly_ordered or not ordering:
            return ordering
        return [in_own_language(name) for name in ([ordering] if isinstance(ordering, str) else ordering)]
