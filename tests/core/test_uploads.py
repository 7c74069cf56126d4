"""Cases D02, D14 and D15 at the door: what editors upload, and what is made of it."""

import io
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from iclds.core.models import SiteImage
from iclds.core.pictures import ALL_SPECS
from iclds.users.models import User
from tests.factories.media import ImageFactory

pytestmark = pytest.mark.django_db

ADD = "wagtailimages:add"
GPS_INFO, TURN_MARK = 0x8825, 0x0112


def picture_file(name: str, size: tuple[int, int] = (40, 30), kind: str = "PNG", **options: Any) -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.new("1" if kind == "PNG" else "RGB", size).save(data, kind, **options)
    return SimpleUploadedFile(name, data.getvalue(), content_type=f"image/{kind.lower()}")


def phone_photo() -> SimpleUploadedFile:
    """400 × 200 with a red upper left quarter in the stored pixels, to be turned a quarter to the right."""
    photo = Image.new("RGB", (400, 200), "white")
    photo.paste("red", (0, 0, 200, 100))
    marks = photo.getexif()
    marks[TURN_MARK] = 6
    marks.get_ifd(GPS_INFO).update({1: "N", 2: (57.0, 38.0, 0.0), 3: "E", 4: (18.0, 17.0, 0.0)})
    data = io.BytesIO()
    photo.save(data, "JPEG", exif=marks)
    return SimpleUploadedFile("photo.jpg", data.getvalue(), content_type="image/jpeg")


@pytest.mark.parametrize("spec", ALL_SPECS)
def test_a_turned_phone_photo_is_upright_and_tells_no_position(spec: str) -> None:
    stored = ImageFactory(file=phone_photo())

    rendition = stored.get_rendition(spec)

    with Image.open(rendition.file.path) as shown:
        assert shown.size == (rendition.width, rendition.height)
        assert (dict(shown.getexif()), dict(shown.getexif().get_ifd(GPS_INFO))) == ({}, {})
        if not spec.startswith("fill"):
            assert shown.height > shown.width
        assert is_red(shown, 0.9, 0.1)
        assert not is_red(shown, 0.1, 0.9)


def is_red(picture: Image.Image, across: float, down: float) -> bool:
    red, green, _blue = picture.convert("RGB").getpixel((picture.width * across, picture.height * down))  # type: ignore[misc]
    return red > 200 and green < 80


@pytest.fixture
def upload(publisher: User, log_in: Callable[[User], Client]) -> Callable[..., Any]:
    browser = log_in(publisher)

    def send(file: SimpleUploadedFile, **fields: str) -> Any:
        form = {"title": "A well", "description": "A well", "description_sv": "En brunn", "file": file, **fields}
        return browser.post(reverse(ADD), form)

    return send


def errors(answer: Any) -> dict[str, list[str]]:
    return {name: list(told) for name, told in answer.context["form"].errors.items()}


def test_a_picture_is_stored_with_its_descriptions(upload: Callable[..., Any]) -> None:
    answer = upload(picture_file("well.png"))

    assert answer.status_code == 302
    stored = SiteImage.objects.get()
    assert (stored.description_en, stored.description_sv, stored.width) == ("A well", "En brunn", 40)


@pytest.mark.parametrize("field", ["description", "description_sv"])
def test_a_picture_needs_a_description_in_both_languages(field: str, upload: Callable[..., Any]) -> None:
    answer = upload(picture_file("well.png"), **{field: ""})

    assert errors(answer) == {field: ["This field is required."]}
    assert not SiteImage.objects.exists()


def test_a_small_file_with_a_huge_picture_is_refused_at_once(upload: Callable[..., Any]) -> None:
    bomb = picture_file("bomb.png", (30_000, 30_000))
    assert bomb.size < 2_000_000
    began = time.monotonic()

    answer = upload(bomb)

    assert time.monotonic() - began < 10
    assert errors(answer) == {"file": ["This picture is far too large. At most 60 million pixels are possible."]}
    assert not SiteImage.objects.exists()


def test_a_picture_of_more_pixels_than_allowed_is_refused(upload: Callable[..., Any]) -> None:
    answer = upload(picture_file("photo.png", (12_000, 9_000)))

    assert errors(answer) == {"file": ["This file has too many pixels (108000000). Maximum pixels 60000000."]}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("empty.png", b"", id="an empty file"),
        pytest.param("text.png", b"no picture at all", id="a text"),
        pytest.param("half.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", id="half a picture"),
        pytest.param("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", id="a drawing that may hold scripts"),
    ],
)
def test_what_is_no_picture_is_refused(name: str, data: bytes, upload: Callable[..., Any]) -> None:
    answer = upload(SimpleUploadedFile(name, data, content_type="image/png"))

    assert list(errors(answer)) == ["file"]
    assert not SiteImage.objects.exists()


def test_the_list_of_pictures_opens_when_a_file_is_lost(publisher: User, log_in: Callable[[User], Client]) -> None:
    image = ImageFactory()
    image.file.storage.delete(image.file.name)

    assert log_in(publisher).get(reverse("wagtailimages:index")).status_code == 200


def test_a_phone_photo_is_taken_and_its_position_goes_at_the_door(upload: Callable[..., Any]) -> None:
    assert upload(phone_photo()).status_code == 302

    stored = SiteImage.objects.get()
    with Image.open(stored.file.path) as original:
        assert dict(original.getexif().get_ifd(GPS_INFO)) == {}
        assert (original.size, (stored.width, stored.height)) == ((400, 200), (400, 200))


def test_renditions_are_public_and_originals_are_not() -> None:
    image = ImageFactory()
    rendition = image.get_rendition("fill-400x225|format-webp")

    shown, hidden = Client().get(rendition.url), Client().get(image.file.url)

    assert (shown.status_code, shown["Content-Type"], hidden.status_code) == (200, "image/webp", 404)
    assert shown["Cache-Control"] == "public, max-age=31536000, immutable"
