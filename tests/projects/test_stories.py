"""A story begins at its project's register row and follows it."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from iclds.users.models import User
from projects.models import Project, ProjectPage
from projects.stories import NoProjectList, begin_story
from tests.factories.pages import ProjectPageFactory
from tests.factories.projects import ProjectFactory
from tests.little_site import LittleSite

LogIn = Callable[[User], Client]


@pytest.fixture
def project(site: LittleSite) -> Project:
    return ProjectFactory(slug="clean-water", name_en="Clean water", name_sv="Rent vatten")


def begin(project: Project, site: LittleSite, language: str, user: User) -> ProjectPage:
    return begin_story(project, site.projects[language].locale, user)


def test_a_new_story_is_a_draft_in_its_place(project: Project, site: LittleSite, publisher: User) -> None:
    story = begin(project, site, "sv", publisher)

    assert (story.title, story.slug, story.live) == ("Rent vatten", "clean-water", False)
    assert (story.get_parent().specific, story.owner) == (site.projects["sv"], publisher)
    assert story.latest_revision is not None


def test_a_story_that_exists_is_opened(project: Project, site: LittleSite, publisher: User) -> None:
    story = ProjectPageFactory(parent=site.projects["sv"], project=project)

    assert begin(project, site, "sv", publisher) == story


def test_stories_of_one_project_are_versions_of_one_page(project: Project, site: LittleSite, publisher: User) -> None:
    english, swedish = begin(project, site, "en", publisher), begin(project, site, "sv", publisher)

    assert english.get_translation(swedish.locale) == swedish


def test_a_writer_of_swedish_begins_only_there(project: Project, site: LittleSite, writer: User) -> None:
    assert begin(project, site, "sv", writer).owner == writer
    with pytest.raises(PermissionDenied):
        begin(project, site, "en", writer)


def test_who_may_only_look_begins_nothing(project: Project, site: LittleSite, onlooker: User) -> None:
    with pytest.raises(PermissionDenied):
        begin(project, site, "en", onlooker)
    assert not ProjectPage.objects.exists()


def test_without_a_list_there_is_no_place_for_a_story(project: Project, site: LittleSite, publisher: User) -> None:
    locale = site.projects["en"].locale
    site.projects["en"].delete()

    with pytest.raises(NoProjectList):
        begin_story(project, locale, publisher)


def test_an_editor_begins_a_story_in_one_click(project: Project, publisher: User, log_in: LogIn) -> None:
    address = reverse("write_story", args=[project.pk, "sv"])
    browser = log_in(publisher)

    asked, begun = browser.get(address), browser.post(address)

    story = ProjectPage.objects.get()
    assert (asked.status_code, begun.status_code) == (200, 302)
    assert begun["Location"] == reverse("wagtailadmin_pages:edit", args=[story.pk])
    assert browser.get(address)["Location"] == begun["Location"]


@pytest.mark.parametrize("language", ["de", "%00", "sv-FI"])
def test_a_story_in_an_unknown_language_is_not_begun(
    language: str, project: Project, publisher: User, log_in: LogIn
) -> None:
    answer = log_in(publisher).post(f"/admin/projects/{project.pk}/story/{language}/")

    assert answer.status_code == 404


def test_a_visitor_begins_no_story(project: Project) -> None:
    answer = Client().post(reverse("write_story", args=[project.pk, "sv"]))

    assert (answer.status_code, ProjectPage.objects.exists()) == (302, False)


def test_the_register_row_shows_its_stories(project: Project, site: LittleSite, publisher: User, log_in: LogIn) -> None:
    story = ProjectPageFactory(parent=site.projects["en"], project=project)

    answer = log_in(publisher).get(reverse("wagtailsnippets_projects_project:edit", args=[project.pk]))

    shown = answer.content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[story.pk]) in shown
    assert reverse("write_story", args=[project.pk, "sv"]) in shown


def test_a_story_takes_its_title_from_the_register(project: Project, site: LittleSite) -> None:
    story = ProjectPageFactory(parent=site.projects["sv"], project=project, title="Something", slug="else")

    assert (story.title, story.slug) == ("Rent vatten", "clean-water")


def test_the_admin_says_that_a_project_has_its_story(
    project: Project, site: LittleSite, publisher: User, log_in: LogIn
) -> None:
    ProjectPageFactory(parent=site.projects["en"], project=project)
    address = reverse("wagtailadmin_pages:add", args=["projects", "projectpage", site.projects["en"].pk])
    form = {
        "project": project.pk, "lead": "", "picture": "", "body-count": "0", "seo_title": "", "search_description": "",
        "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", "action-publish": "1",
    }  # fmt: skip

    answer = log_in(publisher).post(address, form)

    assert answer.status_code == 200
    assert answer.context["form"].errors == {"project": ["This project has a story in this language already."]}


def test_a_draft_can_be_previewed_with_its_facts(project: Project, site: LittleSite, publisher: User) -> None:
    story = begin(project, site, "sv", publisher)

    answer = story.make_preview_request()

    assert (answer.status_code, "Rent vatten" in answer.content.decode()) == (200, True)


def test_lists_tell_two_education_projects_apart(site: LittleSite) -> None:
    story = ProjectPageFactory(parent=site.projects["en"], project=ProjectFactory(slug="kisumu-vaxjo-education"))

    assert "(kisumu-vaxjo-education)" in story.get_admin_display_title()
