"""Django's way to a mail server, and what it lacks to be used for hours by one process."""

import queue
import smtplib
import socket
import threading
from typing import Any

from django.core.mail.backends import smtp


class EmailBackend(smtp.EmailBackend):
    """Never hangs in DNS, notices a connection that is gone, and can let one go without a word."""

    def open(self) -> bool | None:
        if self.connection is None:
            look_up(str(self.host), int(self.port), self.timeout)
        return super().open()

    def renew(self) -> None:
        """Let go of a connection that the server has closed meanwhile; the next `open` makes a new one."""
        if self.connection is None:
            return
        try:
            code, _words = self.connection.noop()
        except smtplib.SMTPException:
            code = 0
        if code != 250:
            self.abandon()

    def abandon(self) -> None:
        """Close without QUIT, whose answer a sick server would keep us waiting for."""
        # Django's own names: `_partial_connection` is one that was not ready when it failed.
        broken: list[smtplib.SMTP | None] = [self.connection, getattr(self, "_partial_connection", None)]
        self.connection = self._partial_connection = None
        for connection in filter(None, broken):
            connection.close()


def look_up(host: str, port: int, seconds: float | None) -> None:
    """Ask for the addresses of a host, so that the answer is near when it is connected to.

    In a thread that is left behind where it takes too long: nothing else can stop the system's resolver. Raises
    socket.gaierror, or TimeoutError after so many seconds.
    """
    answers: queue.SimpleQueue[OSError | None] = queue.SimpleQueue()

    def ask() -> None:
        try:
            socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            answers.put(error)
        else:
            answers.put(None)

    threading.Thread(target=ask, daemon=True).start()
    error: Any
    try:
        error = answers.get(timeout=seconds)
    except queue.Empty as late:
        raise TimeoutError(f"{host} was not found in time.") from late
    if error is not None:
        raise error
