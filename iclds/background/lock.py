"""At most one worker at a time works the queues of one database."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

# Any number that no other program uses with this database.
KEY = 4_211_987_023

# Whether the lock is still held: a server that was restarted has forgotten it.
IsHeld = Callable[[], bool]


class AlreadyWorking(Exception):
    """Another worker holds the lock."""


@contextmanager
def only_worker() -> Iterator[IsHeld]:
    """Hold the lock. Raises AlreadyWorking where somebody else does.

    On PostgreSQL, which several machines may share, the server keeps it for a connection of its own; SQLite is one
    file on one machine, so a file beside it does. Both are let go when the process ends, however it ends.
    """
    with _lock_of_the_server() if connection.vendor == "postgresql" else _lock_of_a_file() as is_held:
        yield is_held


@contextmanager
def _lock_of_the_server() -> Iterator[IsHeld]:
    # Apart from the connection that the worker asks by, which is closed from time to time.
    own = connection.copy()
    try:
        with own.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [KEY])
            if not cursor.fetchone()[0]:
                raise AlreadyWorking

        def is_held() -> bool:
            try:
                with own.cursor() as cursor:
                    cursor.execute("SELECT 1")
            except DatabaseError:
                return False
            return True

        yield is_held
    finally:
        own.close()


@contextmanager
def _lock_of_a_file() -> Iterator[IsHeld]:
    path = Path(settings.DATA_DIR) / "worker.lock"
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyWorking from error
        yield lambda: True
