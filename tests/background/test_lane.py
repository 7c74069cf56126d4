"""Jobs are done in their turn, tried again when they fail, and given up after three times, which is told."""

import datetime
from pathlib import Path

import pytest
from django.db import OperationalError, transaction
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from iclds.background.lane import Lane
from iclds.background.models import Heartbeat
from iclds.background.queues import QUICK, SLOW
from iclds.background.status import FailedJob, failed_jobs, standstill
from iclds.background.tries import put_back, take_again
from iclds.background.worker import work_off
from tests.background.made_up_jobs import fail, note, note_slowly

pytestmark = pytest.mark.django_db


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes"
    path.touch()
    return path


def lines(notes: Path) -> list[str]:
    return notes.read_text().splitlines()


def states() -> list[tuple[str, int]]:
    """Each job's status and how often it was begun."""
    rows = DBTaskResult.objects.order_by("enqueued_at").values_list("status", "worker_ids")
    return [(status, len(worker_ids)) for status, worker_ids in rows]


def let_the_pause_pass() -> None:
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())


def test_jobs_are_done_in_their_turn_and_once(notes: Path) -> None:
    for line in ("first", "second", "third"):
        note.enqueue(str(notes), line)

    assert work_off() == 3
    assert work_off() == 0
    assert lines(notes) == ["first", "second", "third"]


def test_a_lane_leaves_the_other_queue_alone(notes: Path) -> None:
    note_slowly.enqueue(str(notes), "slow", 0)
    note.enqueue(str(notes), "quick")

    work_off((QUICK,))

    assert (lines(notes), states()) == (["quick"], [("READY", 0), ("SUCCESSFUL", 1)])


def test_a_job_of_a_transaction_that_is_rolled_back_was_never_there(notes: Path) -> None:
    with transaction.atomic():
        note.enqueue(str(notes), "never")
        transaction.set_rollback(True)

    assert (work_off(), lines(notes)) == (0, [])


def test_a_job_claimed_by_another_process_is_not_done_again(notes: Path) -> None:
    note.enqueue(str(notes), "once")
    job = DBTaskResult.objects.get()
    lane, other = Lane(QUICK), Lane(QUICK)

    assert (lane._claim(job), other._claim(job)) == (True, False)


def test_a_job_that_fails_is_tried_three_times_with_a_pause_and_then_told(notes: Path) -> None:
    fail.enqueue(str(notes), "no such luck")

    for _try in range(5):
        work_off()  # at once: the pause has not passed
        work_off()
        let_the_pause_pass()

    assert (lines(notes), states()) == (["no such luck"] * 3, [("FAILED", 3)])
    (told,) = failed_jobs()
    assert (told.label, told.reason) == ("tests.background.made_up_jobs.fail", "ValueError: no such luck")


def gave_up(line: str, notes: Path, at: datetime.datetime, traceback: str = "ValueError: no") -> None:
    note.enqueue(str(notes), line)
    job = DBTaskResult.objects.filter(status="READY")
    job.update(status="FAILED", finished_at=at, worker_ids=["a", "b", "c"], traceback=traceback)
    DBTaskResult.objects.filter(status="FAILED").update(exception_class_path="builtins.ValueError")


def was_done(line: str, notes: Path, at: datetime.datetime) -> None:
    note.enqueue(str(notes), line)
    DBTaskResult.objects.filter(status="READY").update(status="SUCCESSFUL", finished_at=at)


def test_a_failure_is_told_no_more_when_the_same_job_was_done_well_since(notes: Path) -> None:
    now = timezone.now()
    for line, failed, done in (("done since", 3, 2), ("done before", 2, 3)):
        gave_up(line, notes, now - datetime.timedelta(minutes=failed))
        was_done(line, notes, now - datetime.timedelta(minutes=done))

    told = FailedJob("tests.background.made_up_jobs.note", "ValueError: no", now - datetime.timedelta(minutes=2))
    assert failed_jobs() == [told]


def test_many_jobs_that_were_done_hide_no_failure(notes: Path) -> None:
    gave_up("the one", notes, timezone.now() - datetime.timedelta(hours=1))
    for number in range(120):
        was_done(f"another {number}", notes, timezone.now())

    assert [job.reason for job in failed_jobs()] == ["ValueError: no"]


def test_the_reason_is_the_exception_and_nothing_that_stands_below_it(notes: Path) -> None:
    lines = (
        'Traceback (most recent call last):\n  File "x.py", line 1\nValueError: twice\nDETAIL: (anna@icld.example)\n'
    )
    gave_up("with a detail", notes, timezone.now(), traceback=lines)

    assert [job.reason for job in failed_jobs()] == ["ValueError: twice"]


