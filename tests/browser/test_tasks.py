"""The everyday tasks of docs/tasks.md, done in the browser by the role that does them, in as many steps as it says."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.content import BROKEN
from tests.browser.moves import (
    add_page,
    choose,
    choose_partner,
    edit_from_list,
    go_to_section,
    live_address,
    make_partner_country,
    publish,
    spoil_lead,
    window_before,
)
from tests.browser.steps import Steps
from tests.browser.tasks import AtDesk, Task, Walk, table, write_news

Begin = Callable[[str], Task]


@pytest.fixture
def begin(at_desk: AtDesk) -> Begin:
    return lambda name: Task(name, at_desk)


def test_news_is_published_in_both_languages(begin: Begin, walk: Walk) -> None:
    task = begin("Publish news in both languages")
    steps, page = task.steps, task.page

    write_news(steps, "Wells for two towns")
    edit_from_list(steps, "Wells for two towns")
    steps.open(page.get_by_role("link", name="Translate into Swedish"), "Translate into Swedish")
    steps.open(page.get_by_role("button", name="Submit"), "Submit")
    steps.fill("Title", "Brunnar åt två städer")
    steps.fill("Lead", "Två brunnar är öppna.")
    steps.type(page.locator("[contenteditable=true]").last, "Borgmästaren drack först.", "the text")
    publish(steps)

    visitor = walk().page
    visitor.goto("/sv/nyheter/")
    visitor.get_by_role("link", name="Brunnar åt två städer").first.click()
    expect(visitor.locator("main .prose p")).to_have_text(["Borgmästaren drack först."])
    assert visitor.url.endswith("/sv/nyheter/brunnar-at-tva-stader/")
    visitor.locator(".language-switch a").click()
    expect(visitor.locator("h1")).to_have_text("Wells for two towns")
    task.done()


def test_a_typo_is_corrected_on_a_live_page(begin: Begin, walk: Walk) -> None:
    task = begin("Correct a typo on a live page")
    steps, page = task.steps, task.page

    steps.open(page.get_by_role("link", name="News", exact=True), "News")
    edit_from_list(steps, "Matchmaking of Swedish and Ukrainian municipalities")
    address = live_address(page)
    steps.fill("Lead", "Nobody reads this twice.")
    publish(steps)

    visitor = walk().page
    visitor.goto(address)
    expect(visitor.get_by_text("Nobody reads this twice.").first).to_be_visible()
    task.done()


def test_a_page_is_scheduled(begin: Begin, walk: Walk) -> None:
    task = begin("Schedule a page")
    steps, page = task.steps, task.page

    go_to_section(steps, "en", "News")
    add_page(steps)
    steps.fill("Title", "Coming next year")
    steps.fill("Lead", "Not before.")
    steps.click(page.get_by_role("button", name="Toggle status"), "Status")
    steps.click(page.get_by_role("button", name="Set schedule"), "Set schedule")
    schedule = page.get_by_role("dialog")
    steps.fill_date("Go live date/time", "2030-01-02 08:00", schedule)
    steps.click(schedule.get_by_role("button", name="Save schedule"), "Save schedule")
    publish(steps, "Schedule to publish")

    expect(page.locator("tr", has_text="Coming next year").first).to_contain_text("scheduled")
    window = walk()
    window.expected_statuses = {404}
    window.page.goto("/en/news/coming-next-year/")
    expect(window.page.locator("h1")).to_have_text("This page is not here")
    task.done()


def test_a_pdf_is_replaced_at_its_address(begin: Begin, walk: Walk, tmp_path: Path) -> None:
    new = tmp_path / "corrected.pdf"
    new.write_bytes(b"%PDF-1.4 corrected")
    task = begin("Replace a PDF")
    steps, page = task.steps, task.page

    steps.open(page.get_by_role("link", name="Documents", exact=True), "Documents")
    document = page.locator("tbody .title a").first
    number = re.findall(r"/(\d+)/", str(document.get_attribute("href")))[-1]
    steps.open(document, "the document")
    steps.attach(page.locator("input[type=file]").first, new)
    steps.open(page.get_by_role("button", name="Save"), "Save")

    visitor = walk().page
    visitor.goto("/en/")
    assert visitor.request.get(f"/documents/{number}/").body() == b"%PDF-1.4 corrected"
    task.done()


def test_a_project_is_added_with_two_partners(begin: Begin, walk: Walk) -> None:
    task = begin("Add a project with two partners")
    steps, page = task.steps, task.page

    steps.open(page.get_by_role("link", name="Projects", exact=True), "Projects")
    steps.open(page.get_by_role("link", name="Add project"), "Add project")
    steps.fill("Name (English)", "Wells for all")
    steps.fill("Name (Swedish)", "Brunnar för alla")
    expect(page.get_by_label("Address")).to_have_value("wells-for-all")
    choose(steps, "programme")
    choose_partner(steps, 0, "Västerås", "swedish")
    choose_partner(steps, 1, "Kisumu County", "international")
    steps.fill_date("Starts on", "2026-01-01")
    steps.fill_date("Ends on", "2028-12-31")
    steps.choose(page.get_by_label("Partner countries"), "Kenya", "Kenya")
    steps.open(page.get_by_role("button", name="Save", exact=True), "Save")
    expect(page.locator(".messages .success")).to_contain_text("Wells for all")

    visitor = walk().page
    visitor.goto("/en/projects/?country=KE&status=active")
    visitor.get_by_role("link", name="Wells for all").first.click()
    expect(visitor.locator(".partners__name")).to_have_text(["Västerås", "Kisumu County"])
    task.done()


def test_what_a_writer_submitted_is_approved_with_a_comment(begin: Begin, at_desk: AtDesk, walk: Walk) -> None:
    writer = Steps(at_desk("Writer").page)
    go_to_section(writer, "en", "News")
    add_page(writer)
    writer.fill("Title", "Written by Astrid")
    writer.fill("Lead", "Hers.")
    writer.click(writer.page.get_by_role("button", name="More actions"))
    writer.open(writer.page.get_by_role("button", name="Submit to"), "Submit")
    task = begin("Approve what a writer submitted, with a comment")
    steps, page = task.steps, task.page

    steps.open(page.get_by_role("link", name="Waiting for your review"), "Waiting for your review")
    edit_from_list(steps, "Written by Astrid")
    steps.click(page.get_by_role("button", name="More actions"), "the arrow beside Save draft")
    steps.click(page.get_by_role("button", name="Approve with comment and Publish"), "Approve with comment")
    steps.fill("Comment", "Well told.", window_before(page))
    steps.open(window_before(page).get_by_role("button", name="Approve"), "Approve")

    visitor = walk().page
    visitor.goto("/en/news/written-by-astrid/")
    expect(visitor.locator("h1")).to_have_text("Written by Astrid")
    task.done()


def test_an_application_round_is_opened(begin: Begin, walk: Walk) -> None:
    task = begin("Open an application round")
    steps, page = task.steps, task.page

    steps.open(page.get_by_role("link", name="Programmes that take applications and have no round"), "the line")
    steps.open(page.locator("tbody .title a").first, "the programme")
    steps.click(page.get_by_role("button", name="Add Round"), "Add round")
    row = page.locator("[id^=inline_child_rounds-]").last
    steps.fill_date("Opens", "2026-01-01 09:00", row)
    steps.fill_date("Closes", "2030-03-31 23:59", row)
    steps.open(page.get_by_role("button", name="Save", exact=True), "Save")

    visitor = walk().page
    visitor.goto("/en/municipal-partnership/")
    expect(visitor.locator("main")).to_contain_text("31 March 2030")
    task.done()


def test_an_old_revision_is_restored(begin: Begin, walk: Walk) -> None:
    task = begin("Restore an old revision")
    page, title = task.page, "Umeå and Bogotá work together"
    page.goto("/admin/news/")
    address, lead = spoil_lead(Steps(page), title)
    page.goto("/admin/")
    steps = task.steps

    steps.open(page.get_by_role("link", name="News", exact=True), "News")
    edit_from_list(steps, title)
    steps.open(page.get_by_role("link", name="History"), "History")
    old = page.locator("tbody tr:has([aria-label=Actions])").last
    steps.click(old.get_by_role("button", name="Actions"), "the row's menu")
    steps.open(old.get_by_role("link", name="Review this version"), "Review this version")
    publish(steps, "Publish this version")

    visitor = walk().page
    visitor.goto(address)
    expect(visitor.get_by_text(lead).first).to_be_visible()
    task.done()


def test_a_page_is_moved_and_found_at_its_old_address(begin: Begin, at_desk: AtDesk, walk: Walk) -> None:
    write_news(Steps(at_desk("Editor").page), "More than news")
    task = begin("Move a page")
    steps, page = task.steps, task.page

    steps.open(page.get_by_role("link", name="News", exact=True), "News")
    row = page.locator("tr", has_text="More than news").first
    steps.click(row.get_by_role("button", name="More options"), "the row's menu")
    steps.open(row.get_by_role("link", name="Move"), "Move")
    steps.click(page.locator("main").get_by_role("button", name="Actions"), "the menu of the page above")
    steps.click(page.get_by_role("button", name="Choose another page"), "Choose another page")
    steps.click(window_before(page).get_by_role("link", name="Knowledge Centre", exact=True), "Knowledge Centre")
    expect(window_before(page)).to_be_hidden()
    steps.open(page.get_by_role("button", name="Confirm"), "Confirm")
    steps.open(page.get_by_role("button", name="Yes, move this page"), "Yes, move it")

    visitor = walk().page
    visitor.goto("/en/news/more-than-news/")
    assert visitor.url.endswith("/en/knowledge-centre/more-than-news/")
    task.done()


def test_a_country_is_added_with_its_page(begin: Begin, walk: Walk) -> None:
    task = begin("Add a country with its page, as a partner country")
    steps, page = task.steps, task.page

    steps.click(page.get_by_role("button", name="Registers", exact=True), "Registers")
    steps.open(page.get_by_role("link", name="Countries", exact=True), "Countries")
    steps.open(page.get_by_role("link", name="Add country"), "Add country")
    steps.fill("Code", "MW")
    steps.fill("Name (English)", "Malawi")
    steps.fill("Name (Swedish)", "Malawi")
    steps.choose(page.locator("#id_region"), "southern-africa", "Southern Africa")
    steps.open(page.get_by_role("button", name="Save", exact=True), "Save")
    expect(page.locator(".messages .success")).to_contain_text("Malawi")
    make_partner_country(steps, "Malawi", "2026")
    go_to_section(steps, "en", "Partner countries")
    add_page(steps)
    steps.fill("Title", "Malawi")
    steps.fill("Lead", "A lake and local councils.")
    choose(steps, "country", "Malawi")
    publish(steps)

    visitor = walk().page
    visitor.goto("/en/partner-countries/malawi/")
    expect(visitor.locator("h1")).to_have_text("Malawi")
    expect(visitor.locator("main")).to_contain_text("since 2026")
    task.done()


def test_a_notice_is_put_up(begin: Begin, walk: Walk) -> None:
    task = begin("Put up a notice")
    steps, page = task.steps, task.page

    steps.click(page.get_by_role("button", name="Settings", exact=True), "Settings")
    steps.open(page.get_by_role("link", name="Site settings"), "Site settings")
    steps.fill("Notice (English)", "The office is closed until 7 January.")
    steps.fill("Notice (Swedish)", "Kansliet är stängt till den 7 januari.")
    steps.fill_date("Stands until", "2030-01-07 00:00")
    steps.open(page.get_by_role("button", name="Save", exact=True), "Save")

    visitor = walk().page
    visitor.goto("/sv/")
    expect(visitor.locator(".notice")).to_contain_text("Kansliet är stängt till den 7 januari.")
    page.get_by_label("Notice (English)").fill("")
    page.get_by_label("Notice (Swedish)").fill("")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messages .success")).to_be_visible()
    task.done()


def test_a_broken_link_is_found_and_mended(begin: Begin, walk: Walk) -> None:
    task = begin("Find and mend a broken link")
    steps, page = task.steps, task.page

    steps.open(page.get_by_role("link", name="Broken links"), "Broken links")
    edit_from_list(steps, BROKEN)
    steps.click(page.locator(".TooltipEntity").first, "the link")
    steps.click(page.get_by_role("button", name="Remove", exact=True), "Remove")
    page.wait_for_timeout(600)  # the widget stores what was changed a quarter of a second later
    publish(steps)

    page.goto("/admin/reports/links/")
    expect(page.locator("tbody tr", has_text=BROKEN)).to_have_count(0)
    visitor = walk().page
    visitor.goto("/en/news/gone/")
    expect(visitor.locator("main .prose p")).to_have_text(["a link"])
    expect(visitor.locator("main .prose a")).to_have_count(0)
    task.done()


def test_every_task_of_the_table_is_done_here() -> None:
    done = re.findall(r'begin\("([^"]+)"\)', Path(__file__).read_text())

    assert sorted(done) == sorted(table())
