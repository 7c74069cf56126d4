"""Pictures of every odd kind, and files that broke after the upload: the page answers, and shows what can be shown."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from PIL import Image

from iclds.core.models import SiteImage
from iclds.core.picture_files import made_fit
from tests.factories.media import ImageFactory
from tests.factories.pages import NewsPageFactory
from tests.factories.streams import picture, stream
from tests.little_site import LittleSite
from tests.visiting import Screen, Visit


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def long_panorama() -> bytes:
    """12,000 pixels across, within the site's limit of pixels."""
    return encoded(Image.new("RGB", (12_000, 1_000), "teal"), "JPEG")


def grey_gradient(mode: str) -> Image.Image:
    return Image.linear_gradient("L").convert(mode)


def moving() -> bytes:
    frames = [Image.new("P", (60, 40), colour) for colour in (1, 2, 3)]
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])


ODD: dict[str, tuple[str, Callable[[], bytes]]] = {
    "12,000 pixels across": ("jpg", long_panorama),
    "for print, in CMYK": ("jpg", lambda: encoded(grey_gradient("CMYK"), "JPEG")),
    "in shades of grey": ("jpg", lambda: encoded(grey_gradient("L"), "JPEG")),
    "16 bits a pixel": ("png", lambda: encoded(Image.new("I;16", (60, 40), 40_000), "PNG")),
    "in black and white": ("png", lambda: encoded(Image.new("1", (60, 40)), "PNG")),
    "seen through": ("png", lambda: encoded(Image.new("RGBA", (60, 40), (0, 128, 128, 0)), "PNG")),
    "of a palette, seen through": ("png", lambda: encoded(Image.new("P", (60, 40), 3), "PNG", transparency=3)),
    "one pixel": ("png", lambda: encoded(Image.new("RGB", (1, 1)), "PNG")),
    "a line": ("png", lambda: encoded(Image.new("RGB", (2_000, 1)), "PNG")),
    "moving": ("gif", moving),
}


def test_print_and_measuring_become_colours_of_the_web_and_keep_no_position() -> None:
    marks = Image.Exif()
    marks.get_ifd(0x8825).update({1: "N", 2: (57.0, 38.0, 0.0)})
    magenta = Image.new("CMYK", (60, 40), (0, 255, 0, 0))
    files = {
        "measuring": encoded(Image.new("I;16", (60, 40), 40_000), "PNG"),
        "print": encoded(magenta, "JPEG", quality=95, icc_profile=b"no profile", exif=marks),
    }

    stored, shown = {}, {}
    for name, data in files.items():
        with Image.open(io.BytesIO(made_fit(io.BytesIO(data)) or b"")) as picture:
            stored[name] = picture.mode, dict(picture.getexif())
            shown[name] = picture.convert("RGB").resize((1, 1)).tobytes()

    assert stored == {"measuring": ("L", {}), "print": ("RGB", {})}
    assert shown["measuring"] == bytes([156, 156, 156])  # 40,000 of 65,536 shades
    red, green, blue = shown["print"]
    assert red > 200
    assert blue > 100
    assert green < 60


def page_with(image: SiteImage, site: LittleSite) -> str:
    body = stream(picture(image))
    return str(NewsPageFactory(parent=site.news["en"], title="Wells", picture=image, body=body).get_url())


def addresses_of_pictures(screen: Screen) -> set[str]:
    found = {str(image["src"]) for image in screen.find_all("main img[src]")}
    for source in screen.find_all("main source[srcset], main img[srcset]"):
        found |= {part.split()[0] for part in str(source["srcset"]).split(",")}
    return found


@pytest.mark.parametrize("name", ODD)
def test_a_picture_of_any_kind_is_shown_in_every_size(name: str, site: LittleSite, visit: Visit) -> None:
    ending, draw = ODD[name]
    image = ImageFactory(file=ContentFile(draw(), f"odd.{ending}"))

    screen = visit(page_with(image, site))

    shown = addresses_of_pictures(screen)
    assert len(shown) >= 4
    for address in shown:
        with Image.open(Path(settings.MEDIA_ROOT) / address.removeprefix(settings.MEDIA_URL)) as rendition:
            rendition.load()
            assert rendition.mode in {"RGB", "RGBA", "L", "P"}


def damaged(image: SiteImage, data: bytes | None) -> None:
    """The file as a full disk or a failed copy leaves it; None: gone."""
    path = Path(image.file.path)
    path.unlink()
    if data is not None:
        path.write_bytes(data)


@pytest.mark.parametrize("where", ["its own page", "the list of news", "the home page"])
@pytest.mark.parametrize(
    "left",
    [
        pytest.param(None, id="gone"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xd8\xff\xe0 no picture", id="no picture"),
        pytest.param(long_panorama()[:4_000], id="cut off"),
    ],
)
def test_a_page_answers_when_its_pictures_file_has_broken(
    left: bytes | None, where: str, site: LittleSite, visit: Visit
) -> None:
    image = ImageFactory()
    address = page_with(image, site)
    damaged(image, left)

    screen = visit({"its own page": address, "the list of news": "/en/news/", "the home page": "/en/"}[where])

    assert "Wells" in screen.text or where == "the home page"
