"""What a project's page shows, with or without a story: in as many queries for any project."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import BooleanField, ExpressionWrapper, prefetch_related_objects
from django.http import HttpRequest
from django.utils.translation import gettext
from wagtail.query import PageQuerySet

from iclds.core.addresses import absolute_url
from iclds.core.file_privacy import shown_documents
from iclds.core.key_pages import key_address
from iclds.core.languages import active_language
from iclds.core.metadata import breadcrumb_data
from iclds.core.models import SiteSettings
from iclds.core.navigation import Crumb, Frame, build_frame
from iclds.core.page_context import page_context
from iclds.core.page_privacy import may_be_seen
from iclds.core.quality import LONGEST_DESCRIPTION
from iclds.core.text import shortened
from iclds.registers.models import CoreArea, Country, Subject
from iclds.registers.terms import load_terms
from projects.maps import two_place_map
from projects.models.projects import Project

if TYPE_CHECKING:
    from iclds.core.models import BasePage
    from projects.models.pages import ProjectPage

NEWS_SHOWN = 4


@dataclass(frozen=True)
class FoundProject:
    """A public project with its story in the reader's language, or else the one in the other language.

    `closed_story` is one in the reader's language that is not for everybody.
    """

    project: Project
    story: "ProjectPage | None" = None
    other_story: "ProjectPage | None" = None
    closed_story: "ProjectPage | None" = None


def find_project(stories: PageQuerySet, slug: str, language: str) -> FoundProject | None:
    """The public project with this slug. One query where it has a story, two where it has none."""
    told = list(
        stories.live()
        .filter(project__slug=slug, project__is_public=True)
        .annotate(is_visible=ExpressionWrapper(may_be_seen(model=stories.model), output_field=BooleanField()))
        .select_related("locale", "picture", "project__programme", "project__picture")
    )
    if not told:
        project = Project.objects.public().for_teasers().filter(slug=slug).first()
        return FoundProject(project) if project else None
    by_language = {story.locale.language_code: story for story in told if story.is_visible}
    closed = next((story for story in told if story.locale.language_code == language and not story.is_visible), None)
    story = by_language.pop(language, None)
    other = None if story else next(iter(by_language.values()), None)
    return FoundProject(told[0].project, story, other, closed)


def project_context(page: "BasePage", request: HttpRequest, found: FoundProject) -> dict[str, Any]:
    """Context of projects/project.html. `page` is the project list, or the story in a preview."""
    project, story = found.project, found.story
    prefetch_related_objects([project], "partners")
    language = active_language()
    frame = build_frame(request, page)
    _fit_frame(frame, project, found)
    terms = load_terms(
        Country.objects.filter(projects=project),
        CoreArea.objects.filter(projects=project),
        Subject.objects.filter(projects=project),
    )
    partners = list(project.partners.all())
    news: Any = project.newspages  # whose own selections its type does not tell
    content = {
        "page": page,
        "project": project,
        "story": story,
        "other_story": found.other_story,
        "key_url": key_address(request, found.closed_story) if found.closed_story else "",
        "partners": partners,
        "two_place_map": two_place_map(partner.organisation for partner in partners),
        "grants": list(project.grants.all()),
        "documents": shown_documents(entry.document for entry in project.documents.select_related("document")),
        "countries": terms["country"],
        "core_areas": terms["corearea"],
        "subjects": terms["subject"],
        "news": list(news.for_readers_of(language).latest_first().for_cards()[:NEWS_SHOWN]),
        "structured_data": [_project_data(project, frame), breadcrumb_data(frame)],
    }
    picture = (story.shown_picture if story else None) or project.shown_picture
    return page_context(
        frame,
        content,
        site_settings=SiteSettings.load(request_or_site=request),
        streams=[story.body] if story else [],
        picture=picture,
    )


def _fit_frame(frame: Frame, project: Project, found: FoundProject) -> None:
    story = found.story
    frame.title = (story.seo_title if story else "") or project.name
    frame.description = shortened(
        (story and (story.search_description or story.lead)) or project.summary or _facts_in_words(project),
        LONGEST_DESCRIPTION,
    )
    if not frame.breadcrumbs or frame.breadcrumbs[-1].title != project.name:
        frame.breadcrumbs.append(Crumb(project.name, frame.canonical_url))


def _facts_in_words(project: Project) -> str:
    partners = ", ".join(partner.organisation.name for partner in project.partners.all())
    return gettext("%(project)s: a project of %(programme)s. %(partners)s") % {
        "project": project.name,
        "programme": project.programme.name,
        "partners": partners,
    }


def _project_data(project: Project, frame: Frame) -> dict[str, Any]:
    return {
        "@type": "Project",
        "@id": f"{frame.canonical_url}#project",
        "name": project.name,
        "description": frame.description,
        "url": frame.canonical_url,
        "identifier": project.reference or None,
        "member": [{"@type": "Organization", "name": partner.organisation.name} for partner in project.partners.all()],
        "parentOrganization": {"@id": absolute_url("/#organisation")},
    }
