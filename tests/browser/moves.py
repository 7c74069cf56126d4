"""What an editor's tasks are made of: each move is counted in the steps it takes."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.steps import Steps

HOME = {"en": "English", "sv": "Svenska"}


def go_to_section(steps: Steps, language: str, section: str) -> None:
    """By the side menu from wherever one is in the admin."""
    page = steps.page
    steps.click(page.get_by_role("button", name="Pages", exact=True), "Pages")
    home = page.locator(".c-page-explorer__item").filter(has_text=HOME[language])
    steps.click(home.locator(".c-page-explorer__item__action").last, f"into {HOME[language]}")
    steps.open(page.locator(".c-page-explorer__item__link").filter(has_text=section), section)


def add_page(steps: Steps, kind: str = "") -> None:
    steps.open(steps.page.locator("header a[href*='/add_subpage/']").first, "Add child page")
    if kind:
        steps.open(steps.page.get_by_role("link", name=kind, exact=True), kind)


def write_text(steps: Steps, text: str) -> None:
    """A text block in the page's stream."""
    page = steps.page
    steps.click(page.get_by_role("button", name="Insert a block").first, "Insert a block")
    steps.click(page.get_by_role("option", name="Text", exact=True), "Text")
    steps.type(page.locator("[contenteditable=true]").last, text, "the text")


def publish(steps: Steps, words: str = "Publish") -> None:
    page = steps.page
    steps.click(page.get_by_role("button", name="More actions"), "the arrow beside Save draft")
    steps.open(page.get_by_role("button", name=words, exact=True), words)
    expect(page.locator(".messages .success")).to_contain_text(re.compile("publish|scheduled"))


def edit_from_list(steps: Steps, title: str) -> None:
    """Open the form of the page that a list shows by this title."""
    steps.open(steps.page.locator("tbody").get_by_role("link", name=title).first, title)


def choose(steps: Steps, what: str, name: str = "", where: Locator | None = None) -> None:
    """In the window of a chooser: the row of this name, looked for, or the first there is."""
    page = steps.page
    steps.click((where or page).get_by_role("button", name=f"Choose {what}").first, f"Choose {what}")
    window = window_before(page)
    if name:
        steps.fill("Search term", name, window)
    steps.click(window.get_by_role("link", name=name, exact=True) if name else window.locator("tbody a").first, name)
    expect(window).to_be_hidden()


def window_before(page: Page) -> Locator:
    """The window of a chooser that lies before the screen."""
    return page.locator(".modal-body")


def choose_partner(steps: Steps, number: int, name: str, role: str) -> None:
    page = steps.page
    steps.click(page.get_by_role("button", name="Add Partner"), "Add Partner")
    row = page.locator(f"#inline_child_partners-{number}")
    choose(steps, "organisation", name, row)
    steps.choose(row.get_by_label("Role"), role, f"role {role}")


def make_partner_country(steps: Steps, name: str, from_year: str) -> None:
    """A country of the register put into the programme."""
    page = steps.page
    steps.open(page.get_by_role("link", name="Programmes", exact=True), "Programmes")
    steps.open(page.locator("tbody .title a").first, "the programme")
    steps.click(page.get_by_role("button", name="Add Country"), "Add Country")
    row = page.locator("[id^=inline_child_countries-]").last
    choose(steps, "country", name, row)
    steps.fill("From year", from_year, row)
    steps.open(page.get_by_role("button", name="Save", exact=True), "Save")


def live_address(page: Page) -> str:
    """Where the page whose form is open stands on the site."""
    return str(page.get_by_role("link", name="Visit the live page").get_attribute("href"))


def spoil_lead(steps: Steps, title: str) -> tuple[str, str]:
    """Publish the page that a list shows by this title with a bad lead; its address, and the lead it had."""
    edit_from_list(steps, title)
    address, lead = live_address(steps.page), steps.page.locator("[name=lead]").input_value()
    steps.fill("Lead", "Spoilt.")
    publish(steps)
    return address, lead
