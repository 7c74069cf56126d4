"""An editor, no administrator, does her work in the browser; each task in as many steps as it says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Locator, Page, expect

from tests.browser.steps import Steps, field_named
from tests.browser.watching import Watched

Walk = Callable[..., Watched]
Addresses = dict[str, dict[str, str]]
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


def publish(steps: Steps) -> None:
    page = steps.page
    steps.click(page.get_by_role("button", name="More actions"), "the arrow beside Save draft")
    steps.open(page.get_by_role("button", name="Publish", exact=True), "Publish")
    expect(page.locator(".messages .success")).to_contain_text("published")


def window_before(page: Page) -> Locator:
    """The window of a chooser that lies before the screen."""
    return page.locator(".modal-body")


def choose_partner(steps: Steps, number: int, name: str, role: str) -> None:
    page = steps.page
    steps.click(page.get_by_role("button", name="Add Partner"), "Add Partner")
    row = page.locator(f"#inline_child_partners-{number}")
    steps.click(row.get_by_role("button", name="Choose organisation").first, "Choose organisation")
    steps.fill("Search term", name, window_before(page))
    steps.click(window_before(page).get_by_role("link", name=name, exact=True), name)
    expect(window_before(page)).to_be_hidden()
    steps.choose(row.get_by_label("Role"), role, f"role {role}")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "local-democracy.pdf"
    file.write_bytes(b"%PDF-1.4 a report")
    return file


def publish_news(page: Page, title: str) -> Steps:
    """The steps in which a news item was published."""
    steps = Steps(page)
    go_to_section(steps, "en", "News")
    add_page(steps)
    steps.fill("Title", title)
    steps.fill("Lead", "Two wells are open.")
    steps.fill("Place", "Kisumu")
    write_text(steps, "The mayor drank first.")
    publish(steps)
    return steps


def test_a_news_item_is_published(desk: Watched, walk: Walk, addresses: Addresses) -> None:
    steps = publish_news(desk.page, "Kisumu opens two wells")

    assert steps.count("A news item") == 12
    titles = desk.page.locator("table .title-wrapper").all_inner_texts()
    assert titles[0].startswith("Kisumu opens two wells (")

    visitor = walk().page
    visitor.goto(addresses["en"]["newsindexpage"])
    visitor.get_by_role("link", name="Kisumu opens two wells").first.click()
    expect(visitor.locator("h1")).to_have_text("Kisumu opens two wells")
    expect(visitor.locator("main .prose p")).to_have_text(["The mayor drank first."])


def test_a_news_item_is_translated(desk: Watched, walk: Walk) -> None:
    page = desk.page
    publish_news(page, "Wells for two towns")
    steps = Steps(page)
    row = page.locator("table tr").filter(has_text="Wells for two towns").first
    steps.click(row.get_by_role("button", name="More options").first, "the row's menu")
    steps.open(row.get_by_role("link", name="Translate"), "Translate")
    steps.click(page.get_by_label("Svenska"), "Svenska")
    steps.open(page.get_by_role("button", name="Submit"), "Submit")
    steps.fill("Title", "Brunnar åt två städer")
    steps.fill("Lead", "Två brunnar är öppna.")
    steps.type(page.locator("[contenteditable=true]").last, "Borgmästaren drack först.", "the text")
    publish(steps)

    assert steps.count("Its translation") == 9
    visitor = walk().page
    visitor.goto("/sv/nyheter/")
    visitor.get_by_role("link", name="Brunnar åt två städer").first.click()
    expect(visitor.locator("main .prose p")).to_have_text(["Borgmästaren drack först."])
    assert visitor.url.endswith("/sv/nyheter/brunnar-at-tva-stader/")
    visitor.locator(".language-switch a").click()
    expect(visitor.locator("h1")).to_have_text("Wells for two towns")


def test_a_project_goes_into_the_register_and_gets_its_story(desk: Watched, walk: Walk) -> None:
    page = desk.page
    steps = Steps(page)
    steps.open(page.get_by_role("link", name="Projects", exact=True), "Projects")
    steps.open(page.get_by_role("link", name="Add project"), "Add project")
    steps.fill("Name (English)", "Wells for all")
    steps.fill("Name (Swedish)", "Brunnar för alla")
    expect(page.get_by_label("Address")).to_have_value("wells-for-all")
    steps.click(page.get_by_role("button", name="Choose programme").first, "Choose programme")
    steps.click(window_before(page).get_by_role("link").first, "the programme")
    choose_partner(steps, 0, "Västerås", "swedish")
    choose_partner(steps, 1, "Kisumu County", "international")
    steps.fill_date("Starts on", "2026-01-01")
    steps.fill_date("Ends on", "2028-12-31")
    steps.choose(page.get_by_label("Partner countries"), "Kenya", "Kenya")
    steps.open(page.get_by_role("button", name="Save", exact=True), "Save")
    expect(page.locator(".messages .success")).to_contain_text("Wells for all")
    assert steps.count("A project in the register") == 20

    story = Steps(page)
    story.open(page.locator(".messages .success").get_by_role("link", name="Edit"), "Edit")
    story.open(page.get_by_role("button", name="Write the story in English"), "Write the story in English")
    story.fill("Lead", "Every quarter gets a well.")
    write_text(story, "It began with one well.")
    publish(story)
    assert story.count("Its story") == 8

    visitor = walk().page
    visitor.goto("/en/projects/?country=KE&status=active")
    visitor.get_by_role("link", name="Wells for all").first.click()
    expect(visitor.locator(".partners__name")).to_have_text(["Västerås", "Kisumu County"])
    expect(visitor.locator("main .prose p")).to_have_text(["It began with one well."])


def test_a_publication_is_published_with_its_pdf(desk: Watched, walk: Walk, report: Path, addresses: Addresses) -> None:
    page = desk.page
    steps = Steps(page)
    go_to_section(steps, "en", "Knowledge Centre")
    add_page(steps, "Publication")
    steps.fill("Title", "Local democracy by the lake")
    steps.click(page.get_by_role("button", name="Add Author"), "Add Author")
    steps.fill("Family name", "Otieno")
    steps.fill("Given names", "Grace")
    steps.fill_date("Date", "2026-01-01")
    steps.choose(page.get_by_label("What is known of the date"), "year", "the year alone")
    steps.choose(page.get_by_label("Series"), "research-report", "the series")
    steps.type(page.locator("[contenteditable=true]").first, "What the lake towns have learnt.", "the abstract")
    steps.click(page.get_by_role("button", name="Choose a document").first, "Choose a document")
    steps.click(window_before(page).get_by_role("tab", name="Upload"), "Upload")
    steps.attach(window_before(page).locator("input[type=file]"), report)
    expect(field_named("Title", window_before(page))).to_have_value("local-democracy")
    steps.click(window_before(page).get_by_role("button", name="Upload"), "Upload")
    expect(window_before(page)).to_be_hidden()
    publish(steps)
    assert steps.count("A publication with its PDF") == 19

    visitor = walk().page
    visitor.goto(addresses["en"]["knowledgecentrepage"])
    visitor.get_by_role("link", name="KC – Otieno G (2026) - Local democracy by the lake").first.click()
    expect(visitor.locator("h1")).to_have_text("Local democracy by the lake")
    file = visitor.locator("main a[href^='/documents/']").first.get_attribute("href")
    assert visitor.request.get(str(file)).body() == b"%PDF-1.4 a report"


def test_what_is_not_saved_is_not_lost_by_a_click_on_the_story(desk: Watched) -> None:
    page = desk.page
    page.goto("/admin/snippets/projects/project/")
    page.locator("tbody a[href*='/edit/']").first.click()
    page.wait_for_timeout(4_000)  # Wagtail notes what the form held some seconds after it opened
    page.get_by_label("Reference").fill("2026-9999")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.wait_for_timeout(1_000)

    page.get_by_role("button", name="Write the story").first.click()

    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    assert page.get_by_label("Reference").input_value() == "2026-9999"


def test_the_preview_beside_the_form_shows_what_is_typed(desk: Watched) -> None:
    page = desk.page
    steps = Steps(page)
    go_to_section(steps, "sv", "Nyheter")
    add_page(steps)
    steps.fill("Title", "Brunnar")
    page.get_by_role("button", name="Toggle preview").click()

    preview = page.frame_locator("iframe#w-preview-iframe, iframe[title=Preview]").first

    expect(preview.locator("h1")).to_have_text("Brunnar")
    expect(preview.locator("html")).to_have_attribute("lang", "sv")
