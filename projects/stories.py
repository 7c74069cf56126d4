"""Making a project's story from its register row."""

from django.core.exceptions import PermissionDenied
from wagtail.models import Locale

from iclds.users.models import User
from projects.models import Project, ProjectIndexPage, ProjectPage


class NoProjectList(Exception):
    """There is no project list in this language, so a story has no place to stand."""


def begin_story(project: Project, locale: Locale, user: User) -> ProjectPage:
    """The project's story in a language: the existing one, or a new draft in its place below the project list.

    A new story shares its translation key with the one in the other language, so that the two are known as versions
    of one page. Raises PermissionDenied and NoProjectList.
    """
    existing = ProjectPage.objects.filter(project=project, locale=locale).first()
    if existing:
        return existing
    index = ProjectIndexPage.objects.filter(locale=locale).first()
    if index is None:
        raise NoProjectList
    if not index.permissions_for_user(user).can_add_subpage():
        raise PermissionDenied
    story = ProjectPage(project=project, locale=locale, live=False, owner=user)
    other = ProjectPage.objects.filter(project=project).first()
    if other:
        story.translation_key = other.translation_key
    story.follow_project(project)
    index.add_child(instance=story)
    story.save_revision(user=user)
    return story
