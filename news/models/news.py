"""News items, and the dated articles of the Knowledge Centre."""

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from iclds.core.blocks import StoryBlocks
from iclds.core.metadata import ORGANISATION, breadcrumb_data, web_page_data
from iclds.core.navigation import Frame
from news.models.dated import DatedPage
from news.querysets import NewsPageQuerySet
from projects.models import Project

RELATED_SHOWN = 3


class NewsPage(DatedPage):
    """A news item with place and date."""

    shown_with = ("picture", "programme")

    parent_page_types = ["news.NewsIndexPage", "news.KnowledgeCentrePage"]
    subpage_types: list[str] = []

    place = models.CharField(
        _("place"), max_length=80, blank=True, help_text=_("Where it happened, such as Visby or Cape Town/Harare.")
    )
    label_language = models.CharField(
        _("language of the label"),
        max_length=10,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_(
            "For an item first published in the other language: its label reads “News” or “Nyhet” "
            "accordingly. Empty: as the page."
        ),
    )
    projects = models.ManyToManyField(
        Project, through="news.NewsProject", related_name="newspages", blank=True, verbose_name=_("projects")
    )
    # Whether it stands in the Knowledge Centre; follows from its place at every save and move, so that lists can use
    # an index on it.
    is_article = models.BooleanField(default=False, editable=False)
    body = StreamField(StoryBlocks(), blank=True, verbose_name=_("text"))

    objects = PageManager.from_queryset(NewsPageQuerySet)()

    search_fields = [
        *DatedPage.search_fields,
        index.SearchField("place"),
        index.FilterField("place"),
        index.SearchField("body"),
    ]

    content_panels = [
        *DatedPage.content_panels,
        DatedPage.date_panel,
        "place",
        "body",
        *DatedPage.about_panels,
        MultipleChooserPanel("project_links", chooser_field_name="project", heading=_("Projects"), label=_("Project")),
    ]
    promote_panels = [DatedPage.search_engine_panel, "content_language", "label_language"]

    class Meta(DatedPage.Meta):
        abstract = False
        indexes = [
            models.Index(fields=["is_article", "-published_on", "-page_ptr"], name="news_latest"),
            models.Index(fields=["is_article", "featured", "-published_on", "-page_ptr"], name="news_featured"),
        ]
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.is_article = self.stands_in_knowledge_centre()
        return super().save(*args, **kwargs)

    def stands_in_knowledge_centre(self) -> bool:
        parent = self.get_parent() if self.path else None
        return parent is not None and parent.content_type.model == "knowledgecentrepage"

    def get_admin_display_title(self) -> str:
        """With the date, which tells two items apart in lists and choosers."""
        title = super().get_admin_display_title()
        return f"{title} ({self.date_shown})" if self.date_shown else title

    @property
    def label(self) -> str:
        """ "News" or "Nyhet"."""
        with override(self.shown_label_language):
            return pgettext("label of one item", "News")

    @property
    def shown_label_language(self) -> str:
        return self.label_language or self.locale.language_code

    def structured_data(self, frame: Frame) -> list[dict[str, Any]]:
        article = {
            **web_page_data(self, frame, kind="NewsArticle"),
            "headline": self.title[:110],
            "datePublished": self.iso_date,
            "author": {"@id": ORGANISATION["@id"]},
            "contentLocation": {"@type": "Place", "name": self.place} if self.place else None,
        }
        return [article, breadcrumb_data(frame)]

    def get_content(self, request: HttpRequest) -> dict[str, Any]:
        # By the page's own choice, which in a preview is not stored yet.
        chosen = self.project_links.values_list("project_id", flat=True)
        projects = Project.objects.public().filter(pk__in=chosen)
        # By section and language, which an index holds in their order; siblings would be told by their path.
        section = NewsPage.objects.filter(is_article=self.is_article, locale_id=self.locale_id).exclude(pk=self.pk)
        others = section.visible_to().latest_first().for_cards()
        return {
            "projects": list(projects.latest_first().for_cards()),
            "countries": list(self.countries.all()),
            "more_news": list(others[:RELATED_SHOWN]),
        }


class NewsProject(models.Model):
    """A project that a news item tells of."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="project_links")
    project = models.ForeignKey(Project, models.CASCADE, related_name="+", verbose_name=_("project"))

    panels = ["project"]

    class Meta:
        ordering = ["pk"]
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "project"],
                name="news_project_once",
                violation_error_message=_("This project is chosen already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.project)
