"""The list of projects, and the stories that tell about them."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index

from iclds.core.blocks import PlainBlocks, StoryBlocks
from iclds.core.languages import active_language, in_language
from iclds.core.models import BasePage
from iclds.core.pagination import paginate
from iclds.registers.models import SWEDEN, CoreArea, Country, Organisation
from iclds.registers.terms import load_terms
from projects.forms import ProjectFilterForm
from projects.models.detail import FoundProject, find_project, project_context
from projects.models.projects import Project
from projects.models.statistics import FEWEST_PROJECTS, figures


class ProjectIndexPage(RoutablePageMixin, BasePage):
    """Lists all public projects, and answers for each of them at its address from the register."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["projects.ProjectPage"]
    max_count_per_parent = 1

    body = StreamField(PlainBlocks(), blank=True, verbose_name=_("text"))

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, "body"]

    class Meta:
        verbose_name = _("project list")
        verbose_name_plural = _("project lists")

    def get_content(self, request: HttpRequest) -> dict[str, Any]:
        terms = load_terms(
            Country.objects.exclude(region=""),
            Organisation.objects.filter(country__code=SWEDEN),
            CoreArea.objects.all(),
        )
        form = ProjectFilterForm(request.GET, terms)
        found = form.apply(Project.objects.public(), timezone.localdate())
        listing = paginate(found.latest_first().for_cards(), request, settings.PROJECTS_PER_PAGE)
        has_figures = listing.number == 1 and listing.count >= FEWEST_PROJECTS
        return {
            "form": form,
            "selection": form.in_words(),
            "listing": listing,
            "figures": figures(found, form) if has_figures else None,
        }

    @path("<slug:slug>/", name="project")
    def project(self, request: HttpRequest, slug: str) -> TemplateResponse:
        """One project: its facts, and its story where there is one in this language."""
        found = find_project(ProjectPage.objects.all(), slug, active_language())
        if found is None:
            raise Http404("No public project has this address.")
        return TemplateResponse(request, "projects/project.html", project_context(self, request, found))


class ProjectPage(BasePage):
    """The story of one project in one language; its facts stand in the register.

    The project list answers at its address (`served_by_parent`), so that the facts stand there before the story is
    written and after it is taken down. Title and address follow the register.
    """

    served_by_parent = True
    may_be_in_menu = False
    shown_with = ("picture", "project", "project__programme", "project__picture")

    template = "projects/project.html"
    parent_page_types = ["projects.ProjectIndexPage"]
    subpage_types: list[str] = []

    project = models.ForeignKey(Project, models.PROTECT, related_name="stories", verbose_name=_("project"))
    body = StreamField(StoryBlocks(), blank=True, verbose_name=_("story"))

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [BasePage.translations_panel, "project", "lead", "picture", "body"]
    promote_panels = ["seo_title", "search_description"]

    class Meta:
        verbose_name = _("project story")
        verbose_name_plural = _("project stories")

    @classmethod
    def hidden_from_readers(cls) -> QuerySet["ProjectPage"]:
        """Stories of projects that are not public."""
        return cls.objects.filter(project__is_public=False)

    @property
    def shown_instead_of_lead(self) -> str:
        return in_language(self.project, "summary", self.locale.language_code)

    def get_admin_display_title(self) -> str:
        """With the project's address, which names the partners: several are called “Education project”."""
        return f"{super().get_admin_display_title()} ({self.slug})"

    def follow_project(self, project: Project) -> bool:
        """Take title and slug from the register; whether anything changed."""
        name = in_language(project, "name", self.locale.language_code)
        before = (getattr(self, "title", ""), getattr(self, "slug", ""))
        self.title, self.draft_title, self.slug = name, name, project.slug
        return before != (name, project.slug)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        if self.project_id and self.locale_id:
            self.follow_project(self.project)
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """What Wagtail asks of a draft and of a preview: the form has no title of its own."""
        if self.project_id and self.locale_id:
            self.follow_project(self.project)
        super().minimal_clean()

    def clean(self) -> None:
        super().clean()
        if self.project_id and self.locale_id:
            others = ProjectPage.objects.filter(project_id=self.project_id, locale_id=self.locale_id)
            if others.exclude(pk=self.pk).exists():
                raise ValidationError({"project": _("This project has a story in this language already.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """For previews: visitors are answered by the project list."""
        return project_context(self, request, FoundProject(self.project, story=self))
