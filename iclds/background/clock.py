"""What is due by the clock: jobs without arguments that say themselves how often they want to be done.

@every(minutes=1)
@quick_job
def publish_scheduled() -> None: ...

@daily(at="03:20")
@slow_job
def check_links() -> None: ...
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from iclds.background.models import ClockEntry

# Before the mails that wait on the same queue.
PRIORITY = 10


@dataclass(frozen=True)
class Rhythm:
    """How often: every so often, or once a day at a time of the site's time zone."""

    every: datetime.timedelta | None = None
    at: datetime.time | None = None

    def next_after(self, last: datetime.datetime) -> datetime.datetime:
        """When a job that was last enqueued at `last` (aware) is due again."""
        if self.at is None:
            return last + (self.every or datetime.timedelta())
        local = timezone.localtime(last)
        today = timezone.make_aware(datetime.datetime.combine(local.date(), self.at))
        tomorrow = timezone.make_aware(datetime.datetime.combine(local.date() + datetime.timedelta(days=1), self.at))
        return today if today > last else tomorrow


@dataclass(frozen=True)
class Entry:
    job: Task[..., Any]
    rhythm: Rhythm


_entries: dict[str, Entry] = {}


def every(**period: float) -> Callable[[Task[..., Any]], Task[..., Any]]:
    """Have a job done every so often (arguments of timedelta), and at once on a new site."""
    return _noted(Rhythm(every=datetime.timedelta(**period)))


def daily(*, at: str) -> Callable[[Task[..., Any]], Task[..., Any]]:
    """Have a job done once a day at a time such as "03:20"; a time that was missed is made up for at the next start."""
    return _noted(Rhythm(at=datetime.time.fromisoformat(at)))


def _noted(rhythm: Rhythm) -> Callable[[Task[..., Any]], Task[..., Any]]:
    def note(job: Task[..., Any]) -> Task[..., Any]:
        _entries[job.module_path] = Entry(job, rhythm)
        return job

    return note


def entries() -> dict[str, Entry]:
    """What is due by the clock, by the path of the job's function."""
    return dict(_entries)


def enqueue_due(now: datetime.datetime) -> list[str]:
    """Put on the queue what is due, and say what that was. One query while nothing is.

    A job that still waits or runs is not put there a second time: its turn is over until the next one.
    """
    last = dict(ClockEntry.objects.values_list("path", "enqueued_at"))
    return [path for path, entry in _entries.items() if _is_due(entry, last.get(path), now) and _enqueue(entry, now)]


def _is_due(entry: Entry, last: datetime.datetime | None, now: datetime.datetime) -> bool:
    # A moment that is still to come was written while the machine's clock was wrong.
    return last is None or last > now or entry.rhythm.next_after(last) <= now


@transaction.atomic
def _enqueue(entry: Entry, now: datetime.datetime) -> bool:
    path = entry.job.module_path
    _row, is_new = ClockEntry.objects.update_or_create(path=path, defaults={"enqueued_at": now})
    if is_new and entry.rhythm.at is not None:
        return False  # a new site waits for the hour
    unfinished = DBTaskResult.objects.filter(
        task_path=path, status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING]
    )
    if unfinished.exists():
        return False
    entry.job.using(priority=PRIORITY).enqueue()
    return True
