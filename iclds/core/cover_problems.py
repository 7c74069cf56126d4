"""Why a PDF has no cover, in words for editors."""

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iclds.background.limits import Outcome, Reason


class CoverProblem(TextChoices):
    """The first four are words of iclds.core.pdf_pages, which brings PDFium with it and so is not imported here."""

    PASSWORD = "password", gettext_lazy("the file is protected by a password")
    DAMAGED = "damaged", gettext_lazy("the file is damaged")
    NO_PAGES = "no-pages", gettext_lazy("the file has no pages")
    PAGE_SIZE = "page-size", gettext_lazy("its first page has no size")
    TOO_LONG = "too-long", gettext_lazy("its first page takes too long to draw")
    MEMORY = "memory", gettext_lazy("its first page takes too much memory to draw")
    MISSING = "missing", gettext_lazy("the file is missing")


def problem_of(outcome: Outcome) -> CoverProblem:
    """What came of a PDF of which no picture came."""
    if outcome.reason is Reason.TOO_LONG:
        return CoverProblem.TOO_LONG
    # PDFium ends its process by an abort where it gets no memory.
    if outcome.reason is Reason.TOO_MUCH_MEMORY or outcome.detail == "SIGABRT":
        return CoverProblem.MEMORY
    if outcome.reason is Reason.REFUSED and outcome.detail in CoverProblem.values:
        return CoverProblem(outcome.detail)
    return CoverProblem.DAMAGED


def sentence(problem: str) -> str:
    """What editors read of a stored problem; nothing where there is none."""
    if not problem:
        return ""
    return _("There is no cover: %(reason)s. Choose a picture on the page instead.") % {
        "reason": CoverProblem(problem).label
    }
