"""What the first screen of the admin says of work that no request waits for."""

import datetime
from dataclasses import dataclass

from django.db.models import Min
from django.utils.translation import gettext as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from iclds.background.models import Heartbeat
from iclds.background.queues import JOBS, QUICK, label_of
from iclds.background.tries import MOST_TRIES, Interrupted

# The worker is seen every twenty seconds; an upgrade or a restart takes less than this.
SILENCE = datetime.timedelta(minutes=3)
# Longer than the worker lets a quick job get stuck.
PATIENCE = datetime.timedelta(minutes=10)
MOST_LISTED = 5
MOST_READ = 100


@dataclass(frozen=True)
class Standstill:
    """That nothing is worked: since when, None where no worker ever was, and how many jobs wait."""

    since: datetime.datetime | None
    waiting: int


@dataclass(frozen=True)
class FailedJob:
    """A job that was given up: what it was to do, why it failed, and when (aware)."""

    label: str
    reason: str
    at: datetime.datetime


def standstill(now: datetime.datetime) -> Standstill | None:
    """None while a worker is at work, and what is to be quick is. Two queries, three where it is not."""
    seen_at = Heartbeat.objects.filter(id=Heartbeat.THE_ROW).values_list("seen_at", flat=True).first()
    since = seen_at if seen_at is None or now - seen_at >= SILENCE else _oldest_left_lying(now)
    if seen_at is not None and since is None:
        return None
    waiting = DBTaskResult.objects.filter(backend_name=JOBS, status=TaskResultStatus.READY).count()
    return Standstill(since, waiting)


def _oldest_left_lying(now: datetime.datetime) -> datetime.datetime | None:
    """Since when a quick job has waited or run for longer than it should; a job's next try counts from its time."""
    quick = DBTaskResult.objects.filter(backend_name=JOBS, queue_name=QUICK)
    long_ago = now - PATIENCE
    running = quick.running().filter(started_at__lt=long_ago).aggregate(at=Min("started_at"))["at"]
    ready = quick.ready().filter(enqueued_at__lt=long_ago).exclude(run_after__range=(long_ago, now))
    return running or ready.aggregate(at=Min("enqueued_at"))["at"]


def failed_jobs(most: int = MOST_LISTED) -> list[FailedJob]:
    """The last jobs that were given up; each once, and none that was done well since. Two queries."""
    ours = DBTaskResult.objects.filter(backend_name=JOBS)
    failed = [job for job in ours.failed().order_by("-finished_at")[:MOST_READ] if len(job.worker_ids) >= MOST_TRIES]
    if not failed:
        return []
    paths = {job.task_path for job in failed}
    done = ours.successful().filter(task_path__in=paths).order_by("finished_at")
    done_at = {
        f"{path} {arguments}": at for path, arguments, at in done.values_list("task_path", "args_kwargs", "finished_at")
    }
    latest: dict[str, FailedJob] = {}
    for job in failed:
        identity, at = f"{job.task_path} {job.args_kwargs}", job.finished_at or job.enqueued_at
        if identity not in done_at or done_at[identity] < at:
            latest.setdefault(identity, FailedJob(label_of(job.task_path), reason_of(job), at))
    return list(latest.values())[:most]


def reason_of(job: DBTaskResult) -> str:
    """What a job failed of: the exception and its first line. The lines below may hold what is stored in a row."""
    name = job.exception_class_path.rpartition(".")[2]
    if name == Interrupted.__name__:
        return _("the process that did it was ended in the middle of it, every time")
    named = (job.exception_class_path, name)
    lines = [line for line in job.traceback.splitlines() if line.startswith(named)]
    _path, _colon, words = lines[-1].partition(": ") if lines else ("", "", "")
    return f"{name}: {words}" if words else name
