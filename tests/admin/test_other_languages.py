"""A page's edit screen says which languages it exists in, which one is behind, and shows the other one."""

import datetime
from collections.abc import Callable

import pytest
from bs4 import Tag
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from iclds.users.models import User
from tests.admin.editing import publish, soup
from tests.every_page import make_every_page
from tests.factories.pages import NewsPageFactory
from tests.little_site import LittleSite


def panel(browser: Client, page: Page) -> Tag:
    """What the edit screen says of other languages."""
    screen = soup(browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    (found,) = [section for section in screen.select("section.w-panel") if "Other languages" in section.get_text()]
    return found


def words(found: Tag) -> str:
    return " ".join(found.get_text(" ").split())


def links(found: Tag) -> list[str]:
    return [str(link["href"]) for link in found.select("a[href^='/']")]


def pair(site: LittleSite, *, english: float, swedish: float, live: bool = True) -> tuple[Page, Page]:
    """A grant in both languages, published so many days ago."""
    first = NewsPageFactory(parent=site.news["en"], title="A grant")
    second = NewsPageFactory(
        parent=site.news["sv"], title="Ett bidrag", translation_key=first.translation_key, live=live
    )
    for page, days in ((first, english), (second, swedish)):
        Page.objects.filter(pk=page.pk).update(last_published_at=timezone.now() - datetime.timedelta(days=days))
    return first, second


def test_a_page_in_one_language_can_be_translated(site: LittleSite, editor: Client) -> None:
    page = NewsPageFactory(parent=site.news["en"], title="A grant")

    found = panel(editor, page)

    assert "There is no version in Swedish." in words(found)
    assert found.select_one("a[href^='/']")["href"] == reverse(
        "simple_translation:submit_page_translation", args=[page.pk]
    )  # type: ignore[index]


def test_versions_of_one_day_are_up_to_date(site: LittleSite, editor: Client) -> None:
    english, swedish = pair(site, english=3.2, swedish=3)

    for page in (english, swedish):
        assert "up to date" in words(panel(editor, page))


def test_the_version_that_is_behind_says_what_has_changed_in_the_other(site: LittleSite, editor: Client) -> None:
    english, swedish = pair(site, english=10, swedish=10)
    before = swedish.save_revision()
    swedish.revisions.filter(pk=before.pk).update(created_at=timezone.now() - datetime.timedelta(days=11))
    publish(editor, reverse("wagtailadmin_pages:edit", args=[swedish.pk]), title="Ett större bidrag")

    found = panel(editor, english)

    assert "It was published later than this page" in words(found)
    (changes,) = [link for link in found.select("a[href]") if "changed" in link.get_text()]
    compared = editor.get(str(changes["href"])).content.decode()
    assert "Ett större bidrag" in compared or "större" in compared
    assert "It is behind this page." in words(panel(editor, Page.objects.get(pk=swedish.pk)))


def test_a_draft_is_told_and_not_shown(site: LittleSite, editor: Client) -> None:
    english, swedish = pair(site, english=3, swedish=3, live=False)

    found = panel(editor, english)

    assert "It is a draft." in words(found)
    assert not found.select("iframe")
    assert links(found) == [reverse("wagtailadmin_pages:edit", args=[swedish.pk])]


def test_the_other_language_is_shown_beside_the_form(site: LittleSite, editor: Client) -> None:
    english, swedish = pair(site, english=3, swedish=3)

    (frame,) = panel(editor, english).select("details iframe")

    assert (frame["src"], frame["title"]) == (swedish.get_url(), "Ett bidrag")
    assert editor.get(str(frame["src"]))["X-Frame-Options"] == "SAMEORIGIN"


def test_every_type_of_page_has_it(site: LittleSite, editor: Client) -> None:
    pages = make_every_page(site, "en")

    assert {kind for kind, page in pages.items() if "Swedish" in words(panel(editor, page))} == set(pages)


def test_a_new_page_has_none_yet(site: LittleSite, editor: Client) -> None:
    answer = editor.get(reverse("wagtailadmin_pages:add", args=["news", "newspage", site.news["en"].pk]))

    assert "There is no version in" not in answer.content.decode()


def test_who_may_not_translate_is_offered_no_translation(
    site: LittleSite, writer: User, log_in: Callable[[User], Client]
) -> None:
    page = NewsPageFactory(parent=site.news["sv"], title="Ett bidrag")

    screen = log_in(writer).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert "Det finns ingen version på engelska." in screen
    assert "Översätt till engelska" not in screen


@pytest.mark.parametrize("name", ["wagtailadmin_home", "wagtailadmin_login"])
def test_the_admin_wears_the_mark(name: str, site: LittleSite, editor: Client) -> None:
    browser = Client() if name.endswith("login") else editor
    page = browser.get(reverse(name)).content.decode()

    assert "editor/mark.svg" in page
    assert "editor/editor.css" in page
