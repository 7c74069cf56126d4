"""What holds for the whole site and editors may change."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from iclds.core.languages import in_language
from iclds.core.notices import Notice, notice_in

NOTICE_HELP = _("One or two sentences above every page, such as that the office is closed. Addresses become links.")


@register_setting(icon="cog")
class SiteSettings(BaseGenericSetting):
    """The foot of every page, and the picture for pages that are shared without one of their own."""

    email = models.EmailField(_("mailbox"), default="partnership@icld.se")
    about_en = models.TextField(
        _("about ICLD (English)"), blank=True, help_text=_("One or two sentences at the foot of every page.")
    )
    about_sv = models.TextField(
        _("about ICLD (Swedish)"), blank=True, help_text=_("One or two sentences at the foot of every page.")
    )
    share_image = models.ForeignKey(
        "core.SiteImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture for sharing"),
        help_text=_("Shown with links in social media where a page has no picture. At least 1200 × 630 pixels."),
    )

    notice_en = models.CharField(_("notice (English)"), max_length=300, blank=True, help_text=NOTICE_HELP)
    notice_sv = models.CharField(_("notice (Swedish)"), max_length=300, blank=True, help_text=NOTICE_HELP)
    notice_starts = models.DateTimeField(
        _("stands from"), null=True, blank=True, help_text=_("Stockholm time. Empty: at once.")
    )
    notice_ends = models.DateTimeField(
        _("stands until"), null=True, blank=True, help_text=_("Stockholm time. Empty: until it is taken away.")
    )

    select_related = ["share_image"]

    panels = [
        MultiFieldPanel(
            ["notice_en", "notice_sv", FieldRowPanel(["notice_starts", "notice_ends"])],
            heading=_("Notice on every page"),
        ),
        MultiFieldPanel(["email", "about_en", "about_sv"], heading=_("Foot of the pages")),
        "share_image",
    ]

    class Meta:
        verbose_name = _("site settings")

    def clean(self) -> None:
        super().clean()
        if self.notice_starts and self.notice_ends and self.notice_ends <= self.notice_starts:
            raise ValidationError({"notice_ends": _("The notice ends before it starts.")})

    @property
    def notice(self) -> Notice | None:
        """What every page tells just now."""
        return notice_in(self, timezone.now())

    @property
    def about(self) -> str:
        return in_language(self, "about")
