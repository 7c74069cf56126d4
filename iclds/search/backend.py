"""The search of the admin's lists: Wagtail's own, but that a word found nearly everywhere orders nothing.

Ranking reads every entry that it compares (on SQLite once for each other one: minutes for 10,000). A word in so many
entries tells none of them apart, so these come newest first, all of them, and the count is right.
"""

from typing import Any

from modelsearch.backends import database

from iclds.search.engine import MOST_RANKED


class NewestWhereCommon:
    """For a query compiler of Wagtail's; says once a query whether its words are common."""

    is_common: bool | None = None

    def search(self, config: Any, start: int | None, stop: int | None, **options: Any) -> Any:
        compiler: Any = self
        if compiler.order_by_relevance and self.is_common is None:
            compiler.order_by_relevance = False
            found = super().search(config, None, None, **options).order_by().values("pk")  # type: ignore[misc]
            self.is_common = len(found[: MOST_RANKED + 1]) > MOST_RANKED
            compiler.order_by_relevance = not self.is_common
        return super().search(config, start, stop, **options)  # type: ignore[misc]


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name by which Wagtail looks for it
    """The backend that fits the database, as `wagtail.search.backends.database` chooses it."""
    backend: Any = database.SearchBackend(params)
    for name in ("query_compiler_class", "autocomplete_query_compiler_class"):
        compiler = getattr(backend, name)
        setattr(backend, name, type(compiler.__name__, (NewestWhereCommon, compiler), {}))
    return backend
