"""Previews: in the page's language whatever the editor's, of half-empty drafts, and of pages never saved."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from tests.admin.editing import soup, story, texts, untouched
from tests.every_page import KINDS, make_every_page
from tests.factories.pages import NewsPageFactory, in_both_trees
from tests.factories.projects import ProjectFactory
from tests.factories.registers import CountryFactory
from tests.factories.streams import stream
from tests.little_site import LittleSite

NEW_PAGES = [
    ("home", "standardpage", "home"),
    ("programmes", "guidancepage", "programme_page"),
    ("programmes", "faqpage", "programme_page"),
    ("programmes", "programmepage", "home"),
    ("programmes", "countrypage", "countries"),
    ("projects", "projectpage", "projects"),
    ("news", "newspage", "news"),
    ("news", "newspage", "knowledge"),
    ("news", "publicationpage", "knowledge"),
]
# An editor has put one of each block on the page and filled in none.
NO_STEP = {"title": "", "text": ""}
NO_PICTURE = {"picture": {"image": None, "alt_text": "", "decorative": False}, "caption": ""}
PLAIN = [
    ("text", ""),
    ("callout", {"kind": "note", "title": "", "text": ""}),
    ("steps", {"title": "", "items": [NO_STEP, NO_STEP]}),
    ("table", None),
    ("figures", {"items": [{"number": "", "meaning": ""}]}),
]
STORY = [*PLAIN, ("picture", NO_PICTURE)]
GUIDANCE = [
    *STORY,
    ("documents", {"title": "", "items": [None]}),
    ("contact", {"contact": None}),
    ("shared_callout", {"callout": None}),
    ("document_list", {"list": None}),
]
EMPTY_BLOCKS = {
    "standard": GUIDANCE, "guidance": GUIDANCE, "faq": GUIDANCE, "country": PLAIN, "story": STORY, "news": STORY,
    "article": STORY,
}  # fmt: skip


def preview(browser: Client, view: str, key: list[Any], screen: str, **fields: Any) -> HttpResponse:
    """What the preview panel shows of a screen with some fields changed, none of it saved."""
    plain = {name: value for name, value in fields.items() if not isinstance(value, dict)}
    nested = nested_form_data({name: value for name, value in fields.items() if isinstance(value, dict)})
    address = reverse(view, args=key)
    told = browser.post(address, {**untouched(browser, screen), **plain, **nested}).json()
    assert told == {"is_valid": True, "is_available": True}
    return browser.get(address, {"in_preview_panel": "true", "mode": ""})


def preview_of(browser: Client, page: Page, **fields: Any) -> HttpResponse:
    screen = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return preview(browser, "wagtailadmin_pages:preview_on_edit", [page.pk], screen, **fields)


def preview_of_new(browser: Client, app: str, model: str, parent: Page, **fields: Any) -> HttpResponse:
    key = [app, model, parent.pk]
    screen = reverse("wagtailadmin_pages:add", args=key)
    return preview(browser, "wagtailadmin_pages:preview_on_add", key, screen, **fields)


def language_of(answer: HttpResponse) -> str:
    assert answer.status_code == 200
    return str(soup(answer).html["lang"])


@pytest.mark.parametrize("admin_language", ["en", "sv"])
@pytest.mark.parametrize(("language", "date"), [("en", "20 September 2018"), ("sv", "20 september 2018")])
def test_a_preview_speaks_the_language_of_its_page(
    language: str, date: str, admin_language: str, site: LittleSite, editor: Client, speaks: Callable[[str], None]
) -> None:
    titles = {"en": "Wells", "sv": "Brunnar"}
    item = in_both_trees(NewsPageFactory, site.news, titles)[language]
    speaks(admin_language)

    answer = preview_of(editor, item)

    assert language_of(answer) == language
    assert texts(answer, "h1") == [titles[language]]
    assert texts(answer, "main time")[0] == date
    menu = [section[language].title for section in
            (site.programme_page, site.countries, site.projects, site.knowledge, site.news)]  # fmt: skip
    assert texts(answer, ".masthead__menu nav > ul > li > a") == menu
    assert soup(answer).select(".language-switch a")[0]["hreflang"] == {"en": "sv", "sv": "en"}[language]


@pytest.mark.parametrize("language", ["en", "sv"])
def test_every_type_of_page_is_previewed(language: str, site: LittleSite, editor: Client) -> None:
    pages = make_every_page(site, language, "Clean water")

    previews = {
        kind: editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])) for kind, page in pages.items()
    }

    assert {kind: (language_of(answer), texts(answer, "h1")) for kind, answer in previews.items()} == dict.fromkeys(
        KINDS, (language, ["Clean water"])
    )


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("section", ["home", "programme_page", "countries", "projects", "knowledge", "news"])
def test_every_section_is_previewed(section: str, language: str, site: LittleSite, editor: Client) -> None:
    page = getattr(site, section)[language]

    answer = preview_of(editor, page, title="A new title")

    assert (language_of(answer), texts(answer, "h1")) == (language, ["A new title"])


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize(("app", "model", "section"), NEW_PAGES)
def test_a_page_never_saved_is_previewed(
    app: str, model: str, section: str, language: str, site: LittleSite, editor: Client
) -> None:
    required = {
        "programmepage": {"programme": str(site.programme.pk)},
        "countrypage": {"country": str(CountryFactory().pk)},
        "projectpage": {"project": str(ProjectFactory(name_en="A draft").pk)},
    }.get(model, {})

    answer = preview_of_new(editor, app, model, getattr(site, section)[language], title="A draft", **required)

    assert (language_of(answer), texts(answer, "h1")) == (language, ["A draft"])


def test_what_is_typed_shows_before_it_is_saved(site: LittleSite, editor: Client) -> None:
    item = NewsPageFactory(parent=site.news["en"], title="Wells")

    answer = preview_of(editor, item, body=story("The mayor drank first."))

    assert texts(answer, "main .prose p") == ["The mayor drank first."]
    item.refresh_from_db()
    assert list(item.body) == []


@pytest.mark.parametrize("kind", EMPTY_BLOCKS)
def test_a_draft_with_blocks_that_nobody_filled_in_is_previewed(kind: str, site: LittleSite, editor: Client) -> None:
    page = make_every_page(site)[kind]
    page.body = stream(*EMPTY_BLOCKS[kind])
    page.save_revision()

    answer = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))

    assert (answer.status_code, texts(answer, "h1")) == (200, ["A title"])


@pytest.mark.parametrize("field", ["about", "who_may_apply", "body"])
def test_a_half_empty_programme_page_is_previewed(field: str, site: LittleSite, editor: Client) -> None:
    page = site.programme_page["sv"]
    setattr(page, field, stream(*PLAIN))
    page.save_revision()

    answer = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))

    assert (answer.status_code, texts(answer, "h1")) == (200, [page.title])


@pytest.mark.parametrize(
    "question",
    [
        pytest.param({"question": "", "answer": ""}, id="without words"),
        pytest.param({"question": "?!", "answer": "<p>Yes</p>"}, id="without letters"),
    ],
)
def test_a_half_empty_faq_is_previewed(question: dict[str, str], site: LittleSite, editor: Client) -> None:
    page = make_every_page(site)["faq"]
    page.sections = stream(("section", {"heading": "", "questions": [question, question]}))
    page.save_revision()

    answer = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))

    # The heading without words has the first anchor.
    assert [asked["id"] for asked in soup(answer).select("details")] == ["question-2", "question-3"]


def test_a_preview_of_an_unknown_page_is_not_found(site: LittleSite, editor: Client) -> None:
    assert editor.get(reverse("wagtailadmin_pages:view_draft", args=[999])).status_code == 404


def test_a_news_item_previews_the_projects_chosen_just_now(site: LittleSite, editor: Client) -> None:
    item = NewsPageFactory(parent=site.news["en"])
    chosen = ProjectFactory(name_en="Clean water")

    answer = preview_of(editor, item, project_links=inline_formset([{"project": chosen.pk}]))

    assert texts(answer, ".facts-box .facts__value") == ["Clean water"]
