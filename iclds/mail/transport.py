"""One connection to the mail server, within limits of time."""

import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any, Self

from django.conf import settings
from django.core.mail import get_connection

from iclds.mail import smtp
from iclds.mail.faults import UNSENT
from iclds.mail.models import OutgoingMail

# Where what is interrupted goes on all the same, it is interrupted again.
SECONDS_BETWEEN_ALARMS = 1.0

logger = logging.getLogger(__name__)


class TimeLimitPassed(TimeoutError):
    """Something took longer in all than it may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeLimitPassed inside the block after so many seconds, also where each step of it is quick.

    Works in the main thread alone, where jobs are done; what C code does without Python is interrupted when it ends.
    """

    def interrupt(signum: int, frame: FrameType | None) -> None:
        raise TimeLimitPassed

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds, SECONDS_BETWEEN_ALARMS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class StoredMessage:
    """As much of Django's EmailMessage and its MIME message as e-mail backends look at, out of a row of the outbox."""

    encoding = None

    def __init__(self, mail: OutgoingMail) -> None:
        self.from_email = mail.sender
        self.to = [mail.recipient]
        self.body = bytes(mail.body)

    def recipients(self) -> list[str]:
        return self.to

    def message(self) -> Self:
        return self

    def as_bytes(self, unixfrom: bool = False, linesep: str = "\n") -> bytes:
        return self.body.replace(b"\r\n", linesep.encode())

    def get_charset(self) -> None:
        return None


class Transport:
    """Opened with the first mail and closed after the last; anew only where the server or a refusal ended it."""

    def __init__(self) -> None:
        self._backend: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self._backend is None:
            return
        try:
            with time_limit(settings.MAIL_TIMEOUT):
                self._backend.close()
        except UNSENT:
            # What was sent is marked already; a server that answers no QUIT harms nobody.
            logger.info("The connection to the mail server did not end in order.")

    def send(self, mail: OutgoingMail) -> None:
        """Returns when the server has taken the mail. Raises what UNSENT names."""
        try:
            with time_limit(settings.MAIL_SECONDS):
                self._ready().send_messages([StoredMessage(mail)])
        except BaseException:
            self._abandon()
            raise

    def _ready(self) -> Any:
        if self._backend is None:
            self._backend = get_connection(settings.MAIL_TRANSPORT, timeout=settings.MAIL_TIMEOUT)
        if isinstance(self._backend, smtp.EmailBackend):
            self._backend.renew()
        self._backend.open()
        return self._backend

    def _abandon(self) -> None:
        if isinstance(self._backend, smtp.EmailBackend):
            self._backend.abandon()
        self._backend = None
