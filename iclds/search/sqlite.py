"""SQLite's search of Wagtail's, ranked in one reading, and finding a word in its longer forms.

Wagtail's own reads all matches again for each of them: nine seconds for the 500 newest of 10,000 pages, and minutes for
all of them (wagtail/django-modelsearch, pull request 85).
"""

from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import F, FloatField, Func, QuerySet, Subquery, TextField
from django.db.models.functions import Cast
from modelsearch.backends.database.sqlite.query import (
    Lexeme,
    MatchExpression,
    SearchQueryExpression,
    SQLiteFTSIndexEntry,
    normalize,
)
from modelsearch.query import MatchAll, Not, PlainText
from modelsearch.utils import get_descendants_content_types_pks

from iclds.search.ranking import unranked

# A limit, so that SQLite makes the table of scores once and does not merge it into the question for each row.
NO_LIMIT = 2**31
# Fewer letters begin too many words.
SHORTEST_STEM = 3


class ScoreOf(Func):
    """The score that a table of `object_id` and `score` holds for a primary key."""

    template = "(SELECT score FROM %(expressions)s)"
    arg_joiner = " AS scores WHERE scores.object_id = "
    output_field = FloatField()

    def __init__(self, scores: QuerySet[Any], key: str) -> None:
        super().__init__(Subquery(scores[:NO_LIMIT]), Cast(key, TextField()))


class RankedInOneReading:
    """For one of Wagtail's query compilers for SQLite: the same order of what matches."""

    def search(self, config: Any, start: int | None, stop: int | None, score_field: str | None = None) -> Any:
        compiler: Any = self
        query = normalize(compiler.query)
        if isinstance(query, MatchAll | Not) or not (compiler.order_by_relevance or score_field):
            return super().search(config, start, stop, score_field)  # type: ignore[misc]
        with unranked(compiler):
            found = super().search(config, None, None)  # type: ignore[misc]
        name = score_field or "_score"
        scored = found.annotate(**{name: ScoreOf(self.scores(query, config), "pk")})
        return (scored.order_by(name, "-pk") if compiler.order_by_relevance else scored)[start:stop]

    def build_search_query_content(self, query: Any, config: Any = None) -> Any:
        """A word finds its longer forms too: English and Swedish bend words at their end. PostgreSQL knows stems."""
        if not isinstance(query, PlainText) or not (words := query.query_string.split()):
            return super().build_search_query_content(query, config=config)  # type: ignore[misc]
        terms = [Lexeme(word, prefix=self._may_be_longer(word, is_last=word is words[-1])) for word in words]
        return SearchQueryExpression(reduce(and_ if query.operator.upper() == "AND" else or_, terms), config=config)

    def _may_be_longer(self, word: str, *, is_last: bool) -> bool:
        """A stem, or the last word of somebody who is still writing."""
        compiler: Any = self
        return len(word) >= SHORTEST_STEM or (is_last and compiler.LAST_TERM_IS_PREFIX)

    def scores(self, query: Any, config: Any) -> QuerySet[Any]:
        """What each entry of the index that matches is worth: the lower, the better."""
        compiler: Any = self
        words = compiler.build_search_query(query, config=config)
        entries = SQLiteFTSIndexEntry.objects.filter(
            MatchExpression(compiler.fields or compiler.FTS_TABLE_FIELDS, words),
            index_entry__content_type__in=get_descendants_content_types_pks(compiler.queryset.model),
        )
        rank = compiler._build_rank_expression(compiler.get_search_vectors(), config)
        return entries.annotate(object_id=F("index_entry__object_id"), score=rank).values("object_id", "score")
