"""Covers: the first page of a PDF, made when it is stored and made anew when it is replaced."""

import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from iclds.core.models import SiteDocument, SiteImage
from iclds.core.pdf_pages import HIGHEST, WIDEST, first_page
from tests.factories.media import DocumentFactory, pdf_of

RED, BLUE = (200, 30, 30), (30, 30, 200)


def upload(data: bytes, name: str = "report.pdf", title: str = "A report") -> SiteDocument:
    return DocumentFactory(title=title, file=ContentFile(data, name=name))


def colour_of(cover: SiteImage | None) -> tuple[int, ...]:
    """The main colour of the middle, without what JPEG did to it."""
    assert cover is not None
    with Image.open(cover.file) as picture:
        pixel = picture.getpixel((picture.width // 2, picture.height // 2))
    assert isinstance(pixel, tuple)
    return tuple(round(part, -1) for part in pixel)


@pytest.mark.django_db
def test_a_pdf_has_its_first_page_as_cover() -> None:
    cover = upload(pdf_of(RED, BLUE)).cover

    assert colour_of(cover) == RED
    assert cover
    assert (cover.width, cover.height) == pytest.approx((WIDEST, WIDEST * 297 / 210), abs=2)
    assert (cover.title, cover.description_sv) == ("Cover of “A report”", "Omslag till ”A report”")
    assert cover.file_size == cover.file.size


@pytest.mark.django_db
def test_a_replaced_pdf_has_a_new_cover_and_the_old_is_gone() -> None:
    document = upload(pdf_of(RED))
    old = document.cover
    assert old

    document.file = ContentFile(pdf_of(BLUE), name="report.pdf")
    document.save()

    document.refresh_from_db()
    assert colour_of(document.cover) == BLUE
    assert not SiteImage.objects.filter(pk=old.pk).exists()


@pytest.mark.django_db
def test_a_document_saved_again_keeps_its_cover_under_its_new_name() -> None:
    document = upload(pdf_of(RED))
    before = document.cover_id

    document.title = "Another name"
    document.save()

    document.refresh_from_db()
    assert document.cover_id == before
    assert document.cover
    assert document.cover.description == "Cover of “Another name”"


@pytest.mark.django_db
def test_a_cover_goes_with_its_document() -> None:
    upload(pdf_of(RED)).delete()

    assert SiteImage.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(b"", "report.pdf", id="empty"),
        pytest.param(b"%PDF-1.4 but no more", "report.pdf", id="cut short"),
        pytest.param(pdf_of(RED)[:60], "report.pdf", id="cut in the middle"),
        pytest.param(b"MZ\x90\x00", "report.pdf", id="another kind of file"),
        pytest.param(pdf_of(RED, password="secret"), "report.pdf", id="encrypted"),
        pytest.param(pdf_of(RED), "report.docx", id="not called a PDF"),
    ],
)
def test_a_file_without_a_page_to_see_is_stored_without_a_cover(data: bytes, name: str) -> None:
    document = upload(data, name)

    document.refresh_from_db()
    assert (document.cover, document.cover_file) == (None, document.file.name)
    with document.open_file() as file:
        assert file.read() == data


@pytest.mark.django_db
def test_a_broken_pdf_in_place_of_a_good_one_takes_the_cover_away() -> None:
    document = upload(pdf_of(RED))

    document.file = ContentFile(b"%PDF broken", name="report.pdf")
    document.save()

    document.refresh_from_db()
    assert document.cover is None
    assert SiteImage.objects.count() == 0


@pytest.mark.django_db
def test_a_lost_file_stops_nobody_from_saving() -> None:
    document = upload(pdf_of(RED))
    document.file = "documents/gone/report.pdf"

    document.save()

    document.refresh_from_db()
    assert document.cover is None


@pytest.mark.parametrize(
    "size",
    [pytest.param((2_000, 20), id="wide"), pytest.param((20, 2_000), id="high"), pytest.param((5, 5), id="tiny")],
)
def test_any_sheet_fits(size: tuple[float, float]) -> None:
    page = first_page(pdf_of(RED, size=size))

    assert page
    with Image.open(io.BytesIO(page)) as picture:
        assert 1 <= picture.width <= WIDEST + 1
        assert 1 <= picture.height <= HIGHEST + 1
