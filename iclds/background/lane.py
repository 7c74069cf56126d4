"""One lane of the worker: does the jobs of one queue, one after the other, in a process of its own."""

import logging
import os
import signal
import sys
import threading
import time
from types import FrameType

from django.db import OperationalError, close_old_connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from iclds.background.queues import JOBS
from iclds.background.tries import try_again

SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_WITHOUT_DATABASE = 10.0

logger = logging.getLogger(__name__)


class Lane(Worker):
    """The worker of django-tasks-db, but for three things.

    It looks before it locks: the library's begins an exclusive transaction every second, and dies where an editor's
    save holds the database for longer than SQLite waits. A second signal ends the process and leaves the job running
    in the table, to be taken again, where the library's marks it failed. A job that raised is tried again.
    """

    def __init__(self, queue: str) -> None:
        super().__init__(
            queue_names=[queue],
            interval=SECONDS_BETWEEN_LOOKS,
            batch=False,
            backend_name=JOBS,
            startup_delay=False,
            max_tasks=None,
            worker_id=f"{queue}-{get_random_string(12)}",
            excluded_queue_names=[],
        )
        self.queue = queue

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """The first signal waits for the job at hand, the second one does not."""
        if not self.running:
            os._exit(1)
        self.running = False
        if not self.running_task:
            sys.exit(0)

    def run(self) -> None:
        """Do jobs until a signal says stop.

        A database that fails between the claim and the end of a job ends the lane: the worker then takes the job again.
        """
        while self.running:
            close_old_connections()
            if not self.do_next() and self.running:
                time.sleep(self.interval)

    def do_next(self) -> bool:
        """Do the next job that is ready; False where none is."""
        job = self._next()
        if job is None:
            return False
        if self._claim(job):
            self.run_task(job)
        return True

    def _next(self) -> DBTaskResult | None:
        """The next job that is ready, not claimed yet; None too where a locked or restarting database does not say."""
        try:
            return DBTaskResult.objects.ready().filter(backend_name=JOBS, queue_name=self.queue).first()
        except OperationalError as error:
            logger.warning("The database does not answer the %s lane: %s", self.queue, error)
            time.sleep(SECONDS_WITHOUT_DATABASE)
            return None

    def _claim(self, job: DBTaskResult) -> bool:
        """Whether the job is now ours: one statement, so that no other process can have it as well."""
        job.worker_ids = [*job.worker_ids, self.worker_id]
        job.status, job.started_at = TaskResultStatus.RUNNING, timezone.now()
        ready = DBTaskResult.objects.filter(pk=job.pk, status=TaskResultStatus.READY)
        return bool(ready.update(status=job.status, started_at=job.started_at, worker_ids=job.worker_ids))

    def run_task(self, db_task_result: DBTaskResult) -> None:
        super().run_task(db_task_result)
        if db_task_result.status != TaskResultStatus.FAILED:
            return
        logger.error("The job %s failed:\n%s", db_task_result.task_path, db_task_result.traceback)
        try_again(db_task_result)


def run_lane(queue: str) -> None:
    """Do the jobs of a queue until a signal or the end of the process that started this one.

    That process holds the other end of our standard input and never writes: when it ends, however it ends, we do.
    """
    lane = Lane(queue)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lane.shutdown)
    lane.run()


def _end_with_the_parent() -> None:
    # Not by sys.stdin, whose lock would be held when the interpreter ends.
    os.read(0, 1)
    os._exit(1)
