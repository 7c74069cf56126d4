"""The admin's pages of our own: axe finds nothing on them, and they are worked by keys alone, in both languages."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_axe import findings
from tests.browser.watching import Watched

AtDesk = Callable[..., Watched]

LISTS = [
    "/admin/", "/admin/to-do/untranslated/", "/admin/to-do/drafts/", "/admin/to-do/pictures/", "/admin/reports/links/",
    "/admin/reports/accessibility/", "/admin/news/", "/admin/publications/", "/admin/snippets/projects/project/",
    "/admin/snippets/registers/country/", "/admin/snippets/registers/organisation/",
]  # fmt: skip
# Wagtail's editor of running text has no name of its own in 7.4: told to its makers, and no part of ours.
NOT_OURS = [".Draftail-Editor"]


def forms(page: Page) -> Iterator[str]:
    """The forms that hold panels of ours, and the questions that are asked on pages of ours."""
    rows = {}
    for name, address in {
        "project": "/admin/snippets/projects/project/",
        "country": "/admin/snippets/registers/country/",
        "news": "/admin/news/",
    }.items():
        page.goto(address)
        rows[name] = str(page.locator("tbody a[href*='/edit/']").first.get_attribute("href"))
        yield rows[name]
    key = re.findall(r"\d+", rows["project"])[-1]
    yield f"/admin/projects/{key}/story/sv/"
    yield f"/admin/bulk/projects/project/set_subject/?next=/admin/&id={key}"


@pytest.mark.walk
@pytest.mark.parametrize("language", ["en", "sv"])
def test_axe_finds_nothing_on_the_admins_pages_of_our_own(language: str, at_desk: AtDesk) -> None:
    page = at_desk(language=language).page
    found = []
    for address in [*LISTS, *forms(page)]:
        page.goto(address)
        expect(page.locator("#wagtail-sidebar nav").first).to_be_visible()
        assert page.locator("html").get_attribute("lang") == language
        found += [f"{address}: {finding}" for finding in findings(page, without=NOT_OURS)]

    assert found == []


def press_until(page: Page, selector: str, most: int = 80) -> None:
    """Tab on until the focus is on what is looked for, where it can be seen."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            expect(page.locator(":focus")).to_be_in_viewport()
            return
    pytest.fail(f"No press of Tab of {most} comes to {selector}")


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_is_to_do_is_done_by_keys_alone(language: str, at_desk: AtDesk) -> None:
    page = at_desk(language=language).page

    press_until(page, "a[href$='/admin/to-do/untranslated/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/to-do/untranslated/")
    press_until(page, "tbody a[href*='/edit/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/edit/")
    press_until(page, "a[href*='/translation/submit/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/translation/submit/**")

    expect(page.locator("input[type=checkbox][name=locales]").first).to_be_checked()


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_subject_is_set_by_keys_alone(language: str, at_desk: AtDesk) -> None:
    page = at_desk(language=language).page
    page.goto("/admin/snippets/projects/project/")
    key = str(page.locator("tbody [data-bulk-action-checkbox]").first.get_attribute("data-object-id"))
    page.goto(f"/admin/bulk/projects/project/set_subject/?next=/admin/snippets/projects/project/&id={key}")

    press_until(page, "[name=subjects]")
    page.keyboard.press("Space")
    press_until(page, "main [type=submit]")
    page.keyboard.press("Enter")

    page.wait_for_url("**/snippets/projects/project/")
    expect(page.locator(".messages .success")).to_be_visible()
