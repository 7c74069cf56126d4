"""The drawings, covers and PDFs of the first content."""

import io
import re
import zlib
from itertools import chain
from typing import Any

import pytest
from PIL import Image

from iclds.home.artwork import scenes
from iclds.home.artwork.canvas import LARGEST
from iclds.home.artwork.covers import COVER_SIZE, MARGIN, TITLE_ROOM, TITLE_SIZES
from iclds.home.artwork.descriptions import LANGUAGES, LONGEST, describe, describe_cover, in_both
from iclds.home.artwork.documents import make_pdf
from iclds.home.artwork.lettering import fit, has_glyph, spelled, width
from iclds.home.artwork.motifs import THEMES
from iclds.home.artwork.pictures import (
    country_picture,
    cover_picture,
    news_picture,
    project_picture,
    share_picture,
    theme_picture,
)
from iclds.home.artwork.places import THINGS
from iclds.home.artwork.plain_text import in_cp1252
from iclds.home.artwork.towns import ABROAD_ANYWHERE, COUNTRIES, REGIONS, SWEDISH, Town

LONG_TITLE = ("Öppenhet, jämlikhet och ansvar i lokal självstyrelse – lärdomar från Chișinău och Panevėžys " * 3)[:200]
DOCUMENT: dict[str, Any] = {
    "title": "Riktlinjer för partnerskap i Chișinău",
    "language": "sv",
    "sections": [
        {"heading": "Målet", "paragraphs": ["Här står ”mer” – och detta:"], "bullets": ["en punkt", "en annan punkt"]},
        {"heading": "Belopp", "table": {"headers": ["Ansökan", "Belopp"], "rows": [["Projekt", "450 000"]] * 60}},
    ],
}


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize(
    ("draw", "size"),
    [
        pytest.param(lambda: theme_picture("water"), (1600, 900), id="theme"),
        pytest.param(lambda: project_picture("a-project", "waste"), (1600, 900), id="project"),
        pytest.param(lambda: news_picture("some-news", "library"), (1600, 900), id="news"),
        pytest.param(lambda: country_picture("NA", "southern-africa"), (1600, 900), id="country"),
        pytest.param(lambda: cover_picture("A title", "Åkesson", "2020", "Policy Brief"), COVER_SIZE, id="cover"),
        pytest.param(
            lambda: cover_picture(LONG_TITLE, LONG_TITLE, "2020", "Working Paper"), COVER_SIZE, id="full cover"
        ),
        pytest.param(share_picture, (1200, 630), id="share"),
    ],
)
def test_a_picture_is_a_small_jpeg_of_its_size(draw, size):
    data = draw()
    image = opened(data)

    assert (image.format, image.size, len(data) < LARGEST) == ("JPEG", size, True)


def test_every_theme_has_a_picture_of_its_own():
    assert len({theme_picture(theme) for theme in THEMES}) == len(THEMES) == 12


def test_projects_of_one_theme_look_different():
    assert len({project_picture(f"project-{number}", "school") for number in range(8)}) == 8


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(lambda: project_picture("a-project", "youth", "asia"), id="project"),
        pytest.param(lambda: country_picture("KE", "east-africa"), id="country"),
        pytest.param(lambda: cover_picture("A title", "", "", ""), id="cover"),
        pytest.param(lambda: make_pdf(DOCUMENT), id="pdf"),
    ],
)
def test_the_same_input_gives_the_same_bytes(draw):
    assert draw() == draw()


def test_the_layouts_are_all_in_use():
    drawn = {scenes.project_scene(f"project-{number}", "city").layout for number in range(60)}

    assert drawn == {scenes.LAKE, scenes.BRIDGE, scenes.GLOBE, scenes.HALVES, scenes.ROAD}


@pytest.mark.parametrize("region", REGIONS)
def test_the_town_abroad_lies_in_the_region_of_the_partner(region):
    assert {scenes.project_scene(f"project-{number}", "city", region).abroad for number in range(20)} <= {
        *REGIONS[region]
    }


def test_an_unknown_country_gets_a_town_of_its_region():
    assert scenes.country_scene("XX", "asia").abroad in REGIONS["asia"]


def all_towns() -> list[Town]:
    return [*SWEDISH, *ABROAD_ANYWHERE, *chain.from_iterable(REGIONS.values()), *COUNTRIES.values()]


def test_towns_consist_of_things_that_can_be_drawn():
    assert {name for town in all_towns() for name in (town.landmark, *town.houses, *town.plants)} <= THINGS.keys()


