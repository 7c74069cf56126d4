"""Broken and hostile PDFs: each ends within its limits, with a picture or a reason, and leaves nothing behind."""

import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile

from iclds.background.limits import Limits, run_limited
from iclds.background.worker import work_off
from iclds.core.cover_problems import CoverProblem, problem_of
from iclds.core.models import SiteDocument
from iclds.settings import base
from tests.core.hostile_pdfs import HOSTILE
from tests.factories.media import DocumentFactory

FIRST_PAGE = "iclds.core.pdf_pages:first_page"
# What making and sending a file of 15 MB may leave with this process, bytes.
MOST_GROWTH = 60 * 1024**2
# Those of which it is known, with any computer.
ENDS: dict[str, CoverProblem] = {
    "a pattern with a step of a thousandth": CoverProblem.TOO_LONG,
    "patterns in patterns": CoverProblem.TOO_LONG,
    "masks in masks": CoverProblem.TOO_LONG,
    "a font of letters without end": CoverProblem.TOO_LONG,
    "a gigabyte of spaces, packed": CoverProblem.MEMORY,
    "four gigabytes of spaces, packed and packed": CoverProblem.MEMORY,
    "locked with a password": CoverProblem.PASSWORD,
    "locked in a way that is not known": CoverProblem.PASSWORD,
    "a page tree of itself": CoverProblem.DAMAGED,
    "no pages": CoverProblem.DAMAGED,
    "cut off in the middle": CoverProblem.DAMAGED,
    "a text": CoverProblem.DAMAGED,
}


def memory_of_this_process() -> int:
    """Bytes of it that are in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def still_running() -> list[str]:
    """Processes that this one started to draw a first page."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            found += [path.name] if parent == os.getpid() and FIRST_PAGE in (path / "cmdline").read_text() else []
        except OSError:
            continue  # it ended while we looked
    return found


@pytest.fixture(scope="module", autouse=True)
def _memory_does_not_move() -> Iterator[None]:
    before = memory_of_this_process()
    yield
    assert memory_of_this_process() - before < MOST_GROWTH


def try_within(limits: Limits, pdf: bytes) -> str:
    """What would be stored: "cover", or the word of the problem."""
    began = time.monotonic()

    outcome = run_limited(FIRST_PAGE, pdf, limits)

    assert time.monotonic() - began < limits.wall_seconds + 2
    if outcome.value is None:
        return problem_of(outcome).value
    assert outcome.value.startswith(b"\xff\xd8")  # as a JPEG does
    return "cover"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_within_its_limits_with_a_cover_or_a_reason(name: str) -> None:
    seen = try_within(settings.COVER_LIMITS, HOSTILE[name]())

    assert seen in {"cover", *CoverProblem.values}
    assert ENDS.get(name, seen) == seen
    assert still_running() == []


@pytest.mark.walk
@pytest.mark.django_db
@pytest.mark.parametrize("name", HOSTILE)
def test_a_stored_file_ends_within_the_real_limits_with_a_cover_or_a_sentence(name: str, settings) -> None:
    settings.COVER_LIMITS = base.COVER_LIMITS
    document: SiteDocument = DocumentFactory(file=ContentFile(HOSTILE[name](), name="report.pdf"))
    began = time.monotonic()

    assert work_off() == 1

    assert time.monotonic() - began < base.COVER_LIMITS.wall_seconds + 2
    document.refresh_from_db()
    assert (document.cover is None) == bool(document.cover_notice)
    assert document.cover_notice != "The cover has not been made yet."
    assert still_running() == []
