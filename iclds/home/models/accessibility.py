"""The accessibility statement, and what visitors report by its form."""

import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from iclds.core.blocks import PlainBlocks
from iclds.core.models import BasePage
from iclds.core.text import shortened
from iclds.home.report_forms import LONGEST_ADDRESS, LONGEST_TEXT, ReportForm, page_asked_about

DAYS_KEPT = 365


class Conformance(models.TextChoices):
    """The three answers that Commission Implementing Decision (EU) 2018/1523 knows."""

    FULLY = "fully", _("fully")
    PARTLY = "partly", _("partly")
    NOT = "not", _("not")


class AccessibilityPage(BasePage):
    """The statement that Swedish law asks for (2018:1937, MDFFS 2019:2), with a form to report problems.

    The template says what is the same for every site: the law, the way to report, the supervision. Editors write
    what is true of this one: its shortcomings and how it was tested.
    """

    in_foot = True

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    conformance = models.CharField(
        _("how far the site meets the law"),
        max_length=10,
        choices=Conformance,
        default=Conformance.PARTLY,
    )
    assessed_on = models.DateField(
        _("date of assessment"),
        default=datetime.date.today,
        help_text=_("When the site was last tested. Once a year, and after every larger change."),
    )
    body = StreamField(
        PlainBlocks(),
        blank=True,
        verbose_name=_("text"),
        help_text=_("What is not accessible and why, and how the site was tested."),
    )

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(["conformance", "assessed_on"], heading=_("Assessment")),
        "body",
    ]

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")

    def get_content(self, request: HttpRequest) -> dict[str, Any]:
        return {
            "form": ReportForm(initial={"page": page_asked_about(request.GET.get("page"))}),
            "is_sent": request.GET.get("sent") == "1",
        }


class AccessibilityReportQuerySet(models.QuerySet["AccessibilityReport"]):
    def outdated(self) -> "AccessibilityReportQuerySet":
        """Reports older than the statement says that they are kept."""
        return self.filter(created_at__lt=timezone.now() - datetime.timedelta(days=DAYS_KEPT))

    def of_the_last_hour(self) -> "AccessibilityReportQuerySet":
        return self.filter(created_at__gt=timezone.now() - datetime.timedelta(hours=1))


class AccessibilityReport(models.Model):
    """A problem that a visitor reported. Kept for twelve months (`manage.py delete_old_reports`)."""

    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    text = models.TextField(_("what does not work"), max_length=LONGEST_TEXT)
    page = models.CharField(_("page"), max_length=LONGEST_ADDRESS, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    created_at = models.DateTimeField(_("received"), default=timezone.now, editable=False)
    is_handled = models.BooleanField(_("handled"), default=False)

    objects = AccessibilityReportQuerySet.as_manager()

    panels = [
        FieldPanel("is_handled"),
        MultiFieldPanel(
            [FieldPanel(name, read_only=True) for name in ("text", "page", "email", "language", "created_at")],
            heading=_("The report"),
        ),
    ]

    class Meta:
        verbose_name = _("accessibility report")
        verbose_name_plural = _("accessibility reports")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return shortened(self.text, 80)
