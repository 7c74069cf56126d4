"""What holds for the whole site and editors may change."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from iclds.core.languages import in_language


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

    select_related = ["share_image"]

    panels = [
        MultiFieldPanel(["email", "about_en", "about_sv"], heading=_("Foot of the pages")),
        "share_image",
    ]

    class Meta:
        verbose_name = _("site settings")

    @property
    def about(self) -> str:
        return in_language(self, "about")
