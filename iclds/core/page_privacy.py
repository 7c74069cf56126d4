"""Who may see a page. Whatever tells of pages to readers asks here; who gets a page at its address, asks routing.

A page may be seen when it is live, when the viewer has passed every view restriction on it and above it, and when its
type does not hide it (BasePage.hidden_from_readers).
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

from iclds.core.page_urls import url_path_of
from iclds.core.viewers import Viewer, current_viewer

# An alias is as private as the page that it repeats, and may be repeated itself.
_PATHS_BELOW = ("page__path", "page__aliases__path", "page__aliases__aliases__path")


def not_passed_by(viewer: Viewer) -> QuerySet[PageViewRestriction]:
    restrictions = PageViewRestriction.objects.all()
    return restrictions.exclude(pk__in=viewer.passed_pages) if viewer.passed_pages else restrictions


def any_above(restrictions: QuerySet[PageViewRestriction]) -> Exists:
    """Whether one of `restrictions` stands on the page of the outer query, above it, or on a page that is repeated."""
    listed = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    below = Q(*(("listed__startswith", F(path)) for path in _PATHS_BELOW), _connector=Q.OR)
    return Exists(restrictions.alias(listed=listed).filter(below))


def restrictions_on(page: Page) -> QuerySet[PageViewRestriction]:
    """All restrictions that a reader of `page` has to pass; 1 query, and 1 for each page that it repeats."""
    paths: set[str] = set()
    for above in [*page.get_ancestors().only("path", "alias_of"), page]:
        repeated: Page | None = above
        while repeated is not None:
            paths.update(repeated.path[:length] for length in range(Page.steplen, len(repeated.path) + 1, Page.steplen))
            repeated = repeated.alias_of
    return PageViewRestriction.objects.filter(page__path__in=paths)


def hidden_by_type() -> Q:
    """Whether the type of the page of the query hides it from everybody."""
    return Q(Q(pk__in=[]), *(Exists(pages.filter(pk=OuterRef("pk"))) for pages in _hidden_pages(Page)), _connector=Q.OR)


def _hidden_pages(model: type[Page]) -> Iterator[QuerySet[Any]]:
    for other in _types_among(model):  # type: ignore[arg-type]
        if (hidden := other.hidden_from_readers()) is not None:
            yield hidden


@cache
def _types_among(model: type[Page]) -> list[Any]:
    """The types that may say that they hide pages, of those that a queryset of `model` may hold."""
    pages = [other for other in apps.get_models() if issubclass(other, Page) and hasattr(other, "hidden_from_readers")]
    return [other for other in pages if issubclass(other, model) or issubclass(model, other)]


def may_be_seen(viewer: Viewer | None = None, model: type[Page] = Page) -> Q:
    """Whether the viewer may see the page of the query: of the answer that is being made, unless told."""
    restrictions = not_passed_by(viewer or current_viewer())
    # While nothing on the site is restricted, which the database finds out once, no page is looked at for it.
    condition = Q(live=True) & (Q(~Exists(restrictions)) | Q(~any_above(restrictions)))
    for hidden in _hidden_pages(model):
        condition &= Q(~Exists(hidden.filter(pk=OuterRef("pk"))))
    return condition


def visible_pages(pages: PageQuerySet, viewer: Viewer | None = None) -> PageQuerySet:
    """Those of `pages` that the viewer may see."""
    return pages.filter(may_be_seen(viewer, pages.model))


def below_closed(viewer: Viewer) -> Q:
    """The pages below a restriction that the viewer has not passed, for a search index: it knows paths, but no
    subqueries. 1 query.
    """
    found = not_passed_by(viewer).values_list(*_PATHS_BELOW)
    paths = {path for row in found for path in row if path}
    return Q(*(("path__startswith", path) for path in sorted(paths)), _connector=Q.OR) if paths else Q(pk__in=[])


def may_lead_to(address: str) -> bool:
    """Whether an address of this site may be told to whoever asks: no draft is there, and nothing above restricts them.

    2 queries, none for addresses elsewhere.
    """
    url_path = url_path_of(address)
    if not url_path:
        return True
    closed = not_passed_by(current_viewer()).values_list("page__url_path", flat=True)
    if any(url_path.startswith(above) for above in closed):
        return False
    return not Page.objects.filter(url_path=url_path, live=False).exists()
