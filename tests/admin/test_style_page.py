"""The style page shows every part that pages are made of, to those who may enter the admin."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.urls import reverse

from iclds.core.blocks import GuidanceBlocks
from tests.admin.editing import texts
from tests.every_page import make_every_page
from tests.little_site import LittleSite
from tests.strict_reader import Reading, html_is_valid, no_id_twice, references_exist

TEMPLATES = Path(settings.BASE_DIR) / "templates"
# Parts of another part, the frame round every page, or what needs pictures and maps of real places:
# those stand on the pages themselves.
SHOWN_ELSEWHERE = {
    "components/block_preview.html",
    "components/facts.html",
    "components/header_picture.html",
    "components/language_switch.html",
    "components/menu.html",
    "components/picture.html",
    "components/search_form.html",
    "cards/country.html",
    "blocks/contact.html",
    "blocks/documents.html",
    "blocks/document_list.html",  # and wrappers of parts that are shown
    "blocks/shared_callout.html",
    "blocks/picture.html",
}


@pytest.fixture
def address(site: LittleSite) -> str:
    make_every_page(site)
    return reverse("style_page")


@pytest.mark.parametrize("language", ["en", "sv"])
def test_an_editor_sees_every_part(language: str, address: str, editor: Client, speaks: Callable[[str], None]) -> None:
    speaks(language)

    answer = editor.get(address)

    folders = ("components", "components/charts", "cards", "blocks")
    every = {f"{folder}/{path.name}" for folder in folders for path in (TEMPLATES / folder).glob("*.html")}
    assert set(texts(answer, ".samples__file")) == every - SHOWN_ELSEWHERE
    assert texts(answer, "h1") == {"en": ["How the site looks"], "sv": ["Så ser webbplatsen ut"]}[language]


def test_the_page_is_sound(address: str, editor: Client) -> None:
    answer = editor.get(address)

    reading = Reading(html=answer.content.decode(), status=answer.status_code)
    assert [*html_is_valid(reading), *no_id_twice(reading), *references_exist(reading)] == []


def test_no_part_is_empty(address: str, editor: Client) -> None:
    drawn = BeautifulSoup(editor.get(address).content, "html.parser").select(".samples__drawn")

    assert [sample for sample in drawn if not sample.get_text(strip=True)] == []


def test_the_tokens_are_those_of_the_style_sheet(address: str, editor: Client) -> None:
    css = (TEMPLATES.parent / "static/css/base.css").read_text()

    shown = texts(editor.get(address), ".swatches code")

    assert shown == sorted(shown, key=lambda name: css.index(f"{name}:"))
    assert set(re.findall(r"^  (--(?:colour|text)-[\w-]+):", css, re.MULTILINE)) == set(shown)


def test_editors_find_it_in_the_menu(address: str, editor: Client) -> None:
    assert address in editor.get(reverse("wagtailadmin_home")).content.decode()


def test_visitors_are_asked_to_log_in(address: str) -> None:
    answer = Client().get(address)

    assert (answer.status_code, answer["Location"]) == (302, f"{reverse('wagtailadmin_login')}?next={address}")


def test_an_empty_site_has_it_too(site: LittleSite, editor: Client) -> None:
    assert editor.get(reverse("style_page")).status_code == 200


def test_each_block_of_a_page_is_among_the_parts() -> None:
    assert {block.meta.template for block in GuidanceBlocks().child_blocks.values()} <= {
        f"blocks/{path.name}" for path in (TEMPLATES / "blocks").glob("*.html")
    }
