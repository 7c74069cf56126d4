"""With which countries a partnership may be started."""

from dataclasses import dataclass

import pytest

from programmes.eligibility import is_eligible, was_eligible


@dataclass(frozen=True)
class Years:
    from_year: int
    to_year: int | None = None


@pytest.mark.parametrize(
    ("periods", "year", "today", "before"),
    [
        pytest.param([], 2026, False, False, id="never named"),
        pytest.param([Years(2016)], 2015, False, False, id="the year before its first"),
        pytest.param([Years(2016)], 2016, True, False, id="its first year"),
        pytest.param([Years(2016)], 2026, True, False, id="no end means still"),
        pytest.param([Years(2016, 2018)], 2018, True, False, id="its last year counts"),
        pytest.param([Years(2016, 2018)], 2019, False, True, id="the year after its last"),
        pytest.param([Years(2010, 2012), Years(2020)], 2015, False, True, id="between two periods"),
        pytest.param([Years(2010, 2012), Years(2020)], 2021, True, False, id="back again"),
        pytest.param([Years(2020, 2024)], 2016, False, False, id="only in years to come"),
    ],
)
def test_standing_of_a_country(periods: list[Years], year: int, today: bool, before: bool) -> None:
    assert (is_eligible(periods, year), was_eligible(periods, year)) == (today, before)


def test_periods_may_be_read_only_once() -> None:
    assert was_eligible(iter([Years(2016, 2018)]), 2020) is True
