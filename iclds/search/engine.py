"""The one door to the search index; what is behind it may change without its callers noticing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from iclds.core.text import one_line, shortened

LONGEST_QUERY = 200
# More than anybody pages through; keeps one common word from costing more with every page that is added.
MOST_RESULTS = 120
# Ranking reads every entry it compares.
MOST_RANKED = 500
# The lists of the admin use another backend, which ranks no common words.
ALWAYS_RANKED = "iclds.search.backend.RankedBackend"
EXCERPT_LENGTH = 240


@dataclass(frozen=True)
class Query:
    """What a visitor typed, made fit for the index."""

    text: str

    @property
    def words(self) -> list[str]:
        return re.findall(r"\w+", self.text)

    @property
    def is_empty(self) -> bool:
        return not self.words


def read_query(raw: str | None) -> Query:
    """Visitors' input as a query: on one line, without control characters, at most LONGEST_QUERY characters."""
    return Query(one_line(raw or "")[:LONGEST_QUERY])


def matching(objects: QuerySet[Any], query: Query) -> QuerySet[Any]:
    """Every one of `objects` that holds all words, in no order of rank; none for a query without words."""
    if query.is_empty:
        return objects.none()
    found: Any = objects.order_by().search(" ".join(query.words), order_by_relevance=False)  # type: ignore[attr-defined]
    matches: QuerySet[Any] = found.get_queryset()
    return matches


def search(objects: QuerySet[Any], query: Query) -> list[Any]:
    """The best matches among `objects`, best first; none for a query without words.

    A word in more than MOST_RANKED entries tells none of them apart, so only the newest of these are ranked.
    """
    if query.is_empty:
        return []
    newest = matching(objects, query).order_by("-pk").values("pk")[:MOST_RANKED]
    ranked: Any = objects.search(" ".join(query.words), backend=ALWAYS_RANKED)  # type: ignore[attr-defined]
    return list(ranked.get_queryset().filter(pk__in=newest)[:MOST_RESULTS])


def highlight(text: str, query: Query) -> SafeString:
    """An excerpt of `text` round the first word found, as HTML with every found word in `<mark>`."""
    text = one_line(text)
    pattern = _pattern(query.words)
    if pattern is None:
        return escape(shortened(text, EXCERPT_LENGTH))
    first = pattern.search(text)
    if first and first.start() > EXCERPT_LENGTH // 2:
        start = text.rfind(" ", 0, first.start() - EXCERPT_LENGTH // 4) + 1
        text = f"…{text[start:]}"
    text = shortened(text, EXCERPT_LENGTH)
    pieces, end = [], 0
    for match in pattern.finditer(text):
        pieces += [escape(text[end : match.start()]), f"<mark>{escape(match.group())}</mark>"]
        end = match.end()
    return mark_safe("".join([*pieces, escape(text[end:])]))  # noqa: S308 - every piece is escaped


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    parts = [re.escape(word) for word in words if len(word) > 1]
    return re.compile(rf"\b(?:{'|'.join(parts)})\w*", re.IGNORECASE) if parts else None
