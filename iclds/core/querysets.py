"""Selections of pages that listings share."""

from typing import Self

from django.db.models import Exists, F, OuterRef, Q, Subquery
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from iclds.core.page_privacy import visible_pages
from iclds.core.viewers import Viewer


class ListedPageQuerySet(PageQuerySet):
    """Pages as listings show them."""

    def visible_to(self, viewer: Viewer | None = None) -> Self:
        """Those that the viewer may see: of the answer that is being made, unless told."""
        return visible_pages(self, viewer)

    def for_readers_of(self, language: str) -> Self:
        """Visible pages in `language`, and those that exist in no visible version in it."""
        # Asked for once a query, where a join would compare the code of every page.
        locale = Subquery(Locale.objects.filter(language_code=language).values("pk")[:1])
        versions = Page.objects.filter(translation_key=OuterRef("translation_key"), locale=locale)
        return self.visible_to().filter(Q(locale=locale) | ~Exists(visible_pages(versions)))

    def latest_first(self) -> Self:
        return self.order_by("-published_on", "-pk")

    def featured_first(self) -> Self:
        """What editors put first, in their order, then the latest."""
        return self.order_by(F("featured").asc(nulls_last=True), "-published_on", "-pk")

    def for_cards(self) -> Self:
        """All that a card shows: as many queries for one page as for a thousand."""
        return self.select_related("picture", "locale")
