"""Every list and every form of ours opens for the editor, in both languages of the admin."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, SoupStrainer
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from iclds.core.models import SiteDocument, SiteImage, SiteSettings
from tests.admin.editing import texts
from tests.every_page import make_every_page
from tests.factories.programmes import ApplicationRoundFactory, ProgrammeCountryFactory
from tests.little_site import LittleSite

# What makes a browser fetch something; links that somebody has to click are left out.
FETCHED = [("script", "src"), ("img", "src"), ("img", "srcset"), ("iframe", "src"), ("source", "srcset"),
           ("link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], link[rel~=preconnect]", "href")]  # fmt: skip

FETCHING = ["script", "img", "iframe", "source", "link"]
STYLED = re.compile(r"url\([\"']?([^\"')]+)")
LANGUAGE = re.compile(rb'<html[^>]* lang="([^"]+)"')


@pytest.fixture
def full_site(site: LittleSite) -> LittleSite:
    """A page of every type in both languages, and a row in every register."""
    make_every_page(site, "en")
    ProgrammeCountryFactory(programme=site.programme)
    ApplicationRoundFactory(programme=site.programme)
    return site


def register_screens() -> Iterator[str]:
    for model in get_snippet_models():
        names = model.snippet_viewset.get_url_name
        yield reverse(names("list"))
        yield reverse(names("add"))
        for row in model.objects.all():
            yield reverse(names("edit"), args=[row.pk])
            yield reverse(names("history"), args=[row.pk])
            yield reverse(names("usage"), args=[row.pk])


def page_screens() -> Iterator[str]:
    for page in Page.objects.filter(depth__gt=1):
        for view in ("wagtailadmin_explore", "wagtailadmin_pages:edit", "wagtailadmin_pages:history"):
            yield reverse(view, args=[page.pk])
    for page in Page.objects.filter(depth__gt=1):
        for model in page.specific_class.allowed_subpage_models():
            if model.can_create_at(page):
                yield reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, page.pk])


def other_screens() -> Iterator[str]:
    for name in ("home", "account", "reports:site_history", "reports:aging_pages"):
        yield reverse(f"wagtailadmin_{name}")
    for app, model in (("wagtailimages", SiteImage), ("wagtaildocs", SiteDocument)):
        yield reverse(f"{app}:index")
        yield reverse(f"{app}:add")
        yield reverse(f"{app}:add_multiple")
        yield from (reverse(f"{app}:edit", args=[row.pk]) for row in model.objects.all())
    yield reverse("wagtailsettings:edit", args=["core", "sitesettings", SiteSettings.load().pk])
    yield f"{reverse('wagtailadmin_pages:search')}?q=title"


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("screens", [register_screens, page_screens, other_screens])
def test_every_screen_opens_in_both_languages(
    screens: Callable[[], Iterator[str]],
    language: str,
    full_site: LittleSite,
    editor: Client,
    speaks: Callable[[str], None],
) -> None:
    speaks(language)

    answers = {address: editor.get(address) for address in screens()}

    assert len(answers) > 5
    assert {address: answer.status_code for address, answer in answers.items()} == dict.fromkeys(answers, 200)
    assert {tuple(LANGUAGE.findall(answer.content)) for answer in answers.values()} == {(language.encode(),)}
    assert {address: third_parties(answer) for address, answer in answers.items()} == {
        address: [] for address in answers
    }


def third_parties(answer) -> list[str]:
    """Addresses on other hosts that a browser would fetch without being asked."""
    screen = BeautifulSoup(answer.content, "html.parser", parse_only=SoupStrainer(FETCHING))
    addresses = [
        str(element[name]) for tags, name in FETCHED for element in screen.select(tags) if element.has_attr(name)
    ]
    addresses += STYLED.findall(answer.content.decode())
    return [address for address in addresses if urlsplit(address).netloc]


def test_the_admin_home_asks_no_stranger_for_a_portrait(site: LittleSite, editor: Client) -> None:
    answer = editor.get(reverse("wagtailadmin_home"))

    assert third_parties(answer) == []
    assert re.findall(r"gravatar|releases\.wagtail\.io|cdn", answer.content.decode(), re.IGNORECASE) == []


def test_the_menu_leads_to_pages_registers_and_files(site: LittleSite, editor: Client) -> None:
    answer = editor.get(reverse("wagtailadmin_home"))

    (menu,) = re.findall(r'id="wagtail-sidebar-props"[^>]*>(.+?)</script>', answer.content.decode(), re.DOTALL)
    labels = re.findall(r'"label": "([^"]+)"', menu)
    assert labels[: labels.index("Reports")] == [
        "Pages", "Programmes", "Projects", "News", "Publications", "Registers", "Countries", "Organisations",
        "Core areas", "Subjects", "Shared content", "Contacts", "Callouts", "Document lists", "Images", "Documents",
    ]  # fmt: skip
    assert [label for label in labels if label in {"Settings", "Site settings", "Users", "Redirects"}] == [
        "Settings",
        "Redirects",
        "Site settings",
    ]


def test_what_an_editor_may_not_change_stays_closed(site: LittleSite, editor: Client) -> None:
    closed = ["wagtailusers_users:index", "wagtailusers_groups:index", "wagtailsites:index"]

    answers = {name: editor.get(reverse(name)) for name in closed}

    assert {name: (answer.status_code, answer["Location"]) for name, answer in answers.items()} == dict.fromkeys(
        closed, (302, "/admin/")
    )


def test_the_project_form_asks_in_a_sensible_order(site: LittleSite, editor: Client) -> None:
    answer = editor.get(reverse("wagtailsnippets_projects_project:add"))

    assert texts(answer, "form[data-edit-form] .w-panel__heading--label") == [
        "Stories", "English", "Swedish", "What it is", "Partners", "When", "Grants", "What it is about", "Documents",
        "Picture",
    ]  # fmt: skip
