"""Staff contacts, by role: roles stay when people change, and no name has to be published."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.search import index

from iclds.core.languages import in_language


class Contact(index.Indexed, models.Model):
    """Whom to turn to in one matter; shown wherever a page's contact block names it."""

    key = models.SlugField(_("key"), unique=True, help_text=_("Short and lasting, such as “reporting”."))
    role_en = models.CharField(_("role (English)"), max_length=120)
    role_sv = models.CharField(_("role (Swedish)"), max_length=120)
    description_en = models.TextField(
        _("what they help with (English)"), blank=True, help_text=_("One or two sentences.")
    )
    description_sv = models.TextField(
        _("what they help with (Swedish)"), blank=True, help_text=_("One or two sentences.")
    )
    email = models.EmailField(_("e-mail address"), help_text=_("A shared mailbox, not a person's own."))
    phone = models.CharField(_("telephone"), max_length=40, blank=True, help_text=_("With country code: +46 …"))

    search_fields = [
        index.AutocompleteField("role_en"),
        index.AutocompleteField("role_sv"),
    ]

    panels = [
        "key",
        MultiFieldPanel(["role_en", "description_en"], heading=_("English")),
        MultiFieldPanel(["role_sv", "description_sv"], heading=_("Swedish")),
        MultiFieldPanel(["email", "phone"], heading=_("How to reach them")),
    ]

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["key"]

    def __str__(self) -> str:
        return f"{self.role} ({self.email})"

    @property
    def role(self) -> str:
        return in_language(self, "role")

    @property
    def description(self) -> str:
        return in_language(self, "description")
