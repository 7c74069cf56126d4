"""axe-core finds nothing on any kind of page: WCAG 2.2 A and AA and its best practices, which EN 301 549 builds on."""

from collections.abc import Callable, Sequence
from importlib.resources import files
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watching import Watched

Walk = Callable[..., Watched]
Addresses = dict[str, dict[str, str]]

AXE = (files("axe_playwright_python") / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = tuple(product((1280, 320), ("light", "dark")))
# Rules that may answer differently in other colours; the others are asked once a width.
COLOURS = {"color-contrast", "link-in-text-block"}
FINDINGS = """async ([only, without]) => {
  // Colours on their way from one to another are neither.
  document.getAnimations().forEach((animation) => animation.finish());
  const results = await axe.run({exclude: without.map((part) => [part])}, {runOnly: only, resultTypes: ["violations"]});
  const words = (rule, node) => `${rule.id}: ${node.target.join(" ")} ${node.html.slice(0, 90)}`;
  return results.violations.flatMap((rule) => rule.nodes.map((node) => words(rule, node)));
}"""


def findings(page: Page, rules: set[str] | None = None, without: Sequence[str] = ()) -> list[str]:
    """What axe finds as the page stands, leaving out the parts `without`: rule, selector and element."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    only = {"type": "rule", "values": sorted(rules)} if rules else {"type": "tag", "values": TAGS}
    found: list[str] = page.evaluate(FINDINGS, [only, list(without)])
    return found


def in_every_look(page: Page, name: str) -> list[str]:
    """The findings narrow and wide, light and dark, each with where it was seen."""
    found = []
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        rules = COLOURS if scheme == "dark" else None
        found += [f"{name}, {width} px, {scheme}: {finding}" for finding in findings(page, rules)]
    return found


def views(addresses: dict[str, str]) -> dict[str, str]:
    """Every kind of page, and what lists and the search show besides their first page."""
    projects, news = addresses["projectindexpage"], addresses["newsindexpage"]
    return {
        **addresses,
        "search without hits": addresses["search"].replace("Kenya", "zzzz"),
        "search without words": addresses["search"].partition("?")[0],
        "second page of projects": f"{projects}?page=2",
        "second page of news": f"{news}?page=2",
        "no project": f"{projects}?q=zzzz",
        "wrong filter": f"{projects}?country=nowhere",
    }


@pytest.mark.walk
@pytest.mark.parametrize("language", ["en", "sv"])
def test_axe_finds_nothing_on_any_kind_of_page(language: str, walk: Walk, addresses: Addresses) -> None:
    window = walk()
    window.expected_statuses = {404}
    page = window.page
    found = []
    for name, address in views(addresses[language]).items():
        page.goto(address)
        page.evaluate("for (const answer of document.querySelectorAll('details')) answer.open = true")
        found += in_every_look(page, name)

    assert found == []


def test_the_second_pages_are_second_pages(walk: Walk, addresses: Addresses) -> None:
    page = walk().page
    for name in ("second page of projects", "second page of news"):
        page.goto(views(addresses["en"])[name])
        expect(page.locator(".pagination [aria-current=page]")).to_contain_text("2")


@pytest.mark.parametrize("language", ["en", "sv"])
def test_axe_finds_nothing_in_the_opened_menu_of_a_phone(language: str, walk: Walk, addresses: Addresses) -> None:
    page = walk(width=320).page
    page.goto(addresses[language]["programmepage"])
    page.locator(".menu-button").click()
    expect(page.locator("#menu")).to_be_visible()

    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"opened menu, {scheme}: {finding}" for finding in findings(page)]

    assert found == []


@pytest.mark.parametrize("language", ["en", "sv"])
def test_axe_finds_nothing_in_a_report_that_was_not_sent(language: str, walk: Walk, addresses: Addresses) -> None:
    window = walk()
    window.expected_statuses = {422}
    window.page.goto(addresses[language]["accessibilitypage"])
    window.page.fill("#id_email", "nobody")
    window.page.click("#report button")
    expect(window.page.locator("[role=alert] li")).to_have_count(2)

    assert in_every_look(window.page, "report") == []


def test_axe_finds_nothing_on_the_style_page(desk: Watched) -> None:
    desk.page.goto("/admin/style/")
    # The bar of the editor is Wagtail's own, and does not stand there for visitors.
    desk.page.evaluate("document.querySelector('wagtail-userbar').remove()")

    assert in_every_look(desk.page, "style page") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_fault_would_be_found(scheme: str, walk: Walk, addresses: Addresses) -> None:
    """One of each kind asked: contrast (AA), a field without its name (A), small targets (2.2), a heading left out."""
    page = walk(color_scheme=scheme).page
    page.goto(addresses["en"]["newsindexpage"])
    page.evaluate(
        """(faint) => {
      document.querySelector(".search-form__label").remove();
      const title = document.querySelector("h1");
      title.style.color = faint;
      const small = document.createElement("div");
      Object.assign(small.style, {inlineSize: "20px", fontSize: "8px", lineHeight: 1});
      small.innerHTML = [1, 2, 3, 4, 5, 6].map((number) => `<a href="/${number}">x${number}</a>`).join("");
      const low = document.createElement("h4");
      low.textContent = "Low";
      document.querySelector("main").replaceChildren(title, low, small);
    }""",
        {"light": "#e8e8e4", "dark": "#2a3038"}[scheme],
    )

    rules = {finding.partition(":")[0] for finding in findings(page)}

    assert rules >= {"color-contrast", "label", "target-size", "heading-order"}
    assert any(finding.startswith("color-contrast: h1") for finding in findings(page, COLOURS))
