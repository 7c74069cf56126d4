"""What runs on the other side of iclds.background.limits: sets the limits, calls the function, sends its result.

Knows neither Django nor the site, and is imported before the limits hold: it imports no more than it needs.
"""

import importlib
import os
import resource
import signal
import sys
from collections.abc import Callable

# What a message begins with: one letter for its kind, then the number of bytes that follow.
VALUE, REFUSED, MEMORY, CRASHED, UNIMPORTABLE = b"V", b"R", b"M", b"C", b"U"
HEADER = 1 + 8
MOST_WORDS = 300  # bytes of a word or of an exception


class Refused(Exception):
    """A limited function cannot do it and says why: one short word for the program that asked, not for people."""


def main(name: str, processor_seconds: int, wall_seconds: float, memory_bytes: int) -> None:
    """Call the function `name` ("package.module:function") with all of standard input; send what comes of it."""
    answer = _own_end_of_the_pipe()
    _set_limits(processor_seconds, wall_seconds, memory_bytes)
    kind, content = _outcome(name)
    # One message, also where the function wrote to its standard output.
    with os.fdopen(answer, "wb") as pipe:
        pipe.write(kind + len(content).to_bytes(HEADER - 1) + content)
    os._exit(0)


def _own_end_of_the_pipe() -> int:
    """A number of our own for standard output, which goes nowhere from now on."""
    answer = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answer


def _set_limits(processor_seconds: int, wall_seconds: float, memory_bytes: int) -> None:
    # Who stops the parent in order signals its whole group of processes; it is the parent that ends us then.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    # Ends us where the parent was killed and cannot.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, wall_seconds)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (processor_seconds, processor_seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _outcome(name: str) -> tuple[bytes, bytes]:
    try:
        argument = sys.stdin.buffer.read()
        try:
            function = _imported(name)
        except (ImportError, AttributeError) as error:
            return UNIMPORTABLE, _words(error)
        return VALUE, function(argument)
    except Refused as refusal:
        return REFUSED, str(refusal).encode()[:MOST_WORDS]
    except MemoryError:
        return MEMORY, b""
    except Exception as error:
        return CRASHED, _words(error)


def _imported(name: str) -> Callable[[bytes], bytes]:
    module, _colon, attribute = name.partition(":")
    function: Callable[[bytes], bytes] = getattr(importlib.import_module(module), attribute)
    return function


def _words(error: Exception) -> bytes:
    return f"{type(error).__name__}: {error}".encode()[:MOST_WORDS]
