"""What running text is made of, as a reader gets it; case D07 for tables."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from iclds.core.blocks import CaptionedTableBlock
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.pages import StandardPageFactory
from tests.factories.registers import (
    ContactFactory,
    DocumentListEntryFactory,
    DocumentListFactory,
    SharedCalloutFactory,
)
from tests.factories.streams import every_block, picture, stream, table
from tests.little_site import LittleSite
from tests.visiting import Screen, Visit

ROWS = [["", "Europe", "Africa"], ["Inception", "220,000", "275,000"]]


def show(site: LittleSite, visit: Visit, body: str, language: str = "en") -> Screen:
    return visit(StandardPageFactory(parent=site.home[language], body=body).get_url())


def headings(screen: Screen) -> list[tuple[str, str]]:
    return [(str(cell["scope"]), cell.get_text(strip=True)) for cell in screen.find_all("main th")]


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize(
    ("headers", "marked"),
    [
        pytest.param("both", [("col", "Europe"), ("col", "Africa"), ("row", "Inception")], id="both"),
        pytest.param("row", [("col", "Europe"), ("col", "Africa")], id="the first row"),
        pytest.param("column", [("row", "Inception")], id="the first column"),
    ],
)
def test_a_table_says_what_its_figures_belong_to(
    headers: str, marked: list[tuple[str, str]], language: str, site: LittleSite, visit: Visit
) -> None:
    screen = show(site, visit, stream(table(ROWS, headers, "Medel per land 2026")), language)

    assert headings(screen) == marked
    assert screen.texts("main table > caption") == ["Medel per land 2026"]
    assert screen.texts("main td, main th")[-2:] == ["220,000", "275,000"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"table_header_choice": ""}, "Validation error in TableBlock", id="no headings chosen"),
        pytest.param({"table_header_choice": "neither"}, "Say whether the first row", id="neither row nor column"),
        pytest.param({"table_caption": "  "}, "Give the table a caption", id="no caption"),
    ],
)
def test_an_editor_is_asked_for_what_a_table_lacks(change: dict[str, Any], told: str) -> None:
    value = {**table(ROWS)[1], **change}

    with pytest.raises(ValidationError, match=told):
        CaptionedTableBlock().clean(value)


def test_a_whole_table_is_accepted() -> None:
    value = table(ROWS)[1]

    assert CaptionedTableBlock().clean(value)["data"] == ROWS


def test_markup_in_a_table_is_shown_as_it_is_written(site: LittleSite, visit: Visit) -> None:
    screen = show(site, visit, stream(table([["<b>A</b>", "x"], ["</td>", "&"]], "row")))

    assert screen.texts("main td, main th") == ["<b>A</b>", "x", "</td>", "&"]


def test_every_block_is_shown(site: LittleSite, visit: Visit) -> None:
    document = DocumentFactory(title="Guidelines 2020")
    contact = ContactFactory(role_en="Programme officer", email="mpp@icld.example")

    screen = show(site, visit, every_block(ImageFactory(), document, contact.pk))

    for words in (
        "Before you apply", "Write the budget together", "To apply", "Sums by country", "partnerships 38",
        "Kisumu, 2018", "To download", "Guidelines 2020", "Programme officer",
    ):  # fmt: skip
        assert words in screen.text
    assert "mailto:mpp@icld.example" in screen.links.values()
    assert document.url in screen.links.values()
    assert screen.alt_texts == ["A well in Kisumu"]


def test_a_document_is_offered_with_its_kind_and_size(site: LittleSite, visit: Visit) -> None:
    document = DocumentFactory(title="Guidelines")

    screen = show(site, visit, stream(("documents", {"title": "Files", "items": [document.pk]})))

    (words,) = screen.links
    assert words.startswith("Guidelines")
    assert "PDF" in screen.text
    assert f"{document.get_file_size()}\xa0bytes" in screen.reading.html


def test_decoration_is_silent(site: LittleSite, visit: Visit) -> None:
    screen = show(site, visit, stream(picture(ImageFactory(), decorative=True)))

    assert screen.alt_texts == [""]


def test_blocks_survive_what_is_no_longer_there(site: LittleSite, visit: Visit) -> None:
    body = every_block(ImageFactory(), DocumentFactory(), ContactFactory().pk)
    page = StandardPageFactory(parent=site.home["en"], body=body)
    for model in (ImageFactory, DocumentFactory, ContactFactory):
        model._meta.model.objects.all().delete()

    assert "Before you apply" in visit(page.get_url()).text


def test_a_half_empty_draft_can_be_previewed(site: LittleSite) -> None:
    body = stream(
        ("text", ""), ("callout", {"kind": "note", "title": "", "text": ""}), ("steps", {"title": "", "items": []}),
        ("table", None), ("figures", {"items": []}), ("picture", {"picture": None, "caption": ""}),
        ("documents", {"title": "", "items": []}), ("contact", {"contact": None}),
    )  # fmt: skip
    page = StandardPageFactory(parent=site.home["en"], body=body, live=False)

    answer = page.make_preview_request()

    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", ["Important", "Write the budget together", "Both answer for it."]),
        ("sv", ["Viktigt", "Gör budgeten tillsammans", "Båda svarar för den."]),
    ],
)
def test_a_callout_that_is_written_once_speaks_the_language_of_its_page(
    language: str, shown: list[str], site: LittleSite, visit: Visit
) -> None:
    callout = SharedCalloutFactory(kind="important")

    screen = show(site, visit, stream(("shared_callout", {"callout": callout.pk})), language)

    assert screen.texts(".callout > *") == shown


@pytest.mark.parametrize(("language", "title"), [("en", "Forms"), ("sv", "Blanketter")])
def test_a_document_list_shows_its_files_in_order(language: str, title: str, site: LittleSite, visit: Visit) -> None:
    files = DocumentListFactory()
    for order, name in enumerate(["Budget form", "Report form"]):
        DocumentListEntryFactory(list=files, document=DocumentFactory(title=name), sort_order=order)

    screen = show(site, visit, stream(("document_list", {"list": files.pk})), language)

    assert screen.texts(".documents__title") == [title]
    assert screen.texts(".documents .document-link__title") == ["Budget form", "Report form"]


def test_what_was_written_once_and_deleted_leaves_nothing_behind(site: LittleSite, visit: Visit) -> None:
    callout, files = SharedCalloutFactory(), DocumentListFactory()
    body = stream(("shared_callout", {"callout": callout.pk}), ("document_list", {"list": files.pk}))
    page = StandardPageFactory(parent=site.home["en"], body=body)
    callout.delete()
    files.delete()

    screen = visit(page.get_url())

    assert (screen.texts(".callout"), screen.texts(".documents")) == ([], [])


def test_three_shared_lists_ask_no_more_than_one(site: LittleSite, django_assert_max_num_queries: Any) -> None:
    lists = [DocumentListEntryFactory().list for _number in range(3)]
    addresses = [
        StandardPageFactory(
            parent=site.home["en"], body=stream(*(("document_list", {"list": found.pk}) for found in lists[:count]))
        ).get_url()
        for count in (1, 3)
    ]
    browser = Client()
    browser.get(addresses[0])
    with CaptureQueriesContext(connection) as one:
        browser.get(addresses[0])

    with django_assert_max_num_queries(len(one)):
        browser.get(addresses[1])
