"""From a project's register row an editor makes its story in either language in one click."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from iclds.users.models import User
from projects.models import Project, ProjectIndexPage, ProjectPage
from tests.admin.editing import errors, publish, send, soup, story, texts
from tests.factories.pages import ProjectPageFactory
from tests.factories.projects import ProjectFactory
from tests.little_site import LittleSite
from tests.visiting import Visit

EDIT_PROJECT = "wagtailsnippets_projects_project:edit"


@pytest.fixture
def project(site: LittleSite) -> Project:
    return ProjectFactory(name_en="Clean water", name_sv="Rent vatten", slug="clean-water")


def address_of(project: Project, language: str) -> str:
    return reverse("write_story", args=[project.pk, language])


@pytest.mark.parametrize(("language", "title"), [("en", "Clean water"), ("sv", "Rent vatten")])
def test_one_click_begins_the_story_and_opens_it(language: str, title: str, project: Project, editor: Client) -> None:
    answer = editor.post(address_of(project, language))

    begun = ProjectPage.objects.get()
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[begun.pk])
    assert (begun.title, begun.slug, begun.live, begun.locale.language_code) == (title, "clean-water", False, language)
    assert begun.get_parent().specific == ProjectIndexPage.objects.get(locale=begun.locale)


def test_a_second_click_opens_the_same_story(project: Project, editor: Client) -> None:
    first = editor.post(address_of(project, "en"))

    second = editor.post(address_of(project, "en"))

    assert first["Location"] == second["Location"]
    assert ProjectPage.objects.count() == 1


def test_both_languages_are_versions_of_one_story(project: Project, editor: Client) -> None:
    editor.post(address_of(project, "en"))
    editor.post(address_of(project, "sv"))

    english, swedish = ProjectPage.objects.order_by("locale__language_code")
    assert list(english.get_translations()) == [swedish]


def test_the_story_is_written_and_published_in_both_languages(project: Project, editor: Client, visit: Visit) -> None:
    for language, words in (("en", "It began with a well."), ("sv", "Det började med en brunn.")):
        answer = publish(editor, editor.post(address_of(project, language))["Location"], body=story(words))
        assert (answer.status_code, errors(answer)) == (302, {})

    assert visit("/en/projects/clean-water/").texts("main .prose p") == ["It began with a well."]
    assert visit("/sv/projekt/clean-water/").texts("main .prose p") == ["Det började med en brunn."]


def test_a_plain_link_asks_before_it_makes_a_story(project: Project, editor: Client) -> None:
    answer = editor.get(address_of(project, "sv"))

    assert texts(answer, "main form p") == ["“Clean water” has no story in Swedish yet."]
    assert not ProjectPage.objects.exists()


def test_a_plain_link_opens_a_story_that_exists(project: Project, editor: Client, site: LittleSite) -> None:
    told = ProjectPageFactory(parent=site.projects["en"], project=project)

    assert editor.get(address_of(project, "en"))["Location"] == reverse("wagtailadmin_pages:edit", args=[told.pk])


def test_the_project_shows_which_stories_there_are(project: Project, editor: Client, site: LittleSite) -> None:
    ProjectPageFactory(parent=site.projects["en"], project=project)

    answer = editor.get(reverse(EDIT_PROJECT, args=[project.pk]))

    assert texts(answer, "form[data-edit-form] li:has(.button-small)") == [
        "Edit the story in English published",
        "Write the story in Swedish no story yet; visitors see the facts",
    ]


def test_beginning_a_story_sends_nothing_of_the_projects_form(project: Project, editor: Client) -> None:
    """Otherwise what was changed and not saved would be lost without the browser's warning."""
    screen = soup(editor.get(reverse(EDIT_PROJECT, args=[project.pk])))

    buttons = screen.select("button[formaction]")
    assert [button["formaction"] for button in buttons] == [address_of(project, "en"), address_of(project, "sv")]
    assert {button["form"] for button in buttons} == {"write-story"}
    assert [field["name"] for field in screen.select("form#write-story input")] == ["csrfmiddlewaretoken"]


def test_who_may_not_add_pages_there_is_refused(
    project: Project, writer: User, onlooker: User, log_in: Callable[[User], Client]
) -> None:
    for user, language in ((onlooker, "en"), (onlooker, "sv"), (writer, "en")):
        answer = log_in(user).post(address_of(project, language))
        assert (answer.status_code, answer["Location"]) == (302, "/admin/")

    assert not ProjectPage.objects.exists()


def test_a_writer_begins_it_in_her_own_language(
    project: Project, writer: User, log_in: Callable[[User], Client]
) -> None:
    log_in(writer).post(address_of(project, "sv"))

    begun = ProjectPage.objects.get()
    assert (begun.locale.language_code, begun.owner) == ("sv", writer)


def test_without_a_project_list_in_the_language_the_editor_is_told(project: Project, editor: Client) -> None:
    ProjectIndexPage.objects.get(locale__language_code="sv").delete()

    answer = editor.post(address_of(project, "sv"), follow=True)

    assert answer.redirect_chain[-1][0] == reverse(EDIT_PROJECT, args=[project.pk])
    assert [str(message).strip() for message in answer.context["messages"]] == [
        "There is no project list in this language yet. Make it under the home page first."
    ]
    assert not ProjectPage.objects.exists()


@pytest.mark.parametrize("address", ["/admin/projects/999/story/en/", "/admin/projects/1/story/de/"])
def test_unknown_projects_and_languages_are_not_found(address: str, project: Project, editor: Client) -> None:
    assert editor.post(address).status_code == 404


def test_a_project_has_one_story_a_language(project: Project, editor: Client, site: LittleSite) -> None:
    ProjectPageFactory(parent=site.projects["en"], project=project)

    answer = publish(
        editor,
        reverse("wagtailadmin_pages:add", args=["projects", "projectpage", site.projects["en"].pk]),
        project=str(project.pk),
    )

    assert errors(answer)["project"] == ["This project has a story in this language already."]


def test_a_renamed_project_renames_its_story(project: Project, editor: Client, site: LittleSite, visit: Visit) -> None:
    ProjectPageFactory(parent=site.projects["en"], project=project)

    send(editor, reverse(EDIT_PROJECT, args=[project.pk]), name_en="Clearer water", slug="clearer-water")

    assert visit("/en/projects/clearer-water/").h1 == "Clearer water"
