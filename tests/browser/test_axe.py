"""axe-core finds nothing on any kind of page: WCAG 2.2 A and AA and its best practices, which EN 301 549 builds on."""

from collections.abc import Callable
from importlib.resources import files

import pytest
from playwright.sync_api import Page

from tests.browser.watching import Watched

Walk = Callable[..., Watched]
Addresses = dict[str, dict[str, str]]

AXE = (files("axe_playwright_python") / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FINDINGS = """async (tags) => {
  const results = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  const words = (rule, node) => `${rule.id}: ${node.target} ${node.html.slice(0, 90)}`;
  return results.violations.flatMap((rule) => rule.nodes.map((node) => words(rule, node)));
}"""


def findings(page: Page) -> list[str]:
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    # Colours on their way from one to another are neither.
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
    found: list[str] = page.evaluate(FINDINGS, RULES)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "sv"])
def test_axe_finds_nothing_on_any_kind_of_page(language: str, scheme: str, walk: Walk, addresses: Addresses) -> None:
    window = walk(color_scheme=scheme)
    window.expected_statuses = {404}
    page = window.page
    found = {}
    pages = {**addresses[language], "nothing found": addresses[language]["search"].replace("Kenya", "zzzz")}
    for kind, address in pages.items():
        page.goto(address)
        page.evaluate("for (const answer of document.querySelectorAll('details')) answer.open = true")
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            found[kind, width] = findings(page)

    assert len(found) == 2 * len(pages)
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_axe_finds_nothing_in_the_menu_of_a_phone(language: str, walk: Walk, addresses: Addresses) -> None:
    page = walk(width=320).page
    page.goto(addresses[language]["programmepage"])
    page.locator(".menu-button").click()

    assert findings(page) == []


def test_a_fault_would_be_found(walk: Walk, addresses: Addresses) -> None:
    page = walk().page
    page.goto(addresses["en"]["newsindexpage"])
    page.evaluate("document.querySelector('h1').style.color = '#e8e8e4'")
    page.evaluate("document.querySelector('.search-form__label').remove()")

    assert {finding.partition(":")[0] for finding in findings(page)} == {"color-contrast", "label"}
