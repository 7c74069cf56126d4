"""What stands in the place of a guard that is taken away."""

from typing import Any

from django.db.models import Exists, Q
from wagtail.models import PageViewRestriction


def everything(found: Any, *rest: Any, **options: Any) -> Any:
    return found


def all_live(pages: Any, viewer: Any = None) -> Any:
    return pages.live()


def no_restriction(restrictions: Any) -> Exists:
    return Exists(PageViewRestriction.objects.none())


def closed_to_nobody(viewer: Any) -> Q:
    return Q(pk__in=[])


def is_live(viewer: Any = None, model: Any = None) -> Q:
    return Q(live=True)


def yes(*args: Any) -> bool:
    return True


def none_hidden(document_ids: Any) -> frozenset[int]:
    return frozenset()


# A guard that is taken away, what stands in its place, and the cells that must be found: on a site with private pages,
# and on one with a private collection.
OF_PAGES: list[tuple[str, Any, set[tuple[str, str]]]] = [
    ("iclds.core.routing.any_above", no_restriction,
     {("page", "the page itself"), ("page", "JSON-LD"), ("page", "hreflang"), ("page", "menu")}),
    ("iclds.core.document_views.is_open_to_all", yes, {("document", "serving")}),
    ("iclds.core.querysets.visible_pages", all_live,
     {("page", "list"), ("page", "feed"), ("picture", "list"), ("picture", "feed"), ("document", "feed"),
      ("cover", "list")}),
    ("iclds.core.rich_text.may_be_seen", is_live, {("page", "callout"), ("page", "rich text link")}),
    ("iclds.home.sitemaps.visible_pages", all_live, {("page", "sitemap")}),
    ("iclds.home.site_search.below_closed", closed_to_nobody, {("page", "search")}),
]  # fmt: skip
OF_COLLECTIONS: list[tuple[str, Any, set[tuple[str, str]]]] = [
    ("iclds.core.document_views.is_open_to_all", yes, {("document", "serving")}),
    ("iclds.core.rich_text.hidden_documents", none_hidden,
     {("document", "callout"), ("document", "rich text link"), ("document", "feed")}),
    ("iclds.core.models.shared.shown_documents", list, {("document", "list")}),
    ("news.models.publications.shown_document", everything,
     {("document", "the page itself"), ("document", "JSON-LD"), ("cover", "the page itself"), ("cover", "list")}),
    ("iclds.core.models.pages.shown_picture", everything, {("picture", "list")}),
    ("iclds.core.blocks.shown_picture", everything, {("picture", "the page itself"), ("picture", "feed")}),
]  # fmt: skip
