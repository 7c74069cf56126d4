"""Functions run in a process of their own: what they may use, and what is left of them."""

import os
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from iclds.background.limits import Limits, NotImportable, Outcome, Reason, run_limited

# A number of bytes that no other run of the tests has: it stands in the command of each process, so we know ours.
OUR_BYTES = 256 * 1024**2 + os.getpid()
LIMITS = Limits(processor_seconds=1, wall_seconds=5, memory_bytes=OUR_BYTES, result_bytes=1_000)
SHORT = replace(LIMITS, wall_seconds=0.4)


def run(name: str, argument: bytes = b"", limits: Limits = LIMITS) -> Outcome:
    return run_limited(f"tests.background.misbehaving:{name}", argument, limits)


def still_running(name: str) -> list[int]:
    """The processes that this run of the tests started for a function."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = path.read_bytes()
            if f"misbehaving:{name}".encode() in command and str(OUR_BYTES).encode() in command:
                found.append(int(path.parent.name))
        except OSError:
            continue  # it ended while we looked
    return found


def test_a_function_that_behaves_gives_its_result() -> None:
    assert run("turned_round", b"abc") == Outcome(value=b"cba")


def test_a_large_argument_arrives_whole() -> None:
    argument = bytes(range(256)) * 20_000

    assert run("turned_round", argument, replace(LIMITS, result_bytes=len(argument))).value == argument[::-1]


def test_an_empty_result_is_a_result() -> None:
    assert run("turned_round", b"") == Outcome(value=b"")


@pytest.mark.parametrize(
    ("name", "limits", "outcome"),
    [
        pytest.param("loops_for_ever", LIMITS, Outcome(reason=Reason.TOO_LONG), id="a loop without end"),
        pytest.param("sleeps_for_ever", SHORT, Outcome(reason=Reason.TOO_LONG), id="a sleep without end"),
        pytest.param(
            "ignores_what_can_be_ignored", SHORT, Outcome(reason=Reason.TOO_LONG), id="deaf to every signal it may be"
        ),
        pytest.param("eats_memory", LIMITS, Outcome(reason=Reason.TOO_MUCH_MEMORY), id="memory without end"),
        pytest.param(
            "floods_every_descriptor", LIMITS, Outcome(reason=Reason.TOO_LARGE_RESULT), id="a flood past our message"
        ),
        pytest.param(
            "dies_of_a_wild_pointer", LIMITS, Outcome(reason=Reason.CRASHED, detail="SIGSEGV"), id="a wild pointer"
        ),
        pytest.param(
            "is_killed_by_the_kernel",
            LIMITS,
            Outcome(reason=Reason.TOO_MUCH_MEMORY, detail="SIGKILL"),
            id="the machine is short of memory",
        ),
        pytest.param("leaves", LIMITS, Outcome(reason=Reason.CRASHED, detail="exit status 3"), id="it just leaves"),
        pytest.param(
            "raises",
            LIMITS,
            Outcome(reason=Reason.CRASHED, detail=f"ValueError: {'x' * 288}"),
            id="an exception with a long text",
        ),
        pytest.param("refuses", LIMITS, Outcome(reason=Reason.REFUSED, detail="locked"), id="it refuses by word"),
        pytest.param("has_a_child_and_waits", SHORT, Outcome(reason=Reason.TOO_LONG), id="it waits beside a child"),
        pytest.param("has_a_child", LIMITS, Outcome(value=b"done"), id="it is done and its child is not"),
    ],
)
def test_a_function_that_does_not_ends_with_a_reason_and_leaves_nothing_running(
    name: str, limits: Limits, outcome: Outcome
) -> None:
    began = time.monotonic()

    assert run(name, limits=limits) == outcome

    assert time.monotonic() - began < limits.wall_seconds + 1
    wait_until(lambda: still_running(name) == [], seconds=1)


@pytest.mark.parametrize("sent", [pytest.param(1_001, id="a byte more"), pytest.param(100_000_000, id="far more")])
def test_a_result_that_is_too_large_is_not_even_read(sent: int) -> None:
    tracemalloc.start()
    try:
        outcome = run("sends_more_than_allowed", str(sent).encode())
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert outcome == Outcome(reason=Reason.TOO_LARGE_RESULT)
    assert peak < 1_000_000


def test_a_result_of_just_the_size_is_given() -> None:
    assert run("sends_more_than_allowed", b"1000") == Outcome(value=bytes(1_000))


def test_what_a_function_prints_is_no_part_of_its_result() -> None:
    assert run("prints_first", b"the result") == Outcome(value=b"the result")


def test_a_function_knows_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "not to be seen")

    seen = run("tells_its_environment").value

    assert seen is not None
    assert set(seen.decode().split()) <= {"LC_CTYPE"}  # which Python sets itself


def test_a_function_writes_no_file(tmp_path: Path) -> None:
    target = tmp_path / "written"

    outcome = run("writes_a_file", os.fsencode(target))

    assert outcome.reason is Reason.CRASHED
    assert not target.exists() or target.read_bytes() == b""


def test_a_function_starts_without_django() -> None:
    assert run("modules_of_django").value == b"False"


@pytest.mark.parametrize(
    "function",
    ["tests.background.nowhere:function", "tests.background.misbehaving:nothing_of_this_name"],
)
def test_a_function_that_is_not_there_is_a_fault_of_ours(function: str) -> None:
    with pytest.raises(NotImportable):
        run_limited(function, b"", LIMITS)


def test_a_function_ends_by_itself_when_its_parent_was_killed() -> None:
    parent = os.fork()
    if parent == 0:
        try:
            run("sleeps_for_ever", limits=replace(LIMITS, wall_seconds=1))
        finally:
            os._exit(0)
    wait_until(lambda: len(still_running("sleeps_for_ever")) == 1)

    os.kill(parent, 9)
    os.waitpid(parent, 0)

    assert len(still_running("sleeps_for_ever")) == 1
    wait_until(lambda: still_running("sleeps_for_ever") == [])


def wait_until(is_so, seconds: float = 5) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)