# -- Descriptions


def test_every_theme_is_described_in_two_languages_and_unlike_the_others():
    described = {language: [describe(theme, language) for theme in THEMES] for language in LANGUAGES}

    assert len({*described["en"], *described["sv"]}) == 24


def test_the_description_names_what_the_scene_shows():
    scene = scenes.Scene(scenes.LAKE, "noon", SWEDISH[3], COUNTRIES["NA"], "water")

    assert describe(scene, "en") == (
        "Drawing: a Swedish town with a lighthouse and, across a lake, a town abroad with a pillared hall in front of "
        "dunes. An arc joins them over a drop and waves."
    )


def test_a_country_is_described_by_its_name():
    described = in_both(scenes.country_scene("NA", "southern-africa"), {"en": "Namibia", "sv": "Namibia"})

    assert described["sv"].startswith("Teckning: en påhittad stad i Namibia med ")
    assert described["en"].startswith("Drawing: an imagined town in Namibia with ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_description_is_longer_than_the_field(language):
    layouts = (scenes.LAKE, scenes.BRIDGE, scenes.GLOBE, scenes.HALVES, scenes.ROAD, scenes.RING, scenes.FAR)
    drawn = [
        scenes.Scene(layout, "noon", here, there, theme)
        for layout in layouts
        for here in SWEDISH
        for there in all_towns()
        for theme in THEMES
    ]

    assert max(len(describe(scene, language, "Bosnien och Hercegovina")) for scene in drawn) <= LONGEST


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cover_is_described_by_its_title_as_far_as_there_is_room(language):
    assert "A title" in describe_cover("A title", language)
    assert len(describe_cover("x" * 400, language)) == LONGEST


# -- Type


def test_letters_that_the_font_lacks_are_put_together():
    assert not has_glyph("å")
    assert [letter.base for letter in spelled("Åș–ł")] == ["A", "s", "–", "l"]
    assert all(letter.marks for letter in spelled("åäöéèșȚėłđ"))


def test_other_alphabets_are_set_in_latin_letters():
    assert "".join(letter.base for letter in spelled("Київ")) == "Kiiv"


@pytest.mark.parametrize(
    "title",
    [
        pytest.param(LONG_TITLE, id="200 characters"),
        pytest.param("W" * 200, id="one word"),
        pytest.param("Short", id="one line"),
        pytest.param(LONG_TITLE * 5, id="cut off"),
    ],
)
def test_a_title_stays_inside_its_place(title):
    block = fit(title, COVER_SIZE[0] - 2 * MARGIN, TITLE_ROOM, TITLE_SIZES)

    assert block.height <= TITLE_ROOM
    assert max(width(line, block.size) for line in block.lines) <= COVER_SIZE[0] - 2 * MARGIN


def test_nothing_is_drawn_on_the_margins_beside_a_long_title():
    cover = opened(cover_picture(LONG_TITLE, LONG_TITLE, "2020", "Research Report")).convert("L")

    for left in (0, COVER_SIZE[0] - 60):
        shades = [shade for shade, count in enumerate(cover.crop((left, 0, left + 60, 740)).histogram()) if count]
        assert shades[-1] - shades[0] <= 6


# -- Documents


def content_of(pdf: bytes) -> bytes:
    """What the pages draw, uncompressed."""
    return b"".join(zlib.decompress(found) for found in re.findall(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL))


def test_a_pdf_says_what_it_is():
    pdf = make_pdf(DOCUMENT)

    assert pdf.startswith(b"%PDF-")
    assert f"/Title <feff{DOCUMENT['title'].encode('utf-16-be').hex()}>".encode() in pdf
    assert b"/Lang (sv)" in pdf
    assert b"/CreationDate (D:20260101000000Z" in pdf
    assert pdf.count(b"/Title") == 3  # its own and two bookmarks


def test_a_pdf_holds_its_text():
    content = content_of(make_pdf(DOCUMENT))

    for text in ("Chisinau", "Målet", "”mer” – och", "annan punkt", "450 000", "Sida 2"):
        assert text.encode("cp1252") in content


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("åäö “–” é €", "åäö “–” é €", id="what the encoding has"),
        pytest.param("Chișinău, Panevėžys", "Chisinau, Panevežys", id="other accents"),
        pytest.param("Київ", "Kiiv", id="other alphabets"),
        pytest.param("a\u2011b", "a-b", id="a hyphen that does not break"),
    ],
)
def test_text_is_fitted_to_the_encoding(text, expected):
    assert in_cp1252(text) == expected
