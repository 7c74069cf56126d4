"""The worker: one process beside the web server that keeps two lanes at work and knows the clock.

It does no job itself, so nothing that a job does can stop it: the lanes are processes of their own, started anew
where one ends. When it ends, in order or killed, they end.
"""

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

from iclds.background.clock import enqueue_due
from iclds.background.lane import Lane
from iclds.background.lock import IsHeld, only_worker
from iclds.background.models import Heartbeat
from iclds.background.queues import QUEUES
from iclds.background.tries import put_back, take_again

TICK = 1.0  # seconds
SECONDS_BETWEEN_CLOCKS = 5
SECONDS_BETWEEN_HEARTBEATS = 20
# A lane that ends at once is not started more often than this.
SECONDS_BETWEEN_STARTS = 5
# What a job at hand is given when the worker is stopped; then it is put back and taken again at the next start.
SECONDS_TO_FINISH = 10

logger = logging.getLogger(__name__)


class LockLost(Exception):
    """The database forgot the lock, so another worker may have started and this one has to stop its lanes."""


class Stop:
    """Whether a signal asked to stop, and how often: once waits for the jobs at hand, twice does not."""

    def __init__(self) -> None:
        self.times = 0
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._note)

    def _note(self, signum: int, frame: FrameType | None) -> None:
        self.times += 1

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
        try:
            while not self.stop.is_asked:
                for queue in QUEUES:
                    self._keep(queue)
                clocks.take()
                heartbeats.take()
                time.sleep(TICK)
        finally:
            self._end()

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
            logger.warning("The database does not answer: the %s lane starts later.", queue, exc_info=True)
            return
        self.lanes[queue] = start_lane(queue)

    def _beat(self) -> None:
        if not self.is_held():
            raise LockLost
        Heartbeat.objects.update_or_create(id=Heartbeat.THE_ROW, defaults={"seen_at": timezone.now()})

    def _end(self) -> None:
        for lane in self.lanes.values():
            lane.terminate()
        deadline = time.monotonic() + SECONDS_TO_FINISH
        while any(lane.poll() is None for lane in self.lanes.values()):
            if self.stop.is_urgent or time.monotonic() > deadline:
                for lane in self.lanes.values():
                    lane.kill()
                    lane.wait()
            time.sleep(0.05)
        for queue in self.lanes:
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
            logger.warning("The database does not answer the worker.", exc_info=True)


def start_lane(queue: str) -> subprocess.Popen[bytes]:
    """A lane in a process and session of its own, so that Ctrl-C reaches the worker alone, which stops it in order."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "work", "--lane", queue]
    return subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603 - our own command


def work() -> None:
    """Work until a signal. Raises AlreadyWorking where another worker does.

    A database that does not answer, or was restarted and forgot the lock, is asked again until it does.
    """
    stopped = Stop()
    while not stopped.is_asked:
        try:
            with only_worker() as is_held:
                Worker(is_held, stopped).run()
        except (DatabaseError, LockLost):
            logger.warning("The database does not answer the worker, which asks again.", exc_info=True)
            time.sleep(SECONDS_BETWEEN_STARTS)


def work_off(queues: tuple[str, ...] = QUEUES) -> int:
    """Do in this process all that is ready on these queues, and say how many jobs that were."""
    done = 0
    for queue in queues:
        lane = Lane(queue)
        while lane.do_next():
            done += 1
    return done
