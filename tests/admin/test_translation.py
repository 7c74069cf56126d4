"""A page is translated as a draft into the other tree, and only by those who may add pages there."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page

from iclds.users.models import User
from news.models import NewsPage
from tests.admin.editing import publish, soup, texts
from tests.factories.pages import NewsPageFactory, StandardPageFactory
from tests.factories.users import UserFactory
from tests.little_site import LittleSite
from tests.visiting import Visit


@pytest.fixture
def item(site: LittleSite) -> NewsPage:
    return NewsPageFactory(parent=site.news["en"], title="Wells", slug="wells")


@pytest.fixture
def english_only(site: LittleSite) -> User:
    """David, who works on the English pages and may translate."""
    group = Group.objects.create(name="English editors")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "submit_translation"]))
    for codename in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=site.home["en"], permission=permission)
    user = UserFactory(username="david")
    user.groups.add(group)
    return user


def translate(page: Page) -> str:
    return reverse("simple_translation:submit_page_translation", args=[page.pk])


def languages_offered(browser: Client, page: Page) -> list[str]:
    return texts(browser.get(translate(page)), "main form #id_locales label")


def ask_for_swedish(browser: Client, page: Page):
    return browser.post(translate(page), {"locales": [str(Locale.objects.get(language_code="sv").pk)]})


def test_a_translation_is_a_draft_in_the_other_tree(
    item: NewsPage, site: LittleSite, editor: Client, visit: Visit
) -> None:
    answer = ask_for_swedish(editor, item)

    translated = NewsPage.objects.get(locale__language_code="sv")
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[translated.pk])
    assert (translated.live, translated.get_parent().specific) == (False, site.news["sv"])
    assert translated.translation_key == item.translation_key
    assert visit("/sv/nyheter/wells/", status=404).status == 404


def test_the_published_translation_is_the_other_side_of_the_switch(
    item: NewsPage, editor: Client, visit: Visit
) -> None:
    publish(editor, ask_for_swedish(editor, item)["Location"], title="Brunnar", slug="brunnar")

    assert visit("/en/news/wells/").language_link == "/sv/nyheter/brunnar/"
    assert visit("/sv/nyheter/brunnar/").h1 == "Brunnar"


def test_the_editor_of_both_trees_is_offered_the_other_language(item: NewsPage, editor: Client) -> None:
    assert languages_offered(editor, item) == ["Svenska"]


def test_who_may_add_nothing_to_the_swedish_pages_is_not_offered_them(
    item: NewsPage, english_only: User, log_in: Callable[[User], Client]
) -> None:
    browser = log_in(english_only)

    answer = browser.get(translate(item))

    assert languages_offered(browser, item) == []
    assert texts(answer, "main form .help") == ["You may not add pages in the other language."]
    assert soup(answer).select("main form [type=submit]") == []


def test_nor_by_sending_the_form_all_the_same(
    item: NewsPage, english_only: User, log_in: Callable[[User], Client]
) -> None:
    answer = ask_for_swedish(log_in(english_only), item)

    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == ["locales"]
    assert not NewsPage.objects.filter(locale__language_code="sv").exists()


def test_a_page_whose_parent_is_not_translated_waits_for_it(site: LittleSite, editor: Client) -> None:
    parent = StandardPageFactory(parent=site.home["en"], title="About us", slug="about")
    page = StandardPageFactory(parent=parent, title="Privacy", slug="privacy")

    answer = ask_for_swedish(editor, page)

    assert answer.status_code == 200
    assert languages_offered(editor, page) == []
    assert Page.objects.filter(locale__language_code="sv", title="Privacy").count() == 0


def test_a_whole_section_is_translated_in_one_go(site: LittleSite, editor: Client) -> None:
    parent = StandardPageFactory(parent=site.home["en"], title="About us", slug="about")
    StandardPageFactory(parent=parent, title="Privacy", slug="privacy")
    swedish = Locale.objects.get(language_code="sv")

    editor.post(translate(parent), {"locales": [str(swedish.pk)], "include_subtree": "on"})

    made = Page.objects.filter(locale=swedish, title__in=["About us", "Privacy"]).order_by("path")
    assert [(page.title, page.live) for page in made] == [("About us", False), ("Privacy", False)]


def test_an_onlooker_translates_nothing(item: NewsPage, onlooker: User, log_in: Callable[[User], Client]) -> None:
    assert ask_for_swedish(log_in(onlooker), item)["Location"] == "/admin/"
