"""An address that was once given keeps leading to its page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from tests.factories.pages import NewsPageFactory, ProjectPageFactory, StandardPageFactory
from tests.factories.projects import ProjectFactory
from tests.little_site import LittleSite


def follow(address: str) -> tuple[int, str]:
    answer = Client().get(address)
    return answer.status_code, answer.headers.get("Location", "")


@pytest.fixture
def rename(django_capture_on_commit_callbacks: Any) -> Callable[[Page, str], None]:
    """As an editor does: a new slug, published."""

    def publish(page: Page, slug: str) -> None:
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return publish


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_renamed_page_is_found_at_its_old_address(
    language: str, site: LittleSite, rename: Callable[[Page, str], None]
) -> None:
    item = NewsPageFactory(parent=site.news[language], slug="old-name")
    old = item.get_url()

    rename(item, "new-name")

    assert follow(old) == (301, f"{site.news[language].get_url()}new-name/")


def test_a_renamed_section_takes_its_pages_along(site: LittleSite, rename: Callable[[Page, str], None]) -> None:
    above = StandardPageFactory(parent=site.home["en"], slug="about")
    StandardPageFactory(parent=above, slug="history")

    rename(above, "about-us")

    assert follow("/en/about/history/") == (301, "/en/about-us/history/")


def test_a_moved_page_is_found_at_its_old_address(site: LittleSite) -> None:
    above = StandardPageFactory(parent=site.home["en"], slug="about")
    page = StandardPageFactory(parent=site.home["en"], slug="history")

    page.move(above, pos="last-child")

    assert follow("/en/history/") == (301, "/en/about/history/")


def test_a_page_wins_over_a_redirect_from_its_address(site: LittleSite) -> None:
    StandardPageFactory(parent=site.home["en"], slug="about", title="About")
    Redirect.add_redirect("/en/about/", "/en/news/")

    assert follow("/en/about/") == (200, "")


def test_a_redirect_made_by_hand_leads_on(site: LittleSite) -> None:
    Redirect.add_redirect("/program/kommunala-partnerskap", site.programme_page["sv"])

    assert follow("/program/kommunala-partnerskap") == (301, "/sv/kommunala-partnerskap/")


def test_a_project_with_a_new_slug_is_found_at_its_old_address(site: LittleSite) -> None:
    project = ProjectFactory(slug="old-name")

    project.slug = "new-name"
    project.save()

    assert follow("/en/projects/old-name/") == (301, "/en/projects/new-name/")
    assert follow("/sv/projekt/old-name/") == (301, "/sv/projekt/new-name/")


def test_a_project_that_is_renamed_twice_needs_one_step(site: LittleSite) -> None:
    project = ProjectFactory(slug="first")

    for slug in ("second", "third"):
        project.slug = slug
        project.save()

    assert follow("/en/projects/first/") == (301, "/en/projects/third/")
    assert follow("/en/projects/second/") == (301, "/en/projects/third/")


def test_a_project_that_gets_its_old_name_back_is_found_there(site: LittleSite) -> None:
    project = ProjectFactory(slug="first")

    for slug in ("second", "first"):
        project.slug = slug
        project.save()

    assert follow("/en/projects/first/") == (200, "")
    assert follow("/en/projects/second/") == (301, "/en/projects/first/")
    assert not Redirect.objects.filter(old_path="/en/projects/first").exists()


def test_the_redirect_of_a_project_holds_when_the_list_moves(
    site: LittleSite, rename: Callable[[Page, str], None]
) -> None:
    project = ProjectFactory(slug="first")
    project.slug = "second"
    project.save()

    rename(site.projects["en"], "partnerships")

    assert follow("/en/projects/first/") == (301, "/en/partnerships/second/")


def test_a_project_that_is_renamed_takes_its_story_along(
    site: LittleSite, django_capture_on_commit_callbacks: Any
) -> None:
    project = ProjectFactory(slug="old-name")
    story = ProjectPageFactory(parent=site.projects["en"], project=project)

    project.slug, project.name_en = "new-name", "New name"
    with django_capture_on_commit_callbacks(execute=True):
        project.save()

    story.refresh_from_db()
    assert (story.slug, story.title) == ("new-name", "New name")
    assert follow("/en/projects/new-name/") == (200, "")
    assert follow("/en/projects/old-name/") == (301, "/en/projects/new-name/")
