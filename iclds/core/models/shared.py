"""What is written once and used on many pages: callouts and lists of documents."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.rich_text import RichText

from iclds.core.callouts import CalloutKind
from iclds.core.file_privacy import shown_documents
from iclds.core.languages import in_language
from iclds.core.models.media import SiteDocument
from iclds.core.text_features import SMALL_TEXT_FEATURES


class Shared(models.Model):
    """What editors choose by its name and readers see under its title."""

    # What it holds is as private as the pages that show it (iclds.core.file_privacy).
    is_shown_by_pages = True

    name = models.CharField(_("name"), max_length=80, unique=True, help_text=_("For editors, who choose it by this."))
    title_en = models.CharField(_("title (English)"), max_length=160)
    title_sv = models.CharField(_("title (Swedish)"), max_length=160)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        return in_language(self, "title")


class SharedCallout(Shared):
    """A callout that says the same on every page that shows it, in the page's language."""

    kind = models.CharField(_("kind"), max_length=20, choices=CalloutKind.choices, default=CalloutKind.NOTE)
    text_en = RichTextField(_("text (English)"), features=SMALL_TEXT_FEATURES)
    text_sv = RichTextField(_("text (Swedish)"), features=SMALL_TEXT_FEATURES)

    panels = [
        "name",
        "kind",
        MultiFieldPanel(["title_en", "text_en"], heading=_("English")),
        MultiFieldPanel(["title_sv", "text_sv"], heading=_("Swedish")),
    ]

    class Meta(Shared.Meta):
        verbose_name = _("shared callout")
        verbose_name_plural = _("shared callouts")

    @property
    def text(self) -> RichText:
        """Running text that writes itself, as that of a callout on one page does."""
        return RichText(in_language(self, "text"))


class DocumentListManager(models.Manager["DocumentList"]):
    """Lists are never shown without their documents."""

    def get_queryset(self) -> models.QuerySet["DocumentList"]:
        return super().get_queryset().prefetch_related("entries__document")


class DocumentList(Shared, ClusterableModel):
    """Files that belong together, in one order wherever they are shown."""

    objects = DocumentListManager()

    panels = ["name", "title_en", "title_sv", InlinePanel("entries", heading=_("Documents"), label=_("Document"))]

    class Meta(Shared.Meta):
        verbose_name = _("document list")
        verbose_name_plural = _("document lists")

    @cached_property
    def items(self) -> list[SiteDocument]:
        """Those that whoever asks may see."""
        return shown_documents(entry.document for entry in self.entries.all())


class DocumentListEntry(Orderable):
    """A document's place in a list."""

    list = ParentalKey(DocumentList, on_delete=models.CASCADE, related_name="entries")
    document = models.ForeignKey(SiteDocument, models.CASCADE, related_name="+", verbose_name=_("document"))

    panels = ["document"]

    class Meta(Orderable.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self) -> str:
        return str(self.document)
