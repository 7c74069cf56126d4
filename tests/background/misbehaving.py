"""Functions for tests/background/test_limits.py, each of which goes wrong in a way of its own."""

import ctypes
import os
import signal
import sys
import time

from iclds.background.limited import Refused


def turned_round(data: bytes) -> bytes:
    return data[::-1]


def loops_for_ever(data: bytes) -> bytes:
    while True:
        pass


def sleeps_for_ever(data: bytes) -> bytes:
    while True:
        time.sleep(3600)


def ignores_what_can_be_ignored(data: bytes) -> bytes:
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_IGN)
    return sleeps_for_ever(data)


def eats_memory(data: bytes) -> bytes:
    eaten = []
    while True:
        eaten.append(bytes(10_000_000))


def is_killed_by_the_kernel(data: bytes) -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def sends_more_than_allowed(data: bytes) -> bytes:
    return bytes(int(data))


def floods_every_descriptor(data: bytes) -> bytes:
    """Writes to every pipe it finds, past our message and its length."""
    while True:
        for number in range(1, 20):
            try:
                os.write(number, b"V" + bytes(60_000))
            except OSError:
                continue


def dies_of_a_wild_pointer(data: bytes) -> bytes:
    return ctypes.string_at(1)


def leaves(data: bytes) -> bytes:
    os._exit(3)


def raises(data: bytes) -> bytes:
    raise ValueError("x" * 1_000_000)


def refuses(data: bytes) -> bytes:
    raise Refused("locked")


def prints_first(data: bytes) -> bytes:
    print("No part of the result.", flush=True)
    os.write(2, b"nor this" * 100_000)
    return data


def tells_its_environment(data: bytes) -> bytes:
    return "\n".join(sorted(os.environ)).encode()


def writes_a_file(data: bytes) -> bytes:
    with open(data, "w") as file:
        file.write("something")
    return b""


def has_a_child(data: bytes) -> bytes:
    _child()
    return b"done"


def has_a_child_and_waits(data: bytes) -> bytes:
    _child()
    return sleeps_for_ever(data)


def _child() -> None:
    """A child that holds all that we hold, the pipe of the result among it."""
    if os.fork() == 0:
        time.sleep(60)
        os._exit(0)


def modules_of_django(data: bytes) -> bytes:
    return str(any(name.split(".")[0] == "django" for name in sys.modules)).encode()
