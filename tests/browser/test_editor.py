"""An editor, no administrator, does her work in the browser; each task in as many steps as it says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, expect

from tests.browser.moves import add_page, go_to_section, publish, window_before, write_text
from tests.browser.steps import Steps, field_named
from tests.browser.watching import Watched

Walk = Callable[..., Watched]
Addresses = dict[str, dict[str, str]]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "local-democracy.pdf"
    file.write_bytes(b"%PDF-1.4 a report")
    return file


def test_a_story_is_written_from_the_register(desk: Watched, walk: Walk, addresses: Addresses) -> None:
    address = addresses["en"]["project"]
    visitor = walk().page
    visitor.goto(address)
    name = visitor.locator("h1").inner_text()
    page = desk.page
    page.goto("/admin/snippets/projects/project/")
    page.get_by_role("textbox", name="Search").first.fill(name)
    row = page.locator("tbody a[href*='/edit/']", has_text=name).first
    steps = Steps(page)
    steps.open(row, name)
    steps.open(page.get_by_role("button", name="Write the story in English"), "Write the story in English")
    steps.fill("Lead", "Every quarter gets a well.")
    write_text(steps, "It began with one well.")
    publish(steps)

    assert steps.count("A story") == 8
    visitor.goto(address)
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
