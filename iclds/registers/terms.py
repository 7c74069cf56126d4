"""Names of register rows from several registers, fetched together in one query.

A project page shows countries, core areas and subjects; a filter offers countries, partners and core areas. All are a
name in two languages and a short key.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import CharField, QuerySet, Value

from iclds.core.languages import active_language
from iclds.core.sorting import swedish_key
from iclds.registers.models import CoreArea, Country, Organisation, Subject


@dataclass(frozen=True)
class Term:
    """One row of a register: the register's name, its key in addresses, and its names."""

    register: str
    key: str
    name_en: str
    name_sv: str
    rank: int = 0

    @property
    def name(self) -> str:
        return self.name_sv if active_language() == "sv" else self.name_en


KEYS = {Country: "code", Organisation: "slug", CoreArea: "slug", Subject: "slug"}


def load_terms(*querysets: QuerySet) -> dict[str, list[Term]]:
    """The rows of these querysets by register ("country", "organisation", "corearea", "subject").

    Each register is in alphabetical order, core areas in their own. One query for all.
    """
    parts = [_as_rows(queryset) for queryset in querysets]
    if not parts:
        return {}
    rows: Iterable[tuple[str, str, str, str, int]] = (
        parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    )
    terms: dict[str, list[Term]] = {queryset.model._meta.model_name: [] for queryset in querysets}
    for register, key, name_en, name_sv, rank in rows:
        terms[register].append(Term(register, key, name_en, name_sv, rank))
    for found in terms.values():
        found.sort(key=lambda term: (term.rank, swedish_key(term.name)))
    return terms


def _as_rows(queryset: QuerySet) -> QuerySet:
    model = queryset.model
    rank = "order" if model is CoreArea else Value(0)
    return queryset.order_by().values_list(
        Value(model._meta.model_name, output_field=CharField()), KEYS[model], "name_en", "name_sv", rank
    )
