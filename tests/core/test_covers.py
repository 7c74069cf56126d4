"""Covers: the first page of a PDF, made by a job when it is stored, and made anew when it is replaced."""

from unittest import mock

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from PIL import Image

from iclds.background.limits import Outcome, Reason
from iclds.background.worker import work_off
from iclds.core import cover_making
from iclds.core.cover_problems import CoverProblem
from iclds.core.models import SiteDocument, SiteImage
from iclds.core.pdf_pages import WIDEST
from tests.core.hostile_pdfs import HOSTILE
from tests.factories.media import DocumentFactory, pdf_of

RED, BLUE = (200, 30, 30), (30, 30, 200)


def stored(data: bytes, name: str = "report.pdf", title: str = "A report") -> SiteDocument:
    return DocumentFactory(title=title, file=ContentFile(data, name=name))


def with_cover(data: bytes, name: str = "report.pdf", title: str = "A report") -> SiteDocument:
    """A document whose job is done."""
    document = stored(data, name, title)
    work_off()
    document.refresh_from_db()
    return document


def replace_file(document: SiteDocument, data: bytes) -> None:
    document.file = ContentFile(data, name="report.pdf")
    document.save()


def colour_of(cover: SiteImage | None) -> tuple[int, ...]:
    """The main colour of the middle, without what JPEG did to it."""
    assert cover is not None
    with Image.open(cover.file) as picture:
        pixel = picture.getpixel((picture.width // 2, picture.height // 2))
    assert isinstance(pixel, tuple)
    return tuple(round(part, -1) for part in pixel)


@pytest.mark.django_db
def test_a_pdf_has_its_first_page_as_cover() -> None:
    cover = with_cover(pdf_of(RED, BLUE)).cover

    assert colour_of(cover) == RED
    assert cover
    assert (cover.width, cover.height) == pytest.approx((WIDEST, WIDEST * 297 / 210), abs=2)
    assert (cover.title, cover.description_sv) == ("Cover of “A report”", "Omslag till ”A report”")
    assert cover.file_size == cover.file.size


@pytest.mark.django_db
def test_nothing_is_drawn_while_an_editor_saves() -> None:
    with mock.patch.object(cover_making, "run_limited") as drawing:
        document = stored(pdf_of(RED))
        replace_file(document, pdf_of(BLUE))

    assert drawing.call_count == 0
    assert (document.cover, document.cover_notice) == (None, "The cover has not been made yet.")


@pytest.mark.django_db
def test_nothing_is_drawn_inside_a_transaction() -> None:
    stored(pdf_of(RED))
    around_the_test, around_the_drawing = len(connection.savepoint_ids), []

    def draw(*_arguments: object) -> Outcome:
        around_the_drawing.append(len(connection.savepoint_ids))
        return Outcome(reason=Reason.TOO_LONG)

    with mock.patch.object(cover_making, "run_limited", draw):
        work_off()

    assert around_the_drawing == [around_the_test]


@pytest.mark.django_db
def test_a_replaced_pdf_loses_its_cover_at_once_and_has_a_new_one_later() -> None:
    document = with_cover(pdf_of(RED))
    old = document.cover
    assert old
    old.get_rendition("width-100")

    replace_file(document, pdf_of(BLUE))

    document.refresh_from_db()
    assert document.cover is None
    assert not SiteImage.objects.exists()
    work_off()
    document.refresh_from_db()
    assert colour_of(document.cover) == BLUE


@pytest.mark.django_db
def test_a_file_that_was_replaced_before_its_turn_is_not_drawn() -> None:
    document = stored(pdf_of(RED))
    first = document.file.name or ""
    replace_file(document, pdf_of(BLUE))

    with mock.patch.object(cover_making, "run_limited") as drawing:
        cover_making.make_cover_of(document_id=document.pk, file=first)

    assert drawing.call_count == 0
    assert SiteImage.objects.count() == 0


@pytest.mark.django_db
def test_a_file_that_is_replaced_while_it_is_drawn_gives_no_cover() -> None:
    document = stored(pdf_of(RED))
    first = document.file.name or ""

    def replaced_meanwhile(*_arguments: object) -> Outcome:
        replace_file(document, pdf_of(BLUE))
        return Outcome(value=b"the red page")

    with mock.patch.object(cover_making, "run_limited", replaced_meanwhile):
        cover_making.make_cover_of(document_id=document.pk, file=first)

    assert SiteImage.objects.count() == 0
    work_off()
    document.refresh_from_db()
    assert colour_of(document.cover) == BLUE


@pytest.mark.django_db
def test_two_at_once_make_one_cover() -> None:
    document = stored(pdf_of(RED))
    file = document.file.name or ""
    draw = cover_making.run_limited

    def done_meanwhile(*arguments: object) -> Outcome:
        with mock.patch.object(cover_making, "run_limited", draw):
            cover_making.make_cover_of(document_id=document.pk, file=file)
        return draw(*arguments)

    with mock.patch.object(cover_making, "run_limited", done_meanwhile):
        cover_making.make_cover_of(document_id=document.pk, file=file)

    assert SiteImage.objects.count() == 1


@pytest.mark.django_db
def test_a_document_saved_again_keeps_its_cover_under_its_new_name() -> None:
    document = with_cover(pdf_of(RED))
    before = document.cover_id

    document.title = "Another name"
    document.save()

    document.refresh_from_db()
    assert document.cover_id == before
    assert document.cover
    assert document.cover.description == "Cover of “Another name”"


@pytest.mark.django_db
def test_an_editor_who_opened_the_form_before_the_cover_was_there_does_not_take_it_away() -> None:
    read_before = stored(pdf_of(RED))
    work_off()

    read_before.title = "Another name"
    read_before.save()

    document = SiteDocument.objects.get()
    assert colour_of(document.cover) == RED
    assert document.cover
    assert document.cover.title == "Cover of “Another name”"
    assert work_off() == 0


@pytest.mark.django_db
def test_a_cover_goes_with_its_document() -> None:
    read_before = stored(pdf_of(RED))
    work_off()

    read_before.delete()

    assert SiteImage.objects.count() == 0


@pytest.mark.django_db
def test_a_document_deleted_before_its_turn_is_no_trouble() -> None:
    stored(pdf_of(RED)).delete()

    assert work_off() == 1
    assert SiteImage.objects.count() == 0


UNSEEN = [
    pytest.param(b"", "report.pdf", "the file is damaged", id="empty"),
    pytest.param(b"%PDF-1.4 but no more", "report.pdf", "the file is damaged", id="cut short"),
    pytest.param(pdf_of(RED)[:60], "report.pdf", "the file is damaged", id="cut in the middle"),
    pytest.param(b"MZ\x90\x00", "report.pdf", "the file is damaged", id="another kind of file"),
    pytest.param(pdf_of(RED, password="secret"), "report.pdf", "the file is protected by a password", id="encrypted"),
    pytest.param(
        HOSTILE["a pattern with a step of a thousandth"](),
        "report.pdf",
        "its first page takes too long to draw",
        id="without end",
    ),
    pytest.param(pdf_of(RED), "report.docx", "", id="not called a PDF"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("data", "name", "reason"), UNSEEN)
def test_a_file_without_a_page_to_see_has_a_sentence_in_place_of_a_cover(data: bytes, name: str, reason: str) -> None:
    document = with_cover(data, name)

    assert (document.cover, document.cover_file) == (None, document.file.name)
    told = f"There is no cover: {reason}. Choose a picture on the page instead." if reason else ""
    assert document.cover_notice == told
    with document.open_file() as file:
        assert file.read() == data


@pytest.mark.django_db
def test_a_file_that_could_not_be_drawn_is_not_tried_again_until_it_changes() -> None:
    document = with_cover(b"%PDF broken")

    document.title = "Another name"
    document.save()

    assert work_off() == 0
    replace_file(document, pdf_of(BLUE))
    document.refresh_from_db()
    assert document.cover_notice == "The cover has not been made yet."
    work_off()
    document.refresh_from_db()
    assert (colour_of(document.cover), document.cover_notice) == (BLUE, "")


@pytest.mark.django_db
def test_a_broken_pdf_in_place_of_a_good_one_takes_the_cover_away() -> None:
    document = with_cover(pdf_of(RED))

    replace_file(document, b"%PDF broken")

    work_off()
    document.refresh_from_db()
    assert document.cover is None
    assert SiteImage.objects.count() == 0


@pytest.mark.django_db
def test_a_lost_file_stops_nobody_from_saving() -> None:
    document = with_cover(pdf_of(RED))
    document.file = "documents/gone/report.pdf"

    document.save()

    work_off()
    document.refresh_from_db()
    assert (document.cover, document.cover_problem) == (None, CoverProblem.MISSING)
