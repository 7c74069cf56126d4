"""Charts drawn on the server: lengths in percent of the room there is, so that no letter shrinks on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass

# Pixels: the room for the columns, above the line that they stand on.
COLUMNS_HEIGHT = 150
YEARS_BETWEEN_LABELS = 5
LINES = 3


@dataclass(frozen=True)
class Bar:
    """One row of a bar chart: `share` is its length in percent of the longest."""

    label: str
    value: int
    share: float
    query: str = ""
    group: str = ""


@dataclass(frozen=True)
class Column:
    """One year: its middle in percent of the chart's width, its top in pixels from above."""

    label: str
    value: int
    x: float
    top: float
    is_labelled: bool


@dataclass(frozen=True)
class Line:
    """A line across the chart at a round value."""

    value: int
    y: float


@dataclass(frozen=True)
class ColumnChart:
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    height: int = COLUMNS_HEIGHT


def share(value: int, most: int) -> float:
    """`value` in percent of `most`; 0 where there is nothing."""
    return round(100 * value / most, 1) if most else 0.0


def round_step(most: int, lines: int = LINES) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 … of which `lines` steps reach `most`."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            if factor * size * lines >= most:
                return factor * size
        size *= 10


def column_chart(years: Sequence[tuple[int, int]]) -> ColumnChart:
    """Columns for (year, count) in the order given; the first, the last and every fifth year have their names."""
    step = round_step(max((count for _year, count in years), default=0))
    top = step * LINES

    def height_of(value: int) -> float:
        return round(COLUMNS_HEIGHT - COLUMNS_HEIGHT * value / top, 1)

    columns = tuple(
        Column(
            str(year), count, round(100 * (place + 0.5) / len(years), 2), height_of(count), _is_labelled(year, years)
        )
        for place, (year, count) in enumerate(years)
    )
    return ColumnChart(columns, tuple(Line(value, height_of(value)) for value in range(step, top + 1, step)))


def _is_labelled(year: int, years: Sequence[tuple[int, int]]) -> bool:
    """Years at either end, and those between that a name at an end does not crowd."""
    first, last = years[0][0], years[-1][0]
    if len(years) <= YEARS_BETWEEN_LABELS or year in (first, last):
        return True
    room = YEARS_BETWEEN_LABELS - 1
    return year % YEARS_BETWEEN_LABELS == 0 and year - first >= room and last - year >= room
