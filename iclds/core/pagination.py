"""Lists cut into pages: Django's paginator, with a window of page links that stays small at any size."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest


@dataclass(frozen=True)
class PageLink:
    """One link of the pagination; `number` is None for the gap that stands for left-out pages."""

    number: int | None
    query: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Listing:
    """One page of a list and its links, ready for components/pagination.html."""

    page: ListPage
    links: tuple[PageLink, ...]
    previous_query: str
    next_query: str

    @property
    def count(self) -> int:
        return self.page.paginator.count

    @property
    def items(self) -> Sequence[Any]:
        return list(self.page.object_list)

    @property
    def number(self) -> int:
        return self.page.number

    @property
    def is_paged(self) -> bool:
        return self.page.paginator.num_pages > 1


def _rows(items: QuerySet[Any] | Sequence[Any], page: ListPage) -> list[Any]:
    """The items of a page. Those of the second half are read from the end: a database skips rows one by one."""
    count = page.paginator.count
    start, end = (page.number - 1) * page.paginator.per_page, page.end_index()
    if isinstance(items, QuerySet) and start > count - end:
        return list(items.reverse()[count - end : count - start])[::-1]
    return list(page.object_list)


def paginate(items: QuerySet[Any] | Sequence[Any], request: HttpRequest, per_page: int) -> Listing:
    """The page of `items` that the address asks for with `?page=`.

    Nonsense leads to the first page and a number too high to the last (Paginator.get_page).
    """
    page = Paginator(items, per_page).get_page(request.GET.get("page"))
    page.object_list = _rows(items, page)

    def query_for(number: int) -> str:
        query = request.GET.copy()
        query.pop("page", None)
        if number > 1:
            query["page"] = str(number)
        return f"?{query.urlencode()}" if query else "?"

    links = tuple(
        PageLink(number, query_for(number), number == page.number) if isinstance(number, int) else PageLink(None)
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    )
    return Listing(
        page=page,
        links=links,
        previous_query=query_for(page.previous_page_number()) if page.has_previous() else "",
        next_query=query_for(page.next_page_number()) if page.has_next() else "",
    )
