"""Pictures and documents come in by three doors: their own lists, several at once, and the choosers."""

import io
import json
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile

from iclds.background.worker import work_off
from iclds.core.models import SiteDocument, SiteImage
from tests.admin.editing import errors, texts
from tests.factories.media import DocumentFactory, ImageFactory, pdf_of
from tests.little_site import LittleSite

DESCRIBED = {"title": "A well", "description": "A well", "description_sv": "En brunn"}
FAR_TOO_LARGE = "This picture is far too large. At most 60 million pixels are possible."


def picture_file(size: tuple[int, int] = (40, 30)) -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.new("1", size).save(data, "PNG")
    return SimpleUploadedFile("IMG_4021_final(2).png", data.getvalue(), content_type="image/png")


def test_covers_of_documents_are_not_offered_for_pages(site: LittleSite, editor: Client) -> None:
    ImageFactory(title="A well")
    DocumentFactory(title="Report", file=ContentFile(pdf_of((200, 30, 30)), name="report.pdf"))
    work_off()

    offered = editor.get(reverse("wagtailimages_chooser:choose_results")).content.decode()

    assert "A well" in offered
    assert "Cover of" not in offered


def pdf(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"%PDF-1.4 report", content_type="application/pdf")


def send_several(editor: Client, *files: SimpleUploadedFile) -> list[dict[str, Any]]:
    address = reverse("wagtailimages:add_multiple")
    return [editor.post(address, {"title": "IMG_4021_final(2)", "files[]": file}).json() for file in files]


def test_the_form_asks_for_a_description_in_both_languages(site: LittleSite, editor: Client) -> None:
    answer = editor.get(reverse("wagtailimages:add"))

    assert texts(answer, "main form .w-field__label")[:5] == [
        "Title *", "File *", "Description (English) *", "Description (Swedish) *", "Credit",
    ]  # fmt: skip


def test_several_pictures_at_once_are_each_asked_for_their_descriptions(site: LittleSite, editor: Client) -> None:
    told = send_several(editor, picture_file(), picture_file())

    assert [answer["success"] for answer in told] == [True, True]
    for answer in told:
        assert "Description (English)" in answer["form"]
        assert "Description (Swedish)" in answer["form"]
    assert not SiteImage.objects.exists()


def test_several_pictures_at_once_wait_until_they_are_described(site: LittleSite, editor: Client) -> None:
    send_several(editor, picture_file())
    waiting = UploadedFile.objects.get()
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
    form = {f"uploaded-image-{waiting.pk}-{name}": value for name, value in DESCRIBED.items()}

    refused = editor.post(address, form | {f"uploaded-image-{waiting.pk}-description_sv": ""}).json()
    taken = editor.post(address, form).json()

    assert (refused["success"], taken["success"]) == (False, True)
    stored = SiteImage.objects.get()
    assert (stored.description_en, stored.description_sv) == ("A well", "En brunn")


def test_a_huge_picture_among_several_is_refused_and_the_others_are_not(site: LittleSite, editor: Client) -> None:
    huge, small = send_several(editor, picture_file((30_000, 30_000)), picture_file())

    assert huge == {"success": False, "error_message": FAR_TOO_LARGE}
    assert small["success"] is True
    assert editor.get(reverse("wagtailimages:index")).status_code == 200


def test_a_huge_picture_is_refused_in_the_chooser(site: LittleSite, editor: Client) -> None:
    described = {**DESCRIBED, "file": picture_file((30_000, 30_000))}
    form = {f"image-chooser-upload-{name}": value for name, value in described.items()}

    answer = editor.post(reverse("wagtailimages_chooser:create"), form).json()

    assert answer["step"] == "reshow_creation_form"
    assert FAR_TOO_LARGE in answer["htmlFragment"]
    assert not SiteImage.objects.exists()


def test_the_chooser_asks_for_descriptions_too(site: LittleSite, editor: Client) -> None:
    file = {"image-chooser-upload-title": "A well", "image-chooser-upload-file": picture_file()}
    address = reverse("wagtailimages_chooser:create")

    answer = editor.post(address, file).json()

    assert answer["step"] == "reshow_creation_form"
    assert answer["htmlFragment"].count("This field is required.") == 2
    assert not SiteImage.objects.exists()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("arsrapport-2026.pdf", "arsrapport-2026.pdf", id="small letters"),
        pytest.param("ÅRSRAPPORT 2026.PDF", "ÅRSRAPPORT_2026.pdf", id="capitals, a space and an Å"),
    ],
)
def test_a_pdf_is_taken_whatever_the_letters_of_its_name(
    name: str, shown: str, site: LittleSite, editor: Client
) -> None:
    answer = editor.post(reverse("wagtaildocs:add"), {"title": "Årsrapport", "file": pdf(name)})

    assert (answer.status_code, errors(answer)) == (302, {})
    stored = SiteDocument.objects.get()
    assert (stored.filename, stored.kind) == (shown, "PDF")
    served = Client().get(stored.url)
    assert (served.status_code, served["Content-Type"]) == (200, "application/pdf")


def test_a_pdf_in_capitals_is_taken_among_several_and_in_the_chooser(site: LittleSite, editor: Client) -> None:
    several = editor.post(
        reverse("wagtaildocs:add_multiple"), {"title": "One", "files[]": pdf("ONE.PDF")}
    ).json()  # fmt: skip
    chosen = editor.post(
        reverse("wagtaildocs_chooser:create"),
        {"document-chooser-upload-title": "Two", "document-chooser-upload-file": pdf("TWO.PDF")},
    ).json()

    assert (several["success"], chosen["step"]) == (True, "chosen")
    assert sorted(document.filename for document in SiteDocument.objects.all()) == ["ONE.pdf", "TWO.pdf"]


def test_a_program_is_no_document(site: LittleSite, editor: Client) -> None:
    file = SimpleUploadedFile("setup.exe", b"MZ", content_type="application/octet-stream")

    answer = editor.post(reverse("wagtaildocs:add"), {"title": "Setup", "file": file})

    assert list(errors(answer)) == ["file"]
    assert not SiteDocument.objects.exists()


def test_the_editors_file_name_is_never_an_alternative_text(site: LittleSite, editor: Client) -> None:
    editor.post(reverse("wagtailimages:add"), DESCRIBED | {"title": "IMG_4021_final(2)", "file": picture_file()})

    chosen = editor.get(reverse("wagtailimages_chooser:chosen", args=[SiteImage.objects.get().pk]))

    assert json.loads(chosen.content)["result"]["default_alt_text"] == "A well"


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        pytest.param("fake.pdf", b"Dear all,", "The file is damaged: it cannot be read as a PDF.", id="no PDF"),
        pytest.param("empty.pdf", b"", "The submitted file is empty.", id="nothing at all"),
    ],
)
def test_a_pdf_that_is_none_is_refused_in_one_sentence(
    name: str, data: bytes, error: str, site: LittleSite, editor: Client
) -> None:
    file = SimpleUploadedFile(name, data, content_type="application/pdf")

    answer = editor.post(reverse("wagtaildocs:add"), {"title": "A report", "file": file})

    assert texts(answer, ".w-field__errors .error-message") == [error]
    assert not SiteDocument.objects.exists()
