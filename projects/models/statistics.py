"""Projects in figures: how many a country, a year and a core area, counted from the register each time.

A project in two countries or core areas counts in both, so those figures may add up to more than the projects.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from iclds.core.charts import Bar, ColumnChart, column_chart, share
from iclds.core.languages import active_language
from iclds.core.sorting import swedish_key
from projects.forms import ProjectFilterForm
from projects.models.projects import Project
from projects.querysets import ProjectQuerySet

# Fewer say more in the list.
FEWEST_PROJECTS = 3
BARS_SHOWN = 10
# Years without a project stand between the others, but not the two thousand that a mistyped year would open.
LONGEST_SPAN = 60


@dataclass(frozen=True)
class Figures:
    """What templates/projects/figures.html shows. `unknown_starts` projects stand in no year."""

    countries: list[Bar]
    core_areas: list[Bar]
    years: list[tuple[int, int]]
    year_chart: ColumnChart
    unknown_starts: int

    @property
    def first_countries(self) -> list[Bar]:
        return self.countries[:BARS_SHOWN]

    @property
    def more_countries(self) -> list[Bar]:
        return self.countries[BARS_SHOWN:]


def figures(projects: ProjectQuerySet, form: ProjectFilterForm) -> Figures:
    """Figures of these projects; a bar leads to the list that `form` shows with its country or core area. 3 queries."""
    starts = dict(projects.order_by().values_list("starts_on__year").annotate(count=Count("pk")))
    unknown = starts.pop(None, 0)
    years = in_a_row(starts)
    return Figures(
        countries=_bars(projects, "country", form, key="code", group="region"),
        core_areas=_bars(projects, "corearea", form, key="slug", field="area"),
        years=years,
        year_chart=column_chart(years),
        unknown_starts=unknown,
    )


def in_a_row(counts: dict[int, int]) -> list[tuple[int, int]]:
    """Years in order with their counts, and the years between them with 0."""
    if not counts:
        return []
    first, last = min(counts), max(counts)
    years = range(first, last + 1) if last - first < LONGEST_SPAN else sorted(counts)
    return [(year, counts.get(year, 0)) for year in years]


def _bars(
    projects: ProjectQuerySet, register: str, form: ProjectFilterForm, *, key: str, group: str = "", field: str = ""
) -> list[Bar]:
    """A bar for each row of a register that any of these projects has, the longest first."""
    relation: Any = Project.countries if register == "country" else Project.core_areas
    names = [f"{register}__{name}" for name in (key, f"name_{active_language()}", group) if name]
    rows = (
        relation.through.objects.filter(project__in=projects.order_by().values("pk"))
        .values_list(*names)
        .annotate(count=Count("project_id"))
    )
    found = sorted(rows, key=lambda row: (-row[-1], swedish_key(row[1])))
    most = found[0][-1] if found else 0
    return [
        Bar(
            label=row[1],
            value=row[-1],
            share=share(row[-1], most),
            query=form.query_with(field or register, row[0]),
            group=row[2] if group else "",
        )
        for row in found
    ]
