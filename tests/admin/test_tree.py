"""What may be made where, as the admin offers it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from iclds.home.models import HomePage
from iclds.users.models import User
from tests.admin.editing import errors, publish, soup
from tests.every_page import make_every_page
from tests.factories.pages import GuidancePageFactory, NewsPageFactory, StandardPageFactory
from tests.factories.users import UserFactory
from tests.little_site import LittleSite

NOTHING: list[str] = []


def offered_below(browser: Client, page: Page) -> list[str]:
    """The types of page that the admin offers below `page`; a single one it opens at once."""
    answer = browser.get(reverse("wagtailadmin_pages:add_subpage", args=[page.pk]))
    if answer.status_code == 302:
        addresses = [answer["Location"]]
    else:
        addresses = [str(link["href"]) for link in soup(answer).select("main a[href^='/admin/pages/add/']")]
    return sorted(address.split("/")[5] for address in addresses if address.startswith("/admin/pages/add/"))


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_may_be_made_where(language: str, site: LittleSite, editor: Client) -> None:
    pages = make_every_page(site, language)
    sections = ("home", "programme_page", "countries", "projects", "knowledge", "news")
    pages |= {f"section: {name}": getattr(site, name)[language] for name in sections}

    assert {kind: offered_below(editor, page) for kind, page in pages.items()} == {
        # The sections are there already, and each is there once.
        "section: home": ["programmepage", "standardpage"],
        "section: programme_page": ["faqpage", "guidancepage"],
        "section: countries": ["countrypage"],
        "section: projects": ["projectpage"],
        "section: knowledge": ["newspage", "publicationpage"],
        "section: news": ["newspage"],
        "standard": ["standardpage"],
        "accessibility": NOTHING,
        "guidance": NOTHING,
        "faq": NOTHING,
        "country": NOTHING,
        "story": NOTHING,
        "news": NOTHING,
        "article": NOTHING,
        "publication": NOTHING,
    }


def test_an_empty_home_page_takes_every_section_once(site: LittleSite, editor: Client) -> None:
    for section in ("countries", "projects", "knowledge", "news"):
        getattr(site, section)["en"].delete()

    assert offered_below(editor, HomePage.objects.get(locale__language_code="en")) == [
        "accessibilitypage",
        "countryindexpage",
        "knowledgecentrepage",
        "newsindexpage",
        "programmepage",
        "projectindexpage",
        "standardpage",
    ]


@pytest.mark.parametrize(
    ("kind", "section"),
    [
        pytest.param("projects/projectpage", "news", id="a project story under News"),
        pytest.param("news/newspage", "projects", id="a news item under Projects"),
        pytest.param("news/publicationpage", "news", id="a publication under News"),
        pytest.param("home/homepage", "home", id="a home page under the home page"),
        pytest.param("news/newsindexpage", "home", id="a second news list"),
        pytest.param("programmes/countrypage", "home", id="a country page beside the countries"),
    ],
)
def test_what_has_no_place_there_is_refused(kind: str, section: str, site: LittleSite, editor: Client) -> None:
    parent = getattr(site, section)["en"]
    before = Page.objects.count()

    answer = editor.post(reverse("wagtailadmin_pages:add", args=[*kind.split("/"), parent.pk]), {"title": "No"})

    assert (answer.status_code, answer["Location"]) == (302, "/admin/")
    assert Page.objects.count() == before


def test_a_news_item_is_not_moved_under_the_projects(site: LittleSite, editor: Client) -> None:
    item = NewsPageFactory(parent=site.news["en"])

    editor.post(reverse("wagtailadmin_pages:move_confirm", args=[item.pk, site.projects["en"].pk]))

    item.refresh_from_db()
    assert item.get_parent() == site.news["en"].page_ptr


def test_pages_about_the_organisation_stand_below_each_other(site: LittleSite, editor: Client) -> None:
    page = StandardPageFactory(parent=site.home["sv"])

    assert offered_below(editor, page) == ["standardpage"]
    assert offered_below(editor, GuidancePageFactory(parent=site.programme_page["sv"])) == NOTHING


def test_the_editors_have_no_rights_above_the_home_pages(site: LittleSite, editor: Client) -> None:
    assert offered_below(editor, Page.get_first_root_node()) == NOTHING


@pytest.mark.parametrize("action", ["unpublish", "delete", "move"])
def test_a_home_page_is_never_taken_away(action: str, site: LittleSite, editor: Client) -> None:
    home = site.home["sv"]
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    editor.post(reverse("wagtailadmin_pages:unpublish", args=[home.pk]))
    editor.post(f"{bulk}?id={home.pk}", {"chooser": home.get_parent().pk})

    assert Page.objects.get(pk=home.pk).live


def test_a_home_page_does_not_expire(site: LittleSite, editor: Client) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[site.home["sv"].pk])

    answer = publish(editor, address, expire_at="2030-01-01 00:00")

    assert errors(answer) == {"expire_at": ["The home page cannot expire: every page leads to it."]}


@pytest.mark.parametrize("bulk", [False, True])
def test_not_even_an_administrator_deletes_a_home_page(
    bulk: bool, site: LittleSite, log_in: Callable[[User], Client]
) -> None:
    home = site.home["sv"]
    where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    name = {"confirm_site_name": "ICLD"}

    log_in(UserFactory(is_superuser=True)).post(
        f"{where}?id={home.pk}" if bulk else reverse("wagtailadmin_pages:delete", args=[home.pk]), name
    )

    assert Page.objects.filter(pk=home.pk).exists()


def test_a_page_is_not_moved_into_the_other_language(site: LittleSite, editor: Client) -> None:
    page = StandardPageFactory(parent=site.home["en"], title="About us")
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])

    editor.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, site.home["sv"].pk]))
    editor.post(f"{bulk}?id={page.pk}", {"chooser": site.home["sv"].pk})

    assert Page.objects.get(pk=page.pk).is_child_of(site.home["en"])


def test_several_pages_are_moved_within_their_language(site: LittleSite, editor: Client) -> None:
    about, page = (StandardPageFactory(parent=site.home["en"], title=title) for title in ("About", "Office"))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])

    editor.post(f"{bulk}?id={page.pk}", {"chooser": about.pk})

    assert Page.objects.get(pk=page.pk).is_child_of(about)
