"""What is due by the clock is put on the queue once, at its hour or after its pause."""

import datetime
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from django_tasks_db.models import DBTaskResult

from iclds.background import clock
from iclds.background.clock import Rhythm, daily, enqueue_due, every
from iclds.background.queues import quick_job
from iclds.background.worker import work_off

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MINUTE = datetime.timedelta(minutes=1)


def at(text: str) -> datetime.datetime:
    """A moment by the clock of Stockholm."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


@quick_job
def do_nothing() -> None:
    pass


PATH = do_nothing.module_path


@pytest.fixture(autouse=True)
def _only_what_a_test_names() -> Iterator[None]:
    kept = dict(clock._entries)
    clock._entries.clear()
    yield
    clock._entries.clear()
    clock._entries.update(kept)


def waiting() -> list[str]:
    return list(DBTaskResult.objects.filter(status="READY").values_list("task_path", flat=True))


@pytest.mark.parametrize(
    ("rhythm", "last", "expected"),
    [
        pytest.param(Rhythm(every=5 * MINUTE), "2027-03-01 10:00", "2027-03-01 10:05", id="after its pause"),
        pytest.param(Rhythm(at=datetime.time(3, 20)), "2027-03-01 03:19", "2027-03-01 03:20", id="later that night"),
        pytest.param(Rhythm(at=datetime.time(3, 20)), "2027-03-01 03:20", "2027-03-02 03:20", id="done at its hour"),
        pytest.param(Rhythm(at=datetime.time(3, 20)), "2027-03-01 23:00", "2027-03-02 03:20", id="the next night"),
        pytest.param(Rhythm(at=datetime.time(3, 20)), "2027-10-30 12:00", "2027-10-31 03:20", id="winter time begins"),
        pytest.param(Rhythm(at=datetime.time(3, 20)), "2027-03-27 12:00", "2027-03-28 03:20", id="summer time begins"),
    ],
)
def test_when_a_job_is_due_again(rhythm: Rhythm, last: str, expected: str) -> None:
    assert rhythm.next_after(at(last)).astimezone(STOCKHOLM) == at(expected)


@pytest.mark.django_db
def test_a_job_of_every_minute_is_enqueued_at_once_and_again_when_it_was_done_and_a_minute_has_passed() -> None:
    every(minutes=1)(do_nothing)
    start = at("2027-03-01 10:00")

    assert enqueue_due(start) == [PATH]
    work_off()
    assert enqueue_due(start + MINUTE / 2) == []
    assert enqueue_due(start + MINUTE) == [PATH]


@pytest.mark.django_db
def test_a_job_that_still_waits_is_not_enqueued_twice() -> None:
    every(minutes=1)(do_nothing)
    enqueue_due(at("2027-03-01 10:00"))

    assert enqueue_due(at("2027-03-01 10:01")) == []
    assert waiting() == [PATH]


@pytest.mark.django_db
def test_a_new_site_does_its_nightly_work_in_the_night() -> None:
    daily(at="03:20")(do_nothing)

    assert enqueue_due(at("2027-03-01 10:00")) == []
    assert enqueue_due(at("2027-03-02 03:19")) == []
    assert enqueue_due(at("2027-03-02 03:20")) == [PATH]


@pytest.mark.django_db
def test_a_night_that_was_missed_is_made_up_for_once() -> None:
    daily(at="03:20")(do_nothing)
    enqueue_due(at("2027-03-01 10:00"))

    assert enqueue_due(at("2027-03-05 09:00")) == [PATH]
    work_off()
    assert enqueue_due(at("2027-03-05 09:01")) == []
    assert enqueue_due(at("2027-03-06 03:20")) == [PATH]


@pytest.mark.django_db
def test_what_is_due_comes_before_what_waits_on_the_same_queue() -> None:
    every(minutes=1)(do_nothing)
    earlier = _another.enqueue()

    enqueue_due(at("2027-03-01 10:00"))

    assert waiting() == [PATH, earlier.task.module_path]


@quick_job
def _another() -> None:
    pass
