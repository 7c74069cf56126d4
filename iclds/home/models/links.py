"""Links that lead nowhere, as the last check found them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

LONGEST_ADDRESS = 2_000


class Fault(models.TextChoices):
    """Why a link leads nowhere. Stored, so that each editor reads it in a language of their own."""

    PAGE_DELETED = "page-deleted", _("The page has been deleted")
    PAGE_UNPUBLISHED = "page-unpublished", _("The page is not published")
    DOCUMENT_DELETED = "document-deleted", _("The document has been deleted")
    NO_ANSWER = "no-answer", _("Nobody answers")
    NOT_THERE = "not-there", _("The page is not there")
    OUT_OF_ORDER = "out-of-order", _("The other site is out of order")


class BrokenLinkManager(models.Manager["BrokenLink"]):
    """Broken links are never shown without their page and its language."""

    def get_queryset(self) -> models.QuerySet["BrokenLink"]:
        return super().get_queryset().select_related("page__locale")


class BrokenLink(models.Model):
    """A link of a live page that leads nowhere. Found by `manage.py check_links`, gone when the page is mended.

    `address` is that of another site; a link within the site has `kind` and `key` (iclds.core.links.Link) and, where
    its page still exists, the page's title. `status` is the HTTP status that another site answered with.
    """

    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=_("page"))
    text = models.CharField(_("words of the link"), max_length=255, blank=True)
    address = models.CharField(_("address"), max_length=LONGEST_ADDRESS, blank=True)
    kind = models.CharField(max_length=10, blank=True, editable=False)
    key = models.PositiveIntegerField(default=0, editable=False)
    title = models.CharField(max_length=255, blank=True, editable=False)
    fault = models.CharField(_("what is wrong"), max_length=20, choices=Fault.choices)
    status = models.PositiveSmallIntegerField(_("answer"), null=True, blank=True)
    found_at = models.DateTimeField(_("found"), default=timezone.now)

    objects = BrokenLinkManager()

    class Meta:
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")
        ordering = ["page", "pk"]

    def __str__(self) -> str:
        return f"{self.page}: {self.leads_to}"

    @property
    def leads_to(self) -> str:
        """Where the link leads, in words that an editor knows."""
        if self.address or self.title:
            return self.address or self.title
        return str(_("a document of this site") if self.kind == "document" else _("a page of this site"))

    @property
    def language(self) -> str:
        """The language of the page, in the editor's words."""
        return str(self.page.locale)

    @property
    def what_is_wrong(self) -> str:
        label = str(Fault(self.fault).label)
        return f"{label} ({self.status})" if self.status else label
