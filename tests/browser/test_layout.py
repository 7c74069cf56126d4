"""No page of any kind is wider than the screen, from a small phone to a desk, in either language."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.watching import Watched

Walk = Callable[..., Watched]
Addresses = dict[str, dict[str, str]]
WIDTHS = (320, 360, 768, 1280)

# What sticks out of the window to the right, apart from what scrolls in a frame of its own.
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth;
  const frames = ["auto", "scroll", "hidden", "clip"];
  const scrolls = (element) => element
    && (frames.includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const out = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > width + 1 && !scrolls(element.parentElement);
  });
  const needed = document.documentElement.scrollWidth;
  const wider = needed > width ? [`the page is ${needed} wide`] : [];
  return [...wider, ...out.map((element) => element.outerHTML.slice(0, 120))];
}"""


def sticking_out(page: Page) -> list[str]:
    found: list[str] = page.evaluate(STICKING_OUT)
    return found


@pytest.mark.parametrize("language", ["en", "sv"])
def test_no_page_is_wider_than_the_screen(language: str, walk: Walk, addresses: Addresses) -> None:
    window = walk()
    window.expected_statuses = {404}
    page = window.page
    too_wide = {}
    for kind, address in addresses[language].items():
        page.goto(address)
        assert page.locator("h1").count() == 1
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            too_wide[kind, width] = sticking_out(page)

    assert len(too_wide) == len(addresses[language]) * len(WIDTHS)
    assert {where: what for where, what in too_wide.items() if what} == {}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_opened_questions_and_the_opened_menu_fit_a_small_phone(
    language: str, walk: Walk, addresses: Addresses
) -> None:
    page = walk(width=320).page
    page.goto(addresses[language]["faqpage"])

    page.evaluate("for (const question of document.querySelectorAll('details')) question.open = true")
    assert sticking_out(page) == []

    page.locator(".menu-button").click()
    assert sticking_out(page) == []


def test_text_twice_as_large_still_fits(walk: Walk, addresses: Addresses) -> None:
    """WCAG 1.4.4, at a width that is common on laptops."""
    page = walk(width=1280).page
    too_wide = {}
    for kind in ("homepage", "programmepage", "faqpage", "projectindexpage", "project", "publicationpage"):
        page.goto(addresses["sv"][kind])
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        too_wide[kind] = sticking_out(page)

    assert {where: what for where, what in too_wide.items() if what} == {}
