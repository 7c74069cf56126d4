"""The first page of a PDF as a picture, and what is said where there is none."""

import io
import math

import pytest
from PIL import Image

from iclds.background.limited import Refused
from iclds.background.limits import Outcome, Reason
from iclds.core import pdf_pages
from iclds.core.cover_problems import CoverProblem, problem_of, sentence
from iclds.core.pdf_pages import HIGHEST, WIDEST, first_page, scale_to_fit
from tests.factories.media import pdf_of

RED = (200, 30, 30)


@pytest.mark.parametrize(
    "size",
    [pytest.param((2_000, 20), id="wide"), pytest.param((20, 2_000), id="high"), pytest.param((5, 5), id="tiny")],
)
def test_any_sheet_fits(size: tuple[float, float]) -> None:
    page = first_page(pdf_of(RED, size=size))

    with Image.open(io.BytesIO(page)) as picture:
        assert 1 <= picture.width <= WIDEST + 1
        assert 1 <= picture.height <= HIGHEST + 1


@pytest.mark.parametrize("size", [(0, 842), (595, -1), (math.nan, 842), (595, math.inf)])
def test_a_sheet_of_no_size_is_refused(size: tuple[float, float]) -> None:
    with pytest.raises(Refused, match=pdf_pages.PAGE_SIZE):
        scale_to_fit(*size)


@pytest.mark.parametrize(
    ("outcome", "problem"),
    [
        pytest.param(Outcome(reason=Reason.TOO_LONG), CoverProblem.TOO_LONG, id="time"),
        pytest.param(Outcome(reason=Reason.TOO_MUCH_MEMORY), CoverProblem.MEMORY, id="memory"),
        pytest.param(Outcome(reason=Reason.CRASHED, detail="SIGABRT"), CoverProblem.MEMORY, id="memory in PDFium"),
        pytest.param(Outcome(reason=Reason.CRASHED, detail="SIGSEGV"), CoverProblem.DAMAGED, id="it crashed"),
        pytest.param(Outcome(reason=Reason.TOO_LARGE_RESULT), CoverProblem.DAMAGED, id="a picture beyond measure"),
        *(
            pytest.param(Outcome(reason=Reason.REFUSED, detail=word), problem, id=word)
            for word, problem in (
                (pdf_pages.PASSWORD, CoverProblem.PASSWORD),
                (pdf_pages.DAMAGED, CoverProblem.DAMAGED),
                (pdf_pages.NO_PAGES, CoverProblem.NO_PAGES),
                (pdf_pages.PAGE_SIZE, CoverProblem.PAGE_SIZE),
            )
        ),
    ],
)
def test_every_end_without_a_picture_has_its_problem(outcome: Outcome, problem: CoverProblem) -> None:
    assert problem_of(outcome) is problem


def test_without_a_problem_there_is_no_sentence() -> None:
    assert [bool(sentence(problem)) for problem in ("", *CoverProblem.values)] == [False] + [True] * 7
