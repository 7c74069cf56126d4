"""The questions: opened by a click and by their link, printed whole, with scripts and without (case D10)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watching import Watched

Walk = Callable[..., Watched]
Addresses = dict[str, dict[str, str]]
SCRIPTS = [pytest.param(True, id="with scripts"), pytest.param(False, id="without scripts")]


def open_questions(page: Page) -> list[str]:
    return [str(question.get_attribute("id")) for question in page.locator("details.question[open]").all()]


@pytest.mark.parametrize("scripts", SCRIPTS)
def test_a_click_opens_a_question_and_another_closes_it(scripts: bool, walk: Walk, addresses: Addresses) -> None:
    page = walk(java_script_enabled=scripts).page
    page.goto(addresses["en"]["faqpage"])
    question = page.locator("details.question").nth(2)
    answer = question.locator(".question__answer")
    expect(answer).to_be_hidden()

    question.locator("summary").click()
    expect(answer).to_be_visible()
    assert open_questions(page) == [question.get_attribute("id")]

    question.locator("summary").click()
    expect(answer).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_link_to_a_question_opens_it(language: str, walk: Walk, addresses: Addresses) -> None:
    page = walk().page
    page.goto(addresses[language]["faqpage"])
    anchor = page.locator("details.question").nth(4).get_attribute("id")
    page.goto("about:blank")

    page.goto(f"{addresses[language]['faqpage']}#{anchor}")

    expect(page.locator(f"[id='{anchor}'] .question__answer")).to_be_visible()
    expect(page.locator(f"[id='{anchor}'] summary")).to_be_in_viewport()
    assert open_questions(page) == [anchor]


def test_without_scripts_the_link_leads_to_the_question(walk: Walk, addresses: Addresses) -> None:
    page = walk(java_script_enabled=False).page
    page.goto(addresses["en"]["faqpage"])
    question = page.locator("details.question").nth(4)

    page.goto(f"{addresses['en']['faqpage']}#{question.get_attribute('id')}")

    expect(question.locator("summary")).to_be_in_viewport()


def test_a_link_within_the_page_opens_its_question(walk: Walk, addresses: Addresses) -> None:
    page = walk().page
    page.goto(addresses["en"]["faqpage"])
    anchor = page.locator("details.question").nth(5).get_attribute("id")

    page.evaluate("anchor => { location.hash = anchor }", anchor)

    expect(page.locator(f"[id='{anchor}'] .question__answer")).to_be_visible()


def test_a_question_opens_by_the_keyboard(walk: Walk, addresses: Addresses) -> None:
    page = walk().page
    page.goto(addresses["en"]["faqpage"])
    summary = page.locator("details.question summary").first

    summary.focus()
    page.keyboard.press("Enter")

    expect(page.locator("details.question .question__answer").first).to_be_visible()


@pytest.mark.parametrize("scripts", SCRIPTS)
@pytest.mark.parametrize("language", ["en", "sv"])
def test_all_answers_are_printed_and_nothing_to_click(
    language: str, scripts: bool, walk: Walk, addresses: Addresses
) -> None:
    page = walk(java_script_enabled=scripts).page
    page.goto(addresses[language]["faqpage"])
    questions = page.locator("details.question")
    assert questions.count() > 10
    assert open_questions(page) == []

    page.emulate_media(media="print")

    answers = page.locator(".question__answer")
    assert answers.count() == questions.count()
    heights = [box["height"] if (box := answer.bounding_box()) else 0 for answer in answers.all()]
    assert [number for number, height in enumerate(heights) if height < 10] == []
    tops = [box["y"] for answer in answers.all() if (box := answer.bounding_box())]
    assert tops == sorted(tops)
    for clickable in (".masthead__menu", ".language-switch", ".side-menu", ".contents", ".question__link"):
        for element in page.locator(clickable).all():
            expect(element).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == language


def test_the_page_prints(walk: Walk, addresses: Addresses) -> None:
    page = walk().page
    page.goto(addresses["en"]["faqpage"])

    printed = page.pdf(format="A4")

    # With its answers the text fills several sheets.
    assert printed.startswith(b"%PDF")
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") + printed.count(b"/Type /Page/") >= 3
    assert open_questions(page) == []
