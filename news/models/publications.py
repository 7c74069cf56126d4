"""Publications of the Knowledge Centre."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page, PageManager
from wagtail.search import index

from iclds.core.addresses import absolute_url
from iclds.core.file_privacy import shown_document, shown_picture
from iclds.core.metadata import ORGANISATION, breadcrumb_data, web_page_data
from iclds.core.models import SiteDocument, SiteImage
from iclds.core.navigation import Frame
from iclds.core.text_features import SMALL_TEXT_FEATURES
from news.citations import author_line, author_name, citation, knowledge_centre_name
from news.models.dated import DatedPage
from news.querysets import PublicationPageQuerySet
from news.series import Series

RELATED_SHOWN = 3
# A publication may be in a language that the site itself is not (a sheet in Spanish).
PUBLICATION_LANGUAGES = [*settings.LANGUAGES, ("es", "Español"), ("fr", "Français"), ("uk", "Українська")]


class PublicationPage(DatedPage):
    """A publication: who wrote it, when, in which series, what it says, and its PDF."""

    shown_with = ("picture", "programme", "document__cover")

    parent_page_types = ["news.KnowledgeCentrePage"]
    subpage_types: list[str] = []

    title_translation = models.CharField(
        _("title, translated"),
        max_length=300,
        blank=True,
        help_text=_("Where the title is in another language than this part of the site."),
    )
    corporate_author = models.CharField(
        _("organisation as author"), max_length=120, blank=True, help_text=_("Where no persons are named.")
    )
    # Follows from the authors at every save, so that lists need not fetch them.
    authors_shown = models.CharField(max_length=500, blank=True, editable=False)
    series = models.CharField(_("series"), max_length=30, choices=Series.choices, blank=True)
    number = models.CharField(_("number"), max_length=20, blank=True)
    isbn = models.CharField(
        "ISBN",
        max_length=17,
        blank=True,
        validators=[RegexValidator(r"^[0-9Xx -]{10,17}$", _("Ten or thirteen digits, with or without hyphens."))],
    )
    doi = models.CharField(
        "DOI",
        max_length=120,
        blank=True,
        validators=[RegexValidator(r"^10\.\d{4,9}/\S+$", _("Write it from “10.” on, without https://doi.org/."))],
    )
    publication_language = models.CharField(
        _("language of the publication"), max_length=10, choices=PUBLICATION_LANGUAGES, default="en"
    )
    abstract = RichTextField(_("abstract"), blank=True, features=SMALL_TEXT_FEATURES)
    document = models.ForeignKey(
        "core.SiteDocument",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("PDF"),
        help_text=_("The publication itself. Without it the page says where to ask for it."),
    )

    objects = PageManager.from_queryset(PublicationPageQuerySet)()

    search_fields = [
        *DatedPage.search_fields,
        index.SearchField("title_translation", boost=2),
        index.SearchField("authors_shown", boost=2),
        index.FilterField("authors_shown"),
        index.FilterField("series"),
        index.SearchField("abstract"),
        index.SearchField("isbn"),
    ]

    content_panels = [
        DatedPage.translations_panel,
        *Page.content_panels,
        FieldPanel("title_translation"),
        FieldRowPanel(["publication_language", "content_language"]),
        "lead",
        InlinePanel("authors", heading=_("Authors, in order"), label=_("Author")),
        FieldPanel("corporate_author"),
        DatedPage.date_panel,
        MultiFieldPanel(
            [FieldRowPanel(["series", "number"]), FieldRowPanel(["isbn", "doi"])], heading=_("Where it appeared")
        ),
        FieldPanel("abstract"),
        FieldPanel("document"),
        FieldPanel(
            "picture",
            heading=_("Cover"),
            help_text=_("Leave it empty to show the first page of the PDF."),
        ),
        *DatedPage.about_panels,
    ]
    promote_panels = [DatedPage.search_engine_panel]

    class Meta(DatedPage.Meta):
        abstract = False
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.authors_shown = self._author_line()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.authors_shown = self._author_line()
        return super().save(*args, **kwargs)

    def _author_line(self) -> str:
        return author_line(self.authors.all())[:500] or self.corporate_author

    def get_admin_display_title(self) -> str:
        """With the year, which tells two reports apart in lists and choosers."""
        title = super().get_admin_display_title()
        return f"{title} ({self.year})" if self.year else title

    def quality_warnings(self) -> list[str]:
        return [*super().quality_warnings(), *self._document_warnings()]

    def _document_warnings(self) -> Iterator[str]:
        if not self.document:
            yield gettext("There is no PDF: readers are told where to ask for it.")
        elif not self.picture and self.document.cover_failure:
            yield self.document.cover_failure

    @property
    def shown_instead_of_lead(self) -> str:
        return self.title_translation

    @property
    def shown_picture(self) -> SiteImage | None:
        """What an editor chose, otherwise the first page of the PDF."""
        return shown_picture(self.picture) or (self.shown_document.cover if self.shown_document else None)

    @property
    def shown_document(self) -> SiteDocument | None:
        """The PDF, where the reader may see it."""
        return shown_document(self.document)

    @property
    def kc_name(self) -> str:
        """ "KC – Authors (Year) - Title"."""
        return knowledge_centre_name(self.authors_shown, self.year, self.title)

    @property
    def citation(self) -> str:
        return citation(
            self.authors_shown,
            self.year,
            self.title,
            str(self.get_series_display()),
            self.number,
            self.isbn,
            self.doi,
        )

    def structured_data(self, frame: Frame) -> list[dict[str, Any]]:
        document = self.shown_document
        persons = [{"@type": "Person", "name": author_name(author)} for author in self.authors.all()]
        work = {
            **web_page_data(self, frame, kind="Report"),
            "headline": self.title[:110],
            "inLanguage": self.publication_language,
            "datePublished": self.iso_date,
            "author": persons or {"@type": "Organization", "name": self.corporate_author or ORGANISATION["name"]},
            "isbn": self.isbn or None,
            "sameAs": f"https://doi.org/{self.doi}" if self.doi else None,
            "encoding": {
                "@type": "MediaObject",
                "contentUrl": absolute_url(document.url),
                "encodingFormat": document.content_type,
            }
            if document
            else None,
        }
        return [work, breadcrumb_data(frame)]

    def get_content(self, request: HttpRequest) -> dict[str, Any]:
        others = PublicationPage.objects.sibling_of(self, inclusive=False).visible_to().latest_first().for_cards()
        return {
            "authors": list(self.authors.all()),
            "countries": list(self.countries.all()),
            "subjects": list(self.subjects.all()),
            "more_publications": list(others[:RELATED_SHOWN]),
        }


class PublicationAuthor(Orderable):
    """One author, in the order of the publication."""

    page = ParentalKey(PublicationPage, on_delete=models.CASCADE, related_name="authors")
    family_name = models.CharField(_("family name"), max_length=80)
    given_names = models.CharField(
        _("given names"), max_length=80, blank=True, help_text=_("Or initials, if only they are known.")
    )

    panels = [FieldRowPanel(["family_name", "given_names"])]

    class Meta(Orderable.Meta):
        ordering = ["sort_order", "pk"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self) -> str:
        return author_name(self)
