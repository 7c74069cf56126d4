"""A function run in a process of its own, within limits of processor time, memory and wall time.

    outcome = run_limited("iclds.core.pdf_pages:first_page", data, Limits(processor_seconds=20, ...))
    if outcome.value is None:
        ...  # outcome.reason says why

For work on files of strangers, which may never end, take all memory or bring down the process. The function takes bytes
and gives bytes; its module imports nothing of Django, so that the process starts in a tenth of a second. It has a fresh
interpreter, no secrets in its environment, and cannot write a file. Works alike under the web server and the worker.
"""

import contextlib
import enum
import os
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from iclds.background import limited

ROOT = Path(__file__).resolve().parents[2]
PIECE = 64 * 1024

# -I: neither the current directory nor the environment has a say in what is imported.
_START = """
import sys
sys.path.insert(0, sys.argv[1])
from iclds.background.limited import main
main(sys.argv[2], int(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5]))
"""


class Reason(enum.Enum):
    """Why there is no result."""

    TOO_LONG = "too long"
    TOO_MUCH_MEMORY = "too much memory"
    TOO_LARGE_RESULT = "too large a result"
    CRASHED = "crashed"
    REFUSED = "refused"


@dataclass(frozen=True)
class Limits:
    """What a function may use: whole seconds of one processor, seconds by the clock, bytes of address space, and bytes
    of its result. About 50 MB of the address space are the interpreter's."""

    processor_seconds: int
    wall_seconds: float
    memory_bytes: int
    result_bytes: int


@dataclass(frozen=True)
class Outcome:
    """A result or a reason.

    `detail` is for programs and logs: the word that the function refused with, or what it crashed of.
    """

    value: bytes | None = None
    reason: Reason | None = None
    detail: str = ""


class NotImportable(Exception):
    """The function is not there: a fault of the program or its installation, and none of what it was to work on."""


def run_limited(function: str, argument: bytes, limits: Limits) -> Outcome:
    """Call `function` ("package.module:name") with `argument` and give what came of it.

    When it returns, the process and all that it started in its group are gone. Takes at most the wall time; holds no
    more of what the process sends than limits.result_bytes. Raises NotImportable.
    """
    deadline = time.monotonic() + limits.wall_seconds
    process = _started(function, limits)
    try:
        sent = _exchange(process, argument, limits.result_bytes, deadline)
    finally:
        # Before wait(), so that the number of the group is still its own.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(BrokenPipeError):
                cast(IO[bytes], pipe).close()
    if sent is None:
        return Outcome(reason=Reason.TOO_LONG)
    return _outcome_of(sent, limits) or _end_without_a_message(process.returncode)


def _started(function: str, limits: Limits) -> subprocess.Popen[bytes]:
    numbers = (limits.processor_seconds, limits.wall_seconds, limits.memory_bytes)
    command = [sys.executable, "-I", "-B", "-c", _START, str(ROOT), function, *map(str, numbers)]
    return subprocess.Popen(  # noqa: S603 - our own command
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        env={},
        start_new_session=True,
    )


def _exchange(process: subprocess.Popen[bytes], argument: bytes, result_bytes: int, deadline: float) -> bytes | None:
    """Hand over the argument and read one message, or as much as may be read; None when the time is over."""
    stdin, stdout = cast(IO[bytes], process.stdin), cast(IO[bytes], process.stdout)
    os.set_blocking(stdin.fileno(), False)
    unsent, read = memoryview(argument), bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(stdin, selectors.EVENT_WRITE)
        selector.register(stdout, selectors.EVENT_READ)
        while (left := deadline - time.monotonic()) > 0:
            for key, _events in selector.select(left):
                if key.fileobj is stdout:
                    piece = os.read(key.fd, PIECE)
                    read += piece
                    if not piece or _is_complete(read) or len(read) > limited.HEADER + result_bytes:
                        return bytes(read)
                else:
                    unsent = unsent[_written(key.fd, unsent[:PIECE]) :]
                    if not unsent:
                        selector.unregister(stdin)
                        stdin.close()
    return None


def _written(number: int, data: memoryview) -> int:
    """How many bytes a pipe took; all, where nobody reads it any more."""
    try:
        return os.write(number, data)
    except BrokenPipeError:
        return len(data)


def _is_complete(read: bytearray) -> bool:
    return len(read) >= limited.HEADER and len(read) - limited.HEADER >= _length_in(read)


def _length_in(message: bytes | bytearray) -> int:
    return int.from_bytes(message[1 : limited.HEADER])


def _outcome_of(sent: bytes, limits: Limits) -> Outcome | None:
    """What the process said; None where it did not finish saying it."""
    kind, content = sent[:1], sent[limited.HEADER :]
    if len(content) > limits.result_bytes or (kind == limited.VALUE and _length_in(sent) > limits.result_bytes):
        return Outcome(reason=Reason.TOO_LARGE_RESULT)
    if len(sent) < limited.HEADER or len(content) != _length_in(sent):
        return None
    words = content.decode(errors="replace")
    if kind == limited.UNIMPORTABLE:
        raise NotImportable(words)
    if kind == limited.VALUE:
        return Outcome(value=content)
    reasons = {limited.MEMORY: Reason.TOO_MUCH_MEMORY, limited.REFUSED: Reason.REFUSED}
    return Outcome(reason=reasons.get(kind, Reason.CRASHED), detail=words)


def _end_without_a_message(returncode: int) -> Outcome:
    if -returncode in {signal.SIGXCPU, signal.SIGALRM}:
        return Outcome(reason=Reason.TOO_LONG)
    detail = f"exit status {returncode}" if returncode >= 0 else signal.Signals(-returncode).name
    # The kernel kills whom it chooses when the machine itself is short of memory.
    return Outcome(reason=Reason.TOO_MUCH_MEMORY if -returncode == signal.SIGKILL else Reason.CRASHED, detail=detail)
