"""By the keyboard alone: past the menu, through it and through every task, and always seen where one is."""

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
# Whether anything lies over what has the focus (WCAG 2.4.11).
ON_TOP = """() => {
  const element = document.activeElement, box = element.getClientRects()[0];
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return element.contains(top) || Boolean(top && top.contains(element));
}"""


def tab(page: Page) -> dict[str, object]:
    page.keyboard.press("Tab")
    where: dict[str, object] = page.evaluate(FOCUS)
    return where


class Keys:
    """A visitor who has no mouse. At every stop they see where they are, and nothing lies over it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, selector: str, key: str = "Tab") -> None:
        """Go on until what `selector` names has the focus."""
        for _press in range(120):
            self.page.keyboard.press(key)
            where = self.page.evaluate(FOCUS)
            assert (where["seen"], where["ring"], self.page.evaluate(ON_TOP)) == (True, True, True), where
            if self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"No key leads to {selector}")

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)


@pytest.fixture(params=[360, 1280])
def keys(request: pytest.FixtureRequest, walk: Walk) -> Keys:
    return Keys(walk(width=request.param, reduced_motion="reduce").page)


def open_menu(keys: Keys) -> None:
    """On a phone the menu is behind a button; on a desk it is there."""
    if keys.page.locator(".menu-button").is_visible():
        keys.reach(".menu-button")
        keys.press("Space")
        expect(keys.page.locator("#menu")).to_be_visible()


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


@pytest.mark.parametrize(("language", "path"), [("en", "/en/projects/"), ("sv", "/sv/projekt/")])
def test_the_menu_leads_to_a_page(language: str, path: str, keys: Keys) -> None:
    keys.page.goto(f"/{language}/")

    open_menu(keys)
    keys.reach(f"#menu a[href='{path}']")
    keys.press("Enter")

    keys.page.wait_for_url(f"**{path}")


def test_projects_are_filtered(keys: Keys, addresses: Addresses) -> None:
    keys.page.goto(addresses["en"]["projectindexpage"])

    keys.reach("#id_country")
    keys.press("K")  # the first country with K
    keys.reach(".filter button[type=submit]")
    keys.press("Enter")

    keys.page.wait_for_url("**country=KE**")
    expect(keys.page.locator(".selection")).to_have_text("Kenya")
    keys.reach(".filter__clear")
    keys.press("Enter")
    keys.page.wait_for_url("**/en/projects/")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_question_opens_and_closes(key: str, keys: Keys, addresses: Addresses) -> None:
    keys.page.goto(addresses["sv"]["faqpage"])
    first = keys.page.locator("details.question").first

    keys.reach("details.question summary")
    keys.press(key)
    expect(first).to_have_attribute("open", "")
    keys.reach("details.question[open] a")
    keys.reach("details.question[open] summary", key="Shift+Tab")
    keys.press(key)

    expect(first).not_to_have_attribute("open", "")


def test_the_other_language_is_entered_at_the_same_page(keys: Keys, addresses: Addresses) -> None:
    keys.page.goto(addresses["en"]["countryindexpage"])

    keys.reach(".language-switch a")
    keys.press("Enter")

    keys.page.wait_for_url(f"**{addresses['sv']['countryindexpage']}")


def test_the_site_is_searched(keys: Keys) -> None:
    keys.page.goto("/sv/")

    open_menu(keys)
    keys.reach("#site-search")
    keys.page.keyboard.type("vatten")
    keys.press("Enter")

    keys.page.wait_for_url("**/sv/sok/?q=vatten")
    keys.reach(".results a")


@pytest.mark.parametrize("kind", ["homepage", "projectindexpage", "faqpage", "accessibilitypage"])
def test_the_keys_lead_through_the_whole_page_and_out_of_it(kind: str, keys: Keys, addresses: Addresses) -> None:
    """No trap, and the order is that of the page."""
    keys.page.goto(addresses["sv"][kind])
    assert keys.page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0
    last = keys.page.locator(".foot a").last.get_attribute("href")

    keys.reach(f".foot a[href='{last}']")

    keys.press("Tab")
    assert keys.page.evaluate("document.activeElement === document.body || !document.activeElement.closest('.foot')")
