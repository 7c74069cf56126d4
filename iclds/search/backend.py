"""The backends behind Wagtail's search: one ranks all it finds, the site's own lists common words newest first.

Ranking reads every entry that it compares. A word in very many entries tells none of them apart, so where a list is
paged to its end, as in the admin, these come newest first, all of them. How many there are is asked for once.
"""

from typing import Any

from modelsearch.backends import database

from iclds.search.engine import MOST_RANKED
from iclds.search.ranking import unranked


class NewestWhereCommon:
    """For a query compiler of Wagtail's: looks for the matches before it ranks them, and remembers which they are."""

    keys: list[Any] | None = None

    def search(self, config: Any, start: int | None, stop: int | None, **options: Any) -> Any:
        compiler: Any = self
        if not compiler.order_by_relevance:
            return super().search(config, start, stop, **options)  # type: ignore[misc]
        if self.keys is None:
            self.keys = list(self._newest(config, **options).values_list("pk", flat=True))
        if len(self.keys) <= MOST_RANKED:
            return super().search(config, start, stop, **options)  # type: ignore[misc]
        if stop is None or options.get("score_field"):
            return self._newest(config, **options)[start:stop]
        return compiler.queryset.filter(pk__in=self.keys[start:stop]).order_by("-pk")

    def _newest(self, config: Any, **options: Any) -> Any:
        """All matches. What order the rows had by themselves, as pages have that of the tree, does not count."""
        with unranked(self):
            return super().search(config, None, None, **options).order_by("-pk")  # type: ignore[misc]


class CountedOnce:
    """For the results of `NewestWhereCommon`: how many there are is known since they were looked for or sorted."""

    def facet(self, field_name: str) -> Any:
        results: Any = self
        with unranked(results.query_compiler):
            counts = super().facet(field_name)  # type: ignore[misc]
        if (results.start, results.stop) == (0, None):
            results._count_cache = sum(counts.values())  # of a column each match has one value
        return counts

    def _do_count(self) -> int:
        results: Any = self
        results.get_queryset()
        keys = results.query_compiler.keys
        return super()._do_count() if keys is None else len(keys[results.start : results.stop])  # type: ignore[misc]


def RankedBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - a backend is named like a class
    """The backend that fits the database, as `wagtail.search.backends.database` chooses it."""
    backend: Any = database.SearchBackend(params)
    if database.USE_SQLITE_FTS:
        from iclds.search.sqlite import RankedInOneReading  # what it imports is there with SQLite alone

        _extend_compilers(backend, RankedInOneReading)
    return backend


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name by which Wagtail looks for it
    """The backend of all that asks for no other: the lists and choosers of the admin."""
    backend = RankedBackend(params)
    _extend_compilers(backend, NewestWhereCommon)
    backend.results_class = type("Results", (CountedOnce, backend.results_class), {})
    return backend


def _extend_compilers(backend: Any, extension: type) -> None:
    for name in ("query_compiler_class", "autocomplete_query_compiler_class"):
        compiler = getattr(backend, name)
        setattr(backend, name, type(compiler.__name__, (extension, compiler), {}))
