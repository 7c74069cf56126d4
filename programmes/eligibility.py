"""With which countries a partnership may be started."""

from collections.abc import Iterable
from typing import Protocol


class HasYears(Protocol):
    from_year: int
    to_year: int | None


def is_eligible(periods: Iterable[HasYears], year: int) -> bool:
    """Whether a country belongs to a programme in `year`. Both years of a period count; no end means still."""
    return any(period.from_year <= year and (period.to_year is None or year <= period.to_year) for period in periods)


def was_eligible(periods: Iterable[HasYears], year: int) -> bool:
    """Whether a country belonged to a programme before `year` and does no longer."""
    periods = list(periods)
    return not is_eligible(periods, year) and any(
        period.to_year is not None and period.to_year < year for period in periods
    )
