"""Saving a picture or a document is quick: what takes long is done before the transaction, or after it by a job."""

import io
from collections.abc import Callable
from typing import Any
from unittest import mock

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile

from iclds.background.worker import work_off
from iclds.core import cover_making, picture_files
from iclds.core.models import SiteDocument, SiteImage
from tests.admin.editing import texts
from tests.core.hostile_pdfs import HOSTILE
from tests.factories.media import DocumentFactory, ImageFactory, pdf_of
from tests.factories.pages import PublicationPageFactory
from tests.little_site import LittleSite

GPS = 0x8825
DESCRIBED = {"title": "A well", "description": "A well", "description_sv": "En brunn"}


def photo_with_place() -> SimpleUploadedFile:
    marks = Image.Exif()
    marks.get_ifd(GPS).update({1: "N", 2: (57.0, 38.0, 0.0), 3: "E", 4: (18.0, 17.0, 0.0)})
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(data, "JPEG", exif=marks)
    return SimpleUploadedFile("photo.jpg", data.getvalue(), content_type="image/jpeg")


def originals() -> set[str]:
    """Every file there is of a picture as it was uploaded; each has a folder of its own."""
    folders = default_storage.listdir("original_images")[0]
    names = {folder: default_storage.listdir(f"original_images/{folder}")[1] for folder in folders}
    return {f"original_images/{folder}/{name}" for folder in folders for name in names[folder]}


def add(editor: Client) -> None:
    editor.post(reverse("wagtailimages:add"), {**DESCRIBED, "file": photo_with_place()})


def replace(editor: Client) -> None:
    with mock.patch.object(picture_files, "made_fit", return_value=None):
        image = ImageFactory()
    editor.post(reverse("wagtailimages:edit", args=[image.pk]), {**DESCRIBED, "file": photo_with_place()})


def add_several(editor: Client) -> None:
    editor.post(reverse("wagtailimages:add_multiple"), {"title": "photo", "files[]": photo_with_place()})
    waiting = UploadedFile.objects.get()
    form = {f"uploaded-image-{waiting.pk}-{name}": value for name, value in DESCRIBED.items()}
    editor.post(reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk]), form)


def add_in_the_chooser(editor: Client) -> None:
    form = {f"image-chooser-upload-{name}": value for name, value in DESCRIBED.items()}
    editor.post(reverse("wagtailimages_chooser:create"), {**form, "image-chooser-upload-file": photo_with_place()})


@pytest.fixture
def depths() -> Any:
    """How many transactions, the test's own aside, stood around each making of a picture fit."""
    around_the_test, made_fit, seen = len(connection.savepoint_ids), picture_files.made_fit, []

    def watched(file: Any) -> bytes | None:
        seen.append(len(connection.savepoint_ids) - around_the_test)
        return made_fit(file)

    with mock.patch.object(picture_files, "made_fit", watched):
        yield seen


@pytest.mark.parametrize("way", [add, replace, add_several, add_in_the_chooser])
def test_a_picture_is_made_fit_once_and_outside_the_transaction(
    way: Callable[[Client], None], site: LittleSite, editor: Client, depths: list[int]
) -> None:
    way(editor)

    assert depths == [0]
    image = SiteImage.objects.get()
    with Image.open(image.file.path) as kept:
        assert GPS not in kept.getexif()
    assert (image.width, image.description_sv) == (40, "En brunn")


def test_of_several_pictures_the_file_with_the_place_is_not_kept(site: LittleSite, editor: Client) -> None:
    before = originals()

    add_several(editor)

    assert originals() - before == {SiteImage.objects.get().file.name}


def test_a_picture_that_comes_past_the_forms_is_made_fit_all_the_same(site: LittleSite) -> None:
    image = ImageFactory(file=photo_with_place())

    with Image.open(image.file.path) as kept:
        assert GPS not in kept.getexif()


def hostile() -> SimpleUploadedFile:
    data = HOSTILE["a pattern with a step of a thousandth"]()
    return SimpleUploadedFile("report.pdf", data, content_type="application/pdf")


def beside_the_file(answer: HttpResponse) -> list[str]:
    return texts(answer, "#id_file-helptext .help")


def test_an_editor_reads_beside_the_file_what_became_of_its_cover(site: LittleSite, editor: Client) -> None:
    with mock.patch.object(cover_making, "run_limited") as drawing:
        answer = editor.post(reverse("wagtaildocs:add"), {"title": "Report", "file": hostile()})
    assert (answer.status_code, drawing.call_count) == (302, 0)
    document = SiteDocument.objects.get()
    address = reverse("wagtaildocs:edit", args=[document.pk])

    waiting = beside_the_file(editor.get(address))
    work_off()
    tried = beside_the_file(editor.get(address))

    assert waiting == ["The cover has not been made yet."]
    assert tried == ["There is no cover: its first page takes too long to draw. Choose a picture on the page instead."]


def test_a_file_with_its_cover_and_one_that_is_no_pdf_need_no_words(site: LittleSite, editor: Client) -> None:
    drawn = DocumentFactory(file=ContentFile(pdf_of((200, 30, 30)), name="report.pdf"))
    table = DocumentFactory(file=ContentFile(b"a,b", name="table.csv"))
    work_off()

    shown = [editor.get(reverse("wagtaildocs:edit", args=[document.pk])) for document in (drawn, table)]

    assert [beside_the_file(answer) for answer in shown] == [[], []]


def test_a_publication_warns_that_its_pdf_gives_no_cover(site: LittleSite) -> None:
    document = DocumentFactory(file=ContentFile(pdf_of((0, 0, 0), password="secret"), name="report.pdf"))
    page = PublicationPageFactory(parent=site.knowledge["en"], title="A study", lead="A study.", document=document)
    while_it_waits = page.quality_warnings()
    work_off()
    document.refresh_from_db()
    page.document = document

    told = [text for text in page.quality_warnings() if text not in while_it_waits]

    assert told == ["There is no cover: the file is protected by a password. Choose a picture on the page instead."]
    page.picture = ImageFactory()
    assert page.quality_warnings() == while_it_waits
