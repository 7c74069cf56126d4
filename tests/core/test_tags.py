"""What templates are given beyond Django and Wagtail."""

import json
import socket
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.utils import translation
from PIL import Image, ImageStat

from iclds.core.templatetags.site_tags import json_ld, picture, sek
from tests.factories.media import ImageFactory


@pytest.mark.parametrize(
    ("amount", "english", "swedish"),
    [
        pytest.param(500, "500", "500", id="hundreds"),
        pytest.param(450_000, "450,000", "450\xa0000", id="thousands"),
        pytest.param(12_500_000, "12,500,000", "12\xa0500\xa0000", id="millions"),
    ],
)
def test_sums(amount: int, english: str, swedish: str) -> None:
    assert sek(amount) == english
    with translation.override("sv"):
        assert sek(amount) == swedish


def test_data_for_search_engines_cannot_end_its_script() -> None:
    element = json_ld([{"@type": "WebPage", "name": "</script><b>&", "isbn": None}])

    assert element.count("</script>") == 1
    data = json.loads(element.removeprefix('<script type="application/ld+json">').removesuffix("</script>"))
    assert data == {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "</script><b>&"}]}


@pytest.mark.django_db
def test_a_picture_is_offered_in_the_sizes_of_its_place() -> None:
    shown = picture(ImageFactory(file__width=1600, file__height=900), "card", alt="A well")

    assert (shown["fallback"].width, shown["fallback"].height, shown["alt"]) == (400, 225, "A well")
    assert [candidate.rsplit(" ", 1)[1] for candidate in shown["avif_srcset"].split(", ")] == ["400w", "640w"]
    assert shown["webp_url"].endswith(".webp")


@pytest.mark.django_db
def test_the_focal_point_stays_in_the_picture() -> None:
    """A red spot at the right edge of a wide picture, marked by the editor, is still there in the card's."""
    drawn = Image.new("RGB", (1600, 400), "white")
    drawn.paste("red", (1400, 150, 1500, 250))
    content = BytesIO()
    drawn.save(content, "PNG")
    image = ImageFactory(
        file=ContentFile(content.getvalue(), "wide.png"), focal_point_x=1450, focal_point_y=200,
        focal_point_width=100, focal_point_height=100,
    )  # fmt: skip

    with Image.open(image.get_rendition("fill-400x225|format-avif").file) as shown:
        spot = shown.convert("RGB").crop((350, 102, 370, 122))
        colour = ImageStat.Stat(spot).mean

    assert shown.format == "AVIF"
    assert (colour[0] > 200, colour[1] < 80) == (True, True)


def test_without_a_picture_nothing_is_offered() -> None:
    assert picture(None, "card") == {"fallback": None}


def test_no_test_reaches_the_network() -> None:
    with pytest.raises(RuntimeError, match="A test tries to reach"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
