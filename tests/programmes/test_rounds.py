"""When applications are taken."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from programmes.rounds import RoundState, coming_rounds, past_rounds, round_state

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def stockholm(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


@dataclass(frozen=True)
class Round:
    opens: datetime | None
    closes: datetime


OPENS, CLOSES = "2026-02-02 09:00", "2026-03-31 23:59"


@pytest.mark.parametrize(
    ("now", "state"),
    [
        pytest.param("2026-02-02 08:59", RoundState.PLANNED, id="a minute before it opens"),
        pytest.param("2026-02-02 09:00", RoundState.OPEN, id="the very minute it opens"),
        pytest.param("2026-03-17 23:58", RoundState.OPEN, id="a minute more than two weeks before it closes"),
        pytest.param("2026-03-17 22:59", RoundState.OPEN, id="two weeks by the calendar, an hour of summer time more"),
        pytest.param("2026-03-18 00:00", RoundState.CLOSING_SOON, id="less than two weeks before it closes"),
        pytest.param("2026-03-31 23:58", RoundState.CLOSING_SOON, id="a minute before it closes"),
        pytest.param("2026-03-31 23:59", RoundState.CLOSED, id="the closing minute is closed"),
        pytest.param("2027-01-01 00:00", RoundState.CLOSED, id="long after"),
    ],
)
def test_state_of_a_round(now: str, state: RoundState) -> None:
    assert round_state(stockholm(OPENS), stockholm(CLOSES), stockholm(now)) == state


@pytest.mark.parametrize(
    ("now", "state"),
    [
        pytest.param("2020-01-01 00:00", RoundState.OPEN, id="open as long as it has not closed"),
        pytest.param("2026-03-30 12:00", RoundState.CLOSING_SOON, id="closing soon at its end"),
        pytest.param("2026-03-31 23:59", RoundState.CLOSED, id="closed at the closing minute"),
    ],
)
def test_state_of_a_round_whose_opening_is_not_known(now: str, state: RoundState) -> None:
    assert round_state(None, stockholm(CLOSES), stockholm(now)) == state


def test_a_round_that_opens_less_than_two_weeks_before_it_closes_is_planned_before() -> None:
    opens, closes = stockholm("2026-02-02 09:00"), stockholm("2026-02-09 09:00")

    assert round_state(opens, closes, stockholm("2026-02-02 08:59")) == RoundState.PLANNED
    assert round_state(opens, closes, opens) == RoundState.CLOSING_SOON


def test_rounds_are_parted_at_their_closing_minute_nearest_first() -> None:
    long_ago, last, next_one, later = (
        Round(None, stockholm(day)) for day in ("2018-03-15", "2025-09-15", "2026-03-31", "2026-09-15")
    )
    rounds = [later, last, long_ago, next_one]
    now = stockholm("2025-09-15")

    assert coming_rounds(rounds, now) == [next_one, later]
    assert past_rounds(rounds, now) == [last, long_ago]