def test_a_job_that_was_killed_between_its_failure_and_the_next_try_has_its_other_tries(notes: Path) -> None:
    gave_up("once", notes, timezone.now())
    DBTaskResult.objects.update(worker_ids=["a"])

    assert failed_jobs() == []
    take_again(QUICK)
    assert states() == [("READY", 1)]


def test_a_lane_whose_database_fails_at_the_end_of_a_job_ends_so_that_the_job_is_taken_again(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_to_store(*args: object) -> None:
        raise OperationalError("database or disk is full")

    note.enqueue(str(notes), "done twice")
    with monkeypatch.context() as patch:
        patch.setattr(DBTaskResult, "set_successful", fail_to_store)
        patch.setattr(DBTaskResult, "set_failed", fail_to_store)
        patch.setattr("iclds.background.lane.close_old_connections", lambda: None)  # the test's own stays open
        with pytest.raises(OperationalError):
            Lane(QUICK).run()
    take_again(QUICK)
    work_off()

    assert (lines(notes), states()) == (["done twice"] * 2, [("SUCCESSFUL", 2)])


@pytest.mark.parametrize("status", ["READY", "RUNNING"])
def test_the_first_screen_says_that_a_quick_job_lies_about_though_the_worker_is_alive(status: str, notes: Path) -> None:
    now = timezone.now()
    Heartbeat.objects.create(seen_at=now)
    note.enqueue(str(notes), "stuck")
    long_ago = now - datetime.timedelta(minutes=11)

    DBTaskResult.objects.update(status=status, enqueued_at=now, started_at=now)
    fresh = standstill(now)
    DBTaskResult.objects.update(enqueued_at=long_ago, started_at=long_ago)
    stuck = standstill(now)

    assert (fresh, stuck and stuck.since) == (None, long_ago)


def test_a_job_whose_process_was_killed_is_taken_again_and_given_up_after_three_times(notes: Path) -> None:
    note.enqueue(str(notes), "late")
    seen = []
    for _time in range(3):
        assert Lane(QUICK)._claim(DBTaskResult.objects.get())
        take_again(QUICK)
        seen += states()

    assert seen == [("READY", 1), ("READY", 2), ("FAILED", 3)]
    assert [job.reason for job in failed_jobs()] == [
        "the process that did it was ended in the middle of it, every time"
    ]


def test_a_job_left_because_the_worker_was_stopped_in_order_has_all_its_tries(notes: Path) -> None:
    note.enqueue(str(notes), "later")
    Lane(QUICK)._claim(DBTaskResult.objects.get())

    put_back(SLOW)
    assert states() == [("RUNNING", 1)]
    put_back(QUICK)
    assert states() == [("READY", 0)]


def test_the_first_screen_says_since_when_nothing_is_worked(notes: Path, admin_client: Client) -> None:
    note.enqueue(str(notes), "waits")
    now = timezone.now()
    never = standstill(now)
    Heartbeat.objects.create(seen_at=now - datetime.timedelta(minutes=4))
    silent = standstill(now)
    screen = admin_client.get("/admin/").content.decode()
    Heartbeat.objects.update(seen_at=now - datetime.timedelta(seconds=30))

    assert (never and never.since, never and never.waiting) == (None, 1)
    assert (silent and silent.since) == now - datetime.timedelta(minutes=4)
    assert "Background work has stood still since" in screen
    assert "1 job waits." in " ".join(screen.split())
    assert standstill(now) is None
    assert "Background work and mail" not in admin_client.get("/admin/").content.decode()


def test_an_administrator_reads_which_job_was_given_up_and_why(notes: Path, admin_client: Client) -> None:
    fail.enqueue(str(notes), "the disk is <full>")
    for _try in range(3):
        work_off()
        let_the_pause_pass()

    assert "ValueError: the disk is &lt;full&gt;" in admin_client.get("/admin/").content.decode()


def test_what_was_done_long_ago_is_deleted_and_what_failed_is_kept_for_two_weeks(notes: Path) -> None:
    from iclds.background.jobs import delete_old_jobs

    now = timezone.now()
    for line, status, age in (
        ("done just now", "SUCCESSFUL", datetime.timedelta(hours=5)),
        ("done yesterday", "SUCCESSFUL", datetime.timedelta(hours=7)),
        ("failed last week", "FAILED", datetime.timedelta(days=13)),
        ("failed long ago", "FAILED", datetime.timedelta(days=15)),
        ("waits for weeks", "READY", datetime.timedelta(days=40)),
    ):
        note.enqueue(str(notes), line)
        DBTaskResult.objects.filter(finished_at=None, status="READY", args_kwargs__args__1=line).update(
            status=status, finished_at=now - age
        )

    delete_old_jobs.func()

    left = DBTaskResult.objects.order_by("enqueued_at").values_list("args_kwargs__args__1", flat=True)
    assert list(left) == ["done just now", "failed last week", "waits for weeks"]
