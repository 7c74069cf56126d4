"""Selections of pages that listings share."""

from typing import Any, Self

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Length, Substr
from wagtail.models import Page
from wagtail.query import PageQuerySet


class ListedPageQuerySet(PageQuerySet):
    """Pages as listings show them."""

    def for_readers_of(self, language: str) -> Self:
        """Live pages in `language`, and those that exist in no live version in it."""
        has_version = Page.objects.live().filter(
            translation_key=OuterRef("translation_key"), locale__language_code=language
        )
        return self.live().filter(Q(locale__language_code=language) | ~Exists(has_version))

    def in_section(self, section_class: type[Page]) -> Self:
        """Pages directly below a page of a type, in whichever language tree."""
        return self.annotate(parent_path=Substr("path", 1, Length("path") - Page.steplen)).filter(
            parent_path__in=section_class.objects.values("path")
        )

    def latest_first(self) -> Self:
        return self.order_by("-published_on", "-pk")

    def featured_first(self) -> Self:
        """What editors put first, in their order, then the latest."""
        return self.order_by(F("featured").asc(nulls_last=True), "-published_on", "-pk")

    def for_cards(self) -> Self:
        """All that a card shows: as many queries for one page as for a thousand."""
        return self.select_related("picture", "locale")


def first_of_each(queryset: Any, *selections: Any) -> list[Any]:
    """The rows of several limited selections of one model, in one query and in no order."""
    wanted = Q(pk__in=[])
    for selection in selections:
        wanted |= Q(pk__in=selection.values("pk"))
    return list(queryset.filter(wanted))
