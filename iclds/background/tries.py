"""Jobs whose process ended before they did: taken again, and after three tries told."""

from django.db.models import QuerySet
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from iclds.background.queues import JOBS

MOST_TRIES = 3


class Interrupted(Exception):
    """The process that did a job was ended in the middle of it, every time."""


def take_again(queue: str) -> None:
    """Make ready again what is marked as running on a queue that nobody works, or give it up after MOST_TRIES.

    Call it only while no lane works the queue: the library leaves a job whose process was killed running for ever.
    """
    for job in _running(queue):
        if len(job.worker_ids) < MOST_TRIES:
            _running(queue).filter(pk=job.pk).update(status=TaskResultStatus.READY)
        else:
            job.set_failed(Interrupted(f"The process that did it was ended {len(job.worker_ids)} times."))


def put_back(queue: str) -> None:
    """Make ready again what a lane had to leave because the worker was stopped in order: that try does not count."""
    for job in _running(queue):
        _running(queue).filter(pk=job.pk).update(status=TaskResultStatus.READY, worker_ids=job.worker_ids[:-1])


def _running(queue: str) -> "QuerySet[DBTaskResult]":
    return DBTaskResult.objects.filter(backend_name=JOBS, queue_name=queue, status=TaskResultStatus.RUNNING)
