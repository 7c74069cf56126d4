"""How often a job is tried: what failed or was interrupted is taken again, and after three tries told."""

import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from iclds.background.queues import JOBS

MOST_TRIES = 3
BEFORE_THE_NEXT_TRY = datetime.timedelta(minutes=1)


class Interrupted(Exception):
    """The process that did a job was ended in the middle of it, every time."""


def try_again(job: DBTaskResult) -> None:
    """Make ready a job that failed, after a pause, unless it had its tries."""
    if len(job.worker_ids) < MOST_TRIES:
        failed = DBTaskResult.objects.filter(pk=job.pk, status=TaskResultStatus.FAILED)
        failed.update(status=TaskResultStatus.READY, run_after=timezone.now() + BEFORE_THE_NEXT_TRY)


def take_again(queue: str) -> None:
    """Make ready again what a lane left unfinished when it ended, or give it up after MOST_TRIES.

    Call it only while no lane works the queue: the library leaves a job whose process was killed running for ever, and
    one that was killed between the failure and the next try as failed.
    """
    for job in _running(queue):
        if len(job.worker_ids) < MOST_TRIES:
            _running(queue).filter(pk=job.pk).update(status=TaskResultStatus.READY)
        else:
            job.set_failed(Interrupted(f"The process was ended {len(job.worker_ids)} times."))
    for job in DBTaskResult.objects.failed().filter(backend_name=JOBS, queue_name=queue):
        try_again(job)


def put_back(queue: str) -> None:
    """Make ready again what a lane had to leave because the worker was stopped in order: that try does not count."""
    for job in _running(queue):
        _running(queue).filter(pk=job.pk).update(status=TaskResultStatus.READY, worker_ids=job.worker_ids[:-1])


def _running(queue: str) -> "QuerySet[DBTaskResult]":
    return DBTaskResult.objects.running().filter(backend_name=JOBS, queue_name=queue)
