"""Selections of pages that listings share."""

from typing import Self

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.query import PageQuerySet


class ListedPageQuerySet(PageQuerySet):
    """Pages as listings show them."""

    def open_to_all(self) -> Self:
        """Live pages that need no password or login, neither themselves nor any page above them."""
        listed = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        restricted = PageViewRestriction.objects.alias(listed=listed).filter(listed__startswith=F("page__path"))
        # While nothing on the site is restricted, which the database finds out once, no page is looked at for it.
        return self.live().filter(~Exists(PageViewRestriction.objects.all()) | ~Exists(restricted))

    def for_readers_of(self, language: str) -> Self:
        """Live pages in `language`, and those that exist in no live version in it."""
        # Asked for once a query, where a join would compare the code of every page.
        locale = Subquery(Locale.objects.filter(language_code=language).values("pk")[:1])
        has_version = Page.objects.live().filter(translation_key=OuterRef("translation_key"), locale=locale)
        return self.open_to_all().filter(Q(locale=locale) | ~Exists(has_version))

    def latest_first(self) -> Self:
        return self.order_by("-published_on", "-pk")

    def featured_first(self) -> Self:
        """What editors put first, in their order, then the latest."""
        return self.order_by(F("featured").asc(nulls_last=True), "-published_on", "-pk")

    def for_cards(self) -> Self:
        """All that a card shows: as many queries for one page as for a thousand."""
        return self.select_related("picture", "locale")
