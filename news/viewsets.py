"""News and publications as lists of the admin: columns that tell two rows apart, filters, search, export."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Locale

from iclds.core.filters import SearchableFilterSet
from iclds.core.listing import ExportedInOwnLanguage
from iclds.registers.models import Country, Subject
from news.models import NewsPage, PublicationPage
from news.series import Series
from programmes.models import Programme

# The title is followed by the language, in a tag.
TITLE = [BulkActionsColumn("bulk_actions"), PageTitleColumn("title", label=_("Title"), sort_key="title")]
DATE = Column("date_shown", label=_("Date"), sort_key="published_on")
STATUS = PageStatusColumn("status", label=_("Status"), sort_key="live")
EXPORT_HEADINGS = {
    "date_shown": _("Date"),
    "get_series_display": _("Series"),
    "locale": _("Language"),
    "live": _("Published"),
    "full_url": _("Address"),
    "last_published_at": _("Last published"),
    "is_article": _("In the Knowledge Centre"),
    "authors_shown": _("Authors"),
    "isbn": "ISBN",
    "doi": "DOI",
}
SHARED_EXPORT = ["title", "locale", "date_shown", "live", "full_url", "last_published_at"]


class DatedPageFilterSet(SearchableFilterSet, PageFilterSet):
    """By what readers find them by; who edited them and when stands below, as in Wagtail's own lists."""

    # Not called locale, which the view keeps for itself.
    language = ModelChoiceFilter(field_name="locale", label=_("Language"), queryset=Locale.objects.all())
    live = ChoiceFilter(label=_("Status"), choices=[("True", _("live")), ("False", _("draft"))])
    subjects = ModelChoiceFilter(label=_("Subject"), queryset=Subject.objects.all())
    countries = ModelChoiceFilter(label=_("Country"), queryset=Country.objects.all())
    programme = ModelChoiceFilter(label=_("Programme"), queryset=Programme.objects.all())

    site = has_child_pages = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail's own of the same, whose Swedish name is that of a place.
        self.filters.pop("locale", None)


class NewsFilterSet(DatedPageFilterSet):
    is_article = ChoiceFilter(
        label=_("Where"), choices=[("False", _("News")), ("True", _("Knowledge Centre"))], empty_label=_("All")
    )


class PublicationFilterSet(DatedPageFilterSet):
    series = ChoiceFilter(label=_("Series"), choices=Series.choices)


class DatedPagesView(ExportedInOwnLanguage, IndexView):
    """The latest date first, as readers have it."""

    default_ordering = "-published_on"

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Rows of one date or place keep their order from page to page; a search orders its own."""
        ordered: QuerySet[Any] = super().order_queryset(queryset)
        return ordered if self.is_searching else ordered.order_by(*ordered.query.order_by, "-pk")


class NewsViewSet(PageListingViewSet):
    model = NewsPage
    name = "news_pages"
    url_prefix = "news"
    icon = "calendar-alt"
    menu_label = _("News")
    menu_order = 210
    add_to_admin_menu = True
    index_view_class = DatedPagesView
    list_display = [*TITLE, DATE, Column("place", label=_("Place"), sort_key="place"), STATUS]
    list_export = [*SHARED_EXPORT, "place", "is_article"]
    export_headings = EXPORT_HEADINGS
    filterset_class = NewsFilterSet


class PublicationViewSet(PageListingViewSet):
    model = PublicationPage
    name = "publication_pages"
    url_prefix = "publications"
    icon = "doc-full-inverse"
    menu_label = _("Publications")
    menu_order = 215
    add_to_admin_menu = True
    index_view_class = DatedPagesView
    list_display = [
        *TITLE,
        Column("authors_shown", label=_("Authors"), sort_key="authors_shown"),
        DATE,
        Column("get_series_display", label=_("Series"), sort_key="series"),
        STATUS,
    ]
    list_export = [
        *SHARED_EXPORT,
        "authors_shown",
        "get_series_display",
        "number",
        "isbn",
        "doi",
        "publication_language",
    ]
    export_headings = EXPORT_HEADINGS
    filterset_class = PublicationFilterSet
