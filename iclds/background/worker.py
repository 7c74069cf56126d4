"""The worker: one process beside the web server that keeps two lanes at work and knows the clock.

It does no job itself, so nothing that a job does can stop it: the lanes are processes of their own, started anew
where one ends. When it ends, in order or killed, they end.
"""

import datetime
import logging
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from iclds.background.clock import enqueue_due
from iclds.background.lane import Lane
from iclds.background.lock import AlreadyWorking, IsHeld, only_worker
from iclds.background.models import Heartbeat
from iclds.background.queues import JOBS, QUEUES, QUICK, SLOW
from iclds.background.tries import put_back, take_again

TICK = 1.0  # seconds
SECONDS_BETWEEN_CLOCKS = 5
SECONDS_BETWEEN_HEARTBEATS = 20
# A lane that ends at once is not started more often than this.
SECONDS_BETWEEN_STARTS = 5
# What a job at hand is given when the worker is stopped; then it is put back and taken again at the next start. A mail
# is not to be cut off between the server's answer and the note of it, or it goes out twice.
SECONDS_TO_FINISH = {QUICK: 50, SLOW: 10}
# Nothing on the quick queue takes as long as this, so what does has got stuck, and holds up mail and the clock.
LONGEST_QUICK_JOB = datetime.timedelta(minutes=5)
SECONDS_BETWEEN_LOCKS = 30
# Ctrl-C may reach the worker from the terminal and once more from the command that started it.
SECONDS_OF_ONE_SIGNAL = 1.0

logger = logging.getLogger(__name__)


class LockLost(Exception):
    """The database forgot the lock, so another worker may have started and this one has to stop its lanes."""


class Stop:
    """Whether a signal asked to stop, and how often: once waits for the jobs at hand, twice does not."""

    def __init__(self) -> None:
        self.times = 0
        self.last = float("-inf")
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._note)

    def _note(self, signum: int, frame: FrameType | None) -> None:
        if time.monotonic() - self.last > SECONDS_OF_ONE_SIGNAL:
            self.times += 1
        self.last = time.monotonic()

    def wait(self, seconds: float) -> None:
        """Sleep, but no longer than until a signal comes."""
        end = time.monotonic() + seconds
        while not self.is_asked and time.monotonic() < end:
            time.sleep(0.1)

    @property
    def is_asked(self) -> bool:
        return self.times > 0

    @property
    def is_urgent(self) -> bool:
        return self.times > 1


class Worker:
    """Keeps a lane at work on each queue until a signal says stop."""

    def __init__(self, is_held: IsHeld, stop: Stop) -> None:
        self.is_held = is_held
        self.stop = stop
        self.lanes: dict[str, subprocess.Popen[bytes]] = {}
        self.started: dict[str, float] = {}

    def run(self) -> None:
        """Raises LockLost where the database forgot the lock."""
        clocks = Turn(SECONDS_BETWEEN_CLOCKS, lambda: enqueue_due(timezone.now()))
        heartbeats = Turn(SECONDS_BETWEEN_HEARTBEATS, self._beat)
        stuck = Turn(SECONDS_BETWEEN_HEARTBEATS, self._end_what_is_stuck)
        puts_back = False
        try:
            while not self.stop.is_asked:
                for queue in QUEUES:
                    self._keep(queue)
                for turn in (clocks, heartbeats, stuck):
                    turn.take()
                time.sleep(TICK)
            puts_back = True
        finally:
            # Where the lock is lost, another worker may have taken the jobs already.
            self._end(puts_back=puts_back)

    def _keep(self, queue: str) -> None:
        lane = self.lanes.get(queue)
        if lane is not None and lane.poll() is None:
            return
        if time.monotonic() - self.started.get(queue, float("-inf")) < SECONDS_BETWEEN_STARTS:
            return
        if lane is not None:
            logger.error("The %s lane ended by itself (%s) and is started anew.", queue, lane.returncode)
        self.started[queue] = time.monotonic()
        close_old_connections()
        try:
            take_again(queue)
        except DatabaseError:
            logger.warning("The database does not answer: the %s lane starts later.", queue)
            return
        self.lanes[queue] = start_lane(queue)

    def _beat(self) -> None:
        if not self.is_held():
            raise LockLost
        Heartbeat.objects.update_or_create(id=Heartbeat.THE_ROW, defaults={"seen_at": timezone.now()})

    def _end_what_is_stuck(self) -> None:
        stuck = DBTaskResult.objects.running().filter(
            backend_name=JOBS, queue_name=QUICK, started_at__lt=timezone.now() - LONGEST_QUICK_JOB
        )
        if (lane := self.lanes.get(QUICK)) and (job := stuck.first()):
            logger.error("The job %s has got stuck, and its lane is ended.", job.task_path)
            lane.kill()

    def _end(self, *, puts_back: bool) -> None:
        for lane in self.lanes.values():
            lane.terminate()
        begun = time.monotonic()
        while any(lane.poll() is None for lane in self.lanes.values()):
            for queue, lane in self.lanes.items():
                if self.stop.is_urgent or time.monotonic() - begun > SECONDS_TO_FINISH[queue]:
                    lane.kill()
            time.sleep(0.05)
        for queue in self.lanes if puts_back else ():
            try:
                put_back(queue)
            except DatabaseError:
                # The next start takes them again all the same; only this try counts.
                logger.warning("The database does not answer: jobs of the %s lane stay as they are.", queue)


class Turn:
    """Something that is done every so many seconds; a database that does not answer waits for the next turn."""

    def __init__(self, seconds: float, act: Callable[[], object]) -> None:
        self.seconds = seconds
        self.act = act
        self.next = float("-inf")

    def take(self) -> None:
        if time.monotonic() < self.next:
            return
        self.next = time.monotonic() + self.seconds
        close_old_connections()
        try:
            self.act()
        except DatabaseError:
            logger.warning("The database does not answer the worker.")


def start_lane(queue: str) -> subprocess.Popen[bytes]:
    """A lane in a process and session of its own, so that Ctrl-C reaches the worker alone, which stops it in order."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "work", "--lane", queue]
    return subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603 - our own command


def work(*, waits: bool = False) -> None:
    """Work until a signal. Where another worker does, raises AlreadyWorking, or `waits` until it ends.

    A database that does not answer, or was restarted and forgot the lock, is asked again until it does.
    """
    stop = Stop()
    is_told = False
    while not stop.is_asked:
        try:
            with only_worker() as is_held:
                Worker(is_held, stop).run()
        except AlreadyWorking:
            if not waits:
                raise
            if not is_told:
                logger.warning("Another worker is at work on this database; this one takes over when it ends.")
            is_told = True
            stop.wait(SECONDS_BETWEEN_LOCKS)
        except (DatabaseError, LockLost) as error:
            logger.warning("The database does not answer the worker, which asks again: %s", error)
            stop.wait(SECONDS_BETWEEN_STARTS)


def work_off(queues: tuple[str, ...] = QUEUES) -> int:
    """Do in this process all that is ready on these queues, and say how many jobs that were."""
    done = 0
    for queue in queues:
        lane = Lane(queue)
        while lane.do_next():
            done += 1
    return done
