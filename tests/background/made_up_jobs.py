"""Jobs for tests: each writes down in a file that it was done, so that another process can be watched."""

import os
import signal
import time
from pathlib import Path

from iclds.background.queues import quick_job, slow_job


@quick_job
def note(path: str, line: str) -> None:
    with Path(path).open("a") as file:
        file.write(f"{line}\n")


@slow_job
def note_slowly(path: str, line: str, seconds: float) -> None:
    time.sleep(seconds)
    note.func(path, line)


@quick_job
def fail(path: str, words: str) -> None:
    note.func(path, words)
    raise ValueError(words)


@slow_job
def be_killed(path: str) -> None:
    note.func(path, "begun")
    os.kill(os.getpid(), signal.SIGKILL)
