"""What the first screen of the admin says of work that no request waits for."""

import datetime
from dataclasses import dataclass

from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from iclds.background.models import Heartbeat
from iclds.background.queues import JOBS, label_of

# The worker is seen every twenty seconds; an upgrade or a restart takes less than this.
SILENCE = datetime.timedelta(minutes=3)
MOST_LISTED = 5
MOST_READ = 1_000


@dataclass(frozen=True)
class Standstill:
    """That no worker works: since when, None where none ever did, and how many jobs wait for one."""

    since: datetime.datetime | None
    waiting: int


@dataclass(frozen=True)
class FailedJob:
    """A job that was given up: what it was to do, why it failed, and when (aware)."""

    label: str
    reason: str
    at: datetime.datetime


def standstill(now: datetime.datetime) -> Standstill | None:
    """None while the worker is at work. Two queries at most."""
    seen_at = Heartbeat.objects.filter(id=Heartbeat.THE_ROW).values_list("seen_at", flat=True).first()
    if seen_at is not None and now - seen_at < SILENCE:
        return None
    waiting = DBTaskResult.objects.filter(backend_name=JOBS, status=TaskResultStatus.READY).count()
    return Standstill(seen_at, waiting)


def failed_jobs(most: int = MOST_LISTED) -> list[FailedJob]:
    """The last jobs that were given up; of the same job the last time, and none that was done well since. One query."""
    jobs = DBTaskResult.objects.finished().filter(backend_name=JOBS).order_by("-finished_at")
    rows = jobs.values_list("task_path", "args_kwargs", "status", "traceback", "finished_at")
    latest: dict[str, FailedJob | None] = {}
    for path, arguments, status, traceback, at in rows[:MOST_READ]:
        failed = None
        if status == TaskResultStatus.FAILED and at is not None:
            failed = FailedJob(label_of(path), reason_in(traceback), at)
        latest.setdefault(f"{path} {arguments}", failed)
    return [job for job in latest.values() if job][:most]


def reason_in(traceback: str) -> str:
    """The last line of a traceback, without the path of the exception's module."""
    line = traceback.strip().splitlines()[-1] if traceback.strip() else ""
    kind, colon, text = line.partition(": ")
    return f"{kind.rpartition('.')[2]}{colon}{text}"
