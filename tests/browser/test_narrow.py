"""Narrow, magnified and spaced out: nothing sticks out, is cut off or hides the rest (WCAG 1.4.4, 1.4.10, 1.4.12)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.test_layout import sticking_out
from tests.browser.watching import Watched

Walk = Callable[..., Watched]
Addresses = dict[str, dict[str, str]]

# What a screen of 1280 × 1024 has left at 400 %.
MAGNIFIED = {"width": 320, "height": 256}
LONG_WORD = "Tillgänglighetsredogörelsegranskningsförordningen"
LONG_TITLE = f"{LONG_WORD} och kommunalförbundens avfallshanteringssamarbete " * 2

CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  const cuts = [style.overflowX, style.overflowY].some((value) => ["hidden", "clip"].includes(value));
  const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return cuts && words && box.width > 1
    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 120))"""
# The share of the window that stays covered while the page is scrolled.
COVERED = """() => {
  scrollTo(0, document.body.scrollHeight / 2);
  const fixed = [...document.querySelectorAll("body *")].filter((element) =>
    ["fixed", "sticky"].includes(getComputedStyle(element).position) && element.checkVisibility());
  return fixed.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0) / innerHeight;
}"""
SPACE_OUT = """() => {
  const sheet = new CSSStyleSheet();
  const wide = "line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important";
  sheet.replaceSync(`* { ${wide} } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
RENAME = """(words) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const places = "h1, h2, h3, a, th, dd, summary, .tag, .bridge__names, .partners__name, .breadcrumbs";
  const ours = "svg, .visually-hidden, .pagination, .skip-link, .wordmark, .language-switch, .views, .filter";
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const renamed = nodes.filter((node) => node.data.trim() && node.parentElement.closest(places)
    && !node.parentElement.closest(ours));
  renamed.forEach((node) => { node.data = words; });
  return renamed.length;
}"""


def each_kind(addresses: dict[str, str]) -> dict[str, str]:
    """Name and address of every kind of page."""
    return {kind: address for kind, address in addresses.items() if kind != "missing"}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_magnified_four_times_every_page_is_read_by_scrolling_down_alone(
    language: str, walk: Walk, addresses: Addresses
) -> None:
    page = walk().page
    page.set_viewport_size(MAGNIFIED)
    found = {}
    for kind, address in each_kind(addresses[language]).items():
        page.goto(address)
        found[kind] = sticking_out(page) + page.evaluate(CUT_OFF)
        assert page.evaluate(COVERED) < 0.25, f"{kind} is covered"

    assert [f"{kind}: {fault[:150]}" for kind, faults in found.items() for fault in faults] == []


def test_magnified_four_times_the_menu_can_be_used_to_its_end(walk: Walk) -> None:
    page = walk().page
    page.set_viewport_size(MAGNIFIED)
    page.goto("/sv/")
    page.locator(".menu-button").click()

    last = page.locator("#menu button[type=submit]")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport(ratio=1)
    close = page.locator(".menu-close")
    close.scroll_into_view_if_needed()
    close.click()

    expect(page.locator("#menu")).to_be_hidden()


@pytest.mark.parametrize("words", [LONG_WORD, LONG_TITLE], ids=["a long word", "a title of 200 letters"])
def test_whatever_an_editor_calls_things_they_fit(words: str, walk: Walk, addresses: Addresses) -> None:
    page = walk().page
    found = {}
    for kind, address in each_kind(addresses["sv"]).items():
        page.set_viewport_size({"width": 320, "height": 900})
        page.goto(address)
        assert page.evaluate(RENAME, words) > 10
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            found[kind, width] = sticking_out(page) + page.evaluate(CUT_OFF)

    assert [f"{kind}: {fault[:150]}" for kind, faults in found.items() for fault in faults] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_text_that_a_reader_spaces_out_is_all_there(width: int, walk: Walk, addresses: Addresses) -> None:
    page = walk(width=width).page
    found = {}
    for kind, address in each_kind(addresses["sv"]).items():
        page.goto(address)
        page.evaluate(SPACE_OUT)
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).wordSpacing") != "0px"
        found[kind] = sticking_out(page) + page.evaluate(CUT_OFF)

    assert [f"{kind}: {fault[:150]}" for kind, faults in found.items() for fault in faults] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_thirty_partners_fit(width: int, walk: Walk, addresses: Addresses) -> None:
    page = walk(width=width).page
    page.goto(addresses["sv"]["project"])
    page.evaluate("""() => {
      const list = document.createElement("ul"), partner = document.querySelector(".partners__partner");
      list.className = "partners__list";
      for (let number = 0; number < 30; number++) {
        list.append(document.createElement("li"));
        list.lastChild.append(partner.cloneNode(true));
      }
      document.querySelector(".partners").classList.remove("partners--pair");
      document.querySelector(".partners__list").replaceWith(list);
    }""")

    assert page.locator(".partners__partner").count() == 30
    assert sticking_out(page) + page.evaluate(CUT_OFF) == []
