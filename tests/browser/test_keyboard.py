"""By the keyboard alone: the way past the menu, through it, and always seen where one is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watching import Watched

Walk = Callable[..., Watched]
Addresses = dict[str, dict[str, str]]

FOCUS = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  return {
    words: (element.innerText || element.getAttribute("aria-label") || element.name || "").trim(),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight,
    place: element.closest("main, .foot, .masthead")?.className || element.closest("main")?.tagName || "BODY",
  };
}"""


def tab(page: Page) -> dict[str, object]:
    page.keyboard.press("Tab")
    where: dict[str, object] = page.evaluate(FOCUS)
    return where


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("language", "words"), [("en", "Skip to the content"), ("sv", None)])
def test_the_first_key_leads_past_the_menu(
    language: str, words: str | None, width: int, walk: Walk, addresses: Addresses
) -> None:
    page = walk(width=width, reduced_motion="reduce").page
    page.goto(addresses[language]["newsindexpage"])

    first = tab(page)
    assert (first["seen"], first["ring"]) == (True, True)
    assert first["words"] == words or words is None
    page.keyboard.press("Enter")

    assert tab(page)["place"] == "MAIN"


def test_the_keys_reach_the_whole_main_menu_in_its_order(walk: Walk) -> None:
    page = walk().page
    page.goto("/en/")
    sections = page.locator(".masthead__menu nav > ul > li > a").all_inner_texts()

    reached = [tab(page) for _key in range(40)]

    in_menu = [stop["words"] for stop in reached if stop["place"] == "masthead" and stop["words"] in sections]
    assert in_menu == sections
    assert [stop["words"] for stop in reached[:2]] == ["Skip to the content", page.locator(".wordmark").inner_text()]


@pytest.mark.parametrize("kind", ["homepage", "projectindexpage", "faqpage", "publicationpage", "search"])
@pytest.mark.parametrize("width", [360, 1280])
def test_where_one_is_can_always_be_seen(kind: str, width: int, walk: Walk, addresses: Addresses) -> None:
    page = walk(width=width, reduced_motion="reduce").page
    page.goto(addresses["en"][kind])

    stops = [tab(page) for _key in range(60)]

    unseen = [stop for stop in stops if not (stop["seen"] and stop["ring"]) and stop["place"] != "BODY"]
    assert unseen == []


def test_the_menu_of_a_narrow_screen_is_opened_and_left_by_the_keyboard(walk: Walk) -> None:
    page = walk(width=360).page
    page.goto("/en/")
    page.locator(".menu-button").focus()

    page.keyboard.press("Enter")
    expect(page.locator("#menu")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator("#menu")).to_be_hidden()
    assert page.evaluate("document.activeElement.className") == "menu-button"


def test_the_closed_menu_of_a_narrow_screen_holds_no_stops(walk: Walk) -> None:
    page = walk(width=360).page
    page.goto("/en/")

    stops = [tab(page)["words"] for _key in range(6)]

    assert "Projects" not in stops[:4]
    assert "Menu" in stops
