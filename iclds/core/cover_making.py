"""Draws the cover of a document and stores it, or the reason why there is none."""

import logging
import os

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Collection

from iclds.background.limits import run_limited
from iclds.core.cover_problems import CoverProblem, problem_of
from iclds.core.models import SiteDocument, SiteImage
from iclds.core.text import shortened

LONGEST_TEXT = 255

logger = logging.getLogger(__name__)


def make_cover_of(*, document_id: int, file: str) -> None:
    """Draw the first page of a document's file, in settings.COVER_LIMITS and outside any transaction, and store it.

    Does nothing where the document is gone, has another file by now, or where this file was tried before: it may run
    twice, also at once.
    """
    document = _waiting(document_id, file)
    if document is None:
        return
    drawn = _drawn(document)
    with transaction.atomic():
        # As it is now: another file may have come, or another run may have been quicker.
        document = _waiting(document_id, file, is_to_be_changed=True)
        if document is not None:
            _store(document, drawn)


def _waiting(document_id: int, file: str, *, is_to_be_changed: bool = False) -> SiteDocument | None:
    documents = SiteDocument.objects.filter(pk=document_id, file=file).exclude(cover_file=file)
    return (documents.select_for_update() if is_to_be_changed else documents).first()


def _drawn(document: SiteDocument) -> bytes | CoverProblem:
    try:
        with document.open_file() as file:
            pdf = file.read()
    except FileNotFoundError:
        # The file is not in the storage; the document itself says so to whoever asks for it.
        return CoverProblem.MISSING
    outcome = run_limited("iclds.core.pdf_pages:first_page", pdf, settings.COVER_LIMITS)
    if outcome.value is not None:
        return outcome.value
    problem = problem_of(outcome)
    logger.info("No cover of %s: %s (%s %s)", document.file.name, problem, outcome.reason, outcome.detail)
    return problem


def _store(document: SiteDocument, drawn: bytes | CoverProblem) -> None:
    is_drawn = isinstance(drawn, bytes)
    SiteDocument.objects.filter(pk=document.pk).update(
        cover=_stored_picture(document, drawn) if isinstance(drawn, bytes) else None,
        cover_file=document.file.name,
        cover_problem="" if is_drawn else drawn,
    )


def _stored_picture(document: SiteDocument, jpeg: bytes) -> SiteImage:
    name = f"{os.path.splitext(document.filename)[0]}.jpg"
    cover = SiteImage(
        collection=Collection.get_first_root_node(), file=ContentFile(jpeg, name=name), **texts_of_cover(document)
    )
    cover.file_size = len(jpeg)
    cover.save()
    return cover


def texts_of_cover(document: SiteDocument) -> dict[str, str]:
    """Title and descriptions of the document's cover."""

    def in_words(language: str) -> str:
        with translation.override(language):
            return shortened(gettext("Cover of “%(title)s”") % {"title": document.title}, LONGEST_TEXT)

    return {"title": in_words("en"), "description": in_words("en"), "description_sv": in_words("sv")}
