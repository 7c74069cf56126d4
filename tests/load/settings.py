"""Settings of a site under load: as in production, and each request writes down how long it waited for the database."""

import threading
import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

from iclds.settings.production import *  # noqa: F403
from iclds.settings.production import DATA_DIR as ITS_FOLDER
from iclds.settings.production import MIDDLEWARE as ITS_MIDDLEWARE

# Statements that wait for SQLite's write lock where somebody else has it.
WRITES = ("BEGIN", "INSERT", "UPDATE", "DELETE")


class NoteTheWait:
    """A line a request in DATA_DIR/waits: method, path, status, seconds in all, seconds of the longest write."""

    lock = threading.Lock()

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        longest = 0.0

        def timed(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
            nonlocal longest
            if not sql.startswith(WRITES):
                return execute(sql, params, many, context)
            begun = time.monotonic()
            try:
                return execute(sql, params, many, context)
            finally:
                longest = max(longest, time.monotonic() - begun)

        begun = time.monotonic()
        with connection.execute_wrapper(timed):
            response = self.get_response(request)
        line = f"{request.method} {request.path} {response.status_code} {time.monotonic() - begun:.3f} {longest:.3f}\n"
        with self.lock, open(f"{ITS_FOLDER}/waits", "a") as file:
            file.write(line)
        return response


MIDDLEWARE = ["tests.load.settings.NoteTheWait", *ITS_MIDDLEWARE]
