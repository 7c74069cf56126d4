"""Links that lead nowhere, as the last check found them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

LONGEST_ADDRESS = 2_000


class BrokenLinkManager(models.Manager["BrokenLink"]):
    """Broken links are never shown without their page."""

    def get_queryset(self) -> models.QuerySet["BrokenLink"]:
        return super().get_queryset().select_related("page")


class BrokenLink(models.Model):
    """A link of a live page that leads nowhere. Found by `manage.py check_links`, gone when the page is mended."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=_("page"))
    text = models.CharField(_("words of the link"), max_length=255, blank=True)
    address = models.CharField(_("leads to"), max_length=LONGEST_ADDRESS)
    fault = models.CharField(_("what is wrong"), max_length=200)
    found_at = models.DateTimeField(_("found"), default=timezone.now)

    objects = BrokenLinkManager()

    class Meta:
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")
        ordering = ["page", "pk"]

    def __str__(self) -> str:
        return f"{self.page}: {self.address}"
