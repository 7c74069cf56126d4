"""A visitor walks through the site and back again in the other language."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watching import Watched

Walk = Callable[..., Watched]
Addresses = dict[str, dict[str, str]]


def path(page: Page) -> str:
    parts = urlsplit(page.url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def follow(page: Page, name: str, where: str = "main") -> None:
    page.locator(where).get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_load_state()


def switch_language(page: Page) -> None:
    page.locator(".language-switch a").click()
    page.wait_for_load_state()


@pytest.mark.parametrize(
    ("locale", "entrance"),
    [
        pytest.param("en-GB", "/en/", id="English"),
        pytest.param("sv-SE", "/sv/", id="Swedish"),
        pytest.param("de-DE", "/en/", id="German, which the site does not speak"),
    ],
)
def test_the_entrance_is_in_the_browsers_language(locale: str, entrance: str, walk: Walk) -> None:
    page = walk(locale=locale).page

    page.goto("/")

    assert (path(page), page.locator("html").get_attribute("lang")) == (entrance, entrance.strip("/"))


def test_a_visitor_finds_the_way_to_the_guidance(walk: Walk, addresses: Addresses) -> None:
    page = walk().page
    page.goto("/")
    menu = ".masthead__menu nav"
    sections = page.locator(f"{menu} > ul > li > a").all_inner_texts()
    assert sections[1:] == ["Partner countries", "Projects", "Knowledge Centre", "News"]

    follow(page, sections[0], menu)
    assert path(page) == addresses["en"]["programmepage"]

    page.locator("main a[href$='/how-to-apply/']").first.click()
    page.wait_for_load_state()
    assert heading(page) == "How to Apply"
    assert page.locator(".breadcrumbs li").all_inner_texts()[-1].strip() == "How to Apply"

    switch_language(page)
    assert path(page).startswith(addresses["sv"]["programmepage"])
    switch_language(page)
    assert heading(page) == "How to Apply"


def test_a_visitor_goes_from_a_country_to_a_project_and_to_all_of_its_partner(walk: Walk, addresses: Addresses) -> None:
    page = walk().page
    page.goto(addresses["en"]["countryindexpage"])
    follow(page, "Kenya")
    assert heading(page) == "Kenya"

    page.locator("main .row .card__link").first.click()
    page.wait_for_load_state()
    partner = page.locator(".partners__partner--swedish .partners__name").first.inner_text()

    page.goto(addresses["en"]["projectindexpage"])
    page.get_by_label("Swedish partner").select_option(label=partner)
    page.get_by_role("button", name="Show projects").click()
    page.wait_for_load_state()
    assert page.locator(".selection li").all_inner_texts() == [partner]
    count = page.locator(".result-count").inner_text()
    cards = page.locator("main .row").count()
    assert count == ("1 project" if cards == 1 else f"{cards} projects")

    filtered = urlsplit(page.url).query
    switch_language(page)
    assert path(page) == f"{addresses['sv']['projectindexpage']}?{filtered}"
    assert page.locator("main .row").count() == cards
    switch_language(page)
    assert path(page) == f"{addresses['en']['projectindexpage']}?{filtered}"


def test_a_search_goes_with_the_visitor_into_the_other_language(walk: Walk) -> None:
    page = walk().page
    page.goto("/en/")
    page.locator(".masthead [name=q]").fill("Kisumu")
    page.locator(".masthead [name=q]").press("Enter")
    page.wait_for_load_state()
    assert heading(page) == "Search: Kisumu"
    assert page.locator(".results__result").count() > 3

    switch_language(page)
    assert (path(page), page.locator("main [name=q]").input_value()) == ("/sv/sok/?q=Kisumu", "Kisumu")
    switch_language(page)
    assert path(page) == "/en/search/?q=Kisumu"


@pytest.mark.parametrize("section", ["newsindexpage", "knowledgecentrepage"])
def test_a_visitor_reads_the_first_of_a_list(section: str, walk: Walk, addresses: Addresses) -> None:
    page = walk().page
    page.goto(addresses["en"][section])
    card = page.locator("main .card__link").first
    title = card.inner_text()

    card.click()
    page.wait_for_load_state()

    # A publication's card names its authors before the title.
    assert title.endswith(heading(page))
    switch_language(page)
    assert page.locator("html").get_attribute("lang") == "sv"


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_language_switch_keeps_every_view(language: str, walk: Walk, addresses: Addresses) -> None:
    window = walk()
    window.expected_statuses = {404}
    other = {"en": "sv", "sv": "en"}[language]
    # The page in question stands at its version's address; a missing page leads to the home page (case D09).
    expected = {**addresses[other], "missing": f"/{other}/"}
    for kind in ("newspage", "publicationpage", "standardpage", "guidancepage", "countrypage"):
        expected.pop(kind)  # the longest of these need not be the same in both languages

    reached = {}
    for kind in expected:
        window.page.goto(addresses[language][kind])
        switch_language(window.page)
        reached[kind] = path(window.page)

    assert reached == expected


def test_the_menu_of_a_narrow_screen_opens_and_closes(walk: Walk, addresses: Addresses) -> None:
    page = walk(width=360).page
    page.goto("/en/")
    menu = page.locator("#menu")
    expect(menu).to_be_hidden()

    page.get_by_role("button", name="Menu", exact=True).click()
    expect(menu).to_be_visible()
    page.get_by_role("button", name="Close the menu").click()
    expect(menu).to_be_hidden()

    page.get_by_role("button", name="Menu", exact=True).click()
    follow(page, "Projects", "#menu")
    assert path(page) == addresses["en"]["projectindexpage"]


def test_the_site_works_without_scripts(walk: Walk, addresses: Addresses) -> None:
    page = walk(java_script_enabled=False).page
    page.goto("/en/")
    follow(page, "Projects", ".masthead__menu nav")

    page.get_by_label("Status").select_option("completed")
    page.get_by_role("button", name="Show projects").click()
    page.wait_for_load_state()

    assert path(page).startswith(f"{addresses['en']['projectindexpage']}?")
    assert page.locator("main .row").count() > 0
