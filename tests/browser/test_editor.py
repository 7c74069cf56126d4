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


# As Word puts it on the clipboard, shortened.
FROM_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=SV style='tab-interval:65.2pt'>
<!--StartFragment--><h2 style='mso-style-name:Rubrik'><span style='color:#2E74B5'>About the wells<o:p></o:p></span></h2>
<p class=MsoNormal style='margin-left:36pt'><span style='font-family:"Times New Roman";mso-fareast-language:SV'>Two
<b>wells</b> are open.<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>Read <a href="https://example.org/" style='color:red'>more</a>
<img width=2 src="file:///C:/Users/x/clip_image001.png"></p><!--EndFragment--></body></html>"""
PASTE = """(editor, markup) => {
  const data = new DataTransfer();
  data.setData("text/html", markup);
  data.setData("text/plain", "plain");
  editor.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def test_text_pasted_from_word_comes_out_clean(at_desk: Callable[..., Watched], walk: Walk) -> None:
    page = at_desk("Editor").page
    steps = Steps(page)
    go_to_section(steps, "en", "News")
    add_page(steps)
    steps.fill("Title", "Pasted from Word")
    steps.fill("Lead", "It was.")
    write_text(steps, "x")
    editor = page.locator("[contenteditable=true]").last
    page.keyboard.press("Control+A")
    editor.evaluate(PASTE, FROM_WORD)
    expect(editor).to_contain_text("About the wells")
    page.wait_for_timeout(600)
    publish(steps)

    visitor = walk().page
    visitor.goto("/en/news/pasted-from-word/")
    text = visitor.locator("main .prose").last
    expect(text.locator("h2")).to_have_text("About the wells")
    expect(text.locator("b, strong")).to_have_text("wells")
    expect(text.locator("a")).to_have_attribute("href", "https://example.org/")
    markup = text.inner_html()
    assert [word for word in ("mso", "style=", 'class="Mso', "<o:p", "file:", "<span", "<img") if word in markup] == []


def test_the_second_of_two_editors_is_told_of_the_first(at_desk: Callable[..., Watched]) -> None:
    first, second = at_desk("Editor").page, at_desk("Programme manager").page
    first.goto("/admin/news/?ordering=published_on")
    address = str(first.locator("tbody a[href*='/edit/']").first.get_attribute("href"))
    first.goto(address)
    second.goto(address)
    second.wait_for_load_state("networkidle")
    steps = Steps(first)
    steps.fill("Lead", "Changed by Eva.")
    steps.open(first.get_by_role("button", name="Save draft"), "Save draft")

    expect(second.get_by_text("eva saved a new version").first).to_be_attached(timeout=10_000)
    second.locator("[name=lead]").fill("Changed by Björn.")
    second.get_by_role("button", name="Save draft").click()

    expect(second.get_by_role("heading", name="eva saved a new version")).to_be_visible()
    expect(second.locator("[name=lead]")).to_have_value("Changed by Björn.")
