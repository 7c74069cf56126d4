"""What is not public is nowhere: no draft, no expired page, nothing behind a password."""

import datetime

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from tests.factories.pages import NewsPageFactory, StandardPageFactory
from tests.little_site import LittleSite
from tests.visiting import Visit


def found_anywhere(page: Page, visit: Visit) -> list[str]:
    """Where a visitor meets the page's title or address."""
    places = {
        "home": visit("/en/").reading.html,
        "news list": visit("/en/news/").reading.html,
        "search": visit("/en/search/?q=secret").text.replace("“secret”", "").replace("Search: secret", ""),
        "sitemap": Client().get("/sitemap.xml").content.decode(),
        "feed": Client().get("/en/feed/").content.decode(),
        "programme": visit("/en/municipal-partnership/").reading.html,
        "Swedish news list": visit("/sv/nyheter/").reading.html,
    }
    return [place for place, shown in places.items() if page.title in shown or (page.get_url() or "-") in shown]


def test_a_live_page_is_found(site: LittleSite, visit: Visit) -> None:
    page = NewsPageFactory(parent=site.news["en"], title="Secret", programme=site.programme)

    assert found_anywhere(page, visit) == [
        "home", "news list", "search", "sitemap", "feed", "programme", "Swedish news list",
    ]  # fmt: skip


def test_a_draft_is_nowhere(site: LittleSite, visit: Visit) -> None:
    page = NewsPageFactory(parent=site.news["en"], title="Secret", programme=site.programme, live=False)

    visit("/en/news/secret/", status=404)
    assert found_anywhere(page, visit) == []


def test_an_expired_page_is_nowhere(site: LittleSite, visit: Visit) -> None:
    page = NewsPageFactory(
        parent=site.news["en"],
        title="Secret",
        programme=site.programme,
        expire_at=timezone.now() - datetime.timedelta(minutes=1),
    )
    call_command("publish_scheduled", verbosity=0)

    visit("/en/news/secret/", status=404)
    assert found_anywhere(page, visit) == []


def test_a_page_below_a_draft_is_still_at_its_address(site: LittleSite, visit: Visit) -> None:
    above = StandardPageFactory(parent=site.home["en"], title="Above", live=False)
    StandardPageFactory(parent=above, title="Below")

    assert visit("/en/above/below/").breadcrumbs[0] == "Home"


@pytest.mark.parametrize("restricted", ["the page", "the section"])
def test_a_page_for_some_is_not_shown_to_others(restricted: str, site: LittleSite, visit: Visit) -> None:
    page = NewsPageFactory(parent=site.news["en"], title="Secret", programme=site.programme)
    PageViewRestriction.objects.create(
        page=page if restricted == "the page" else site.news["en"], restriction_type="login"
    )

    answer = Client().get("/en/news/secret/")

    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/en/_util/login/")


def test_a_page_behind_a_password_is_in_no_list(site: LittleSite, visit: Visit) -> None:
    page = NewsPageFactory(parent=site.news["en"], title="Secret", programme=site.programme)
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="open")

    assert found_anywhere(page, visit) == []


def test_a_whole_tree_behind_a_login_is_in_no_search_and_no_sitemap(site: LittleSite) -> None:
    StandardPageFactory(parent=site.home["en"], title="Secret")
    PageViewRestriction.objects.create(page=site.home["en"], restriction_type="login")

    assert b"/en/" not in Client().get("/sitemap.xml").content
    assert Client().get("/en/secret/").status_code == 302
