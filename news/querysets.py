"""Selections of news and publications."""

from typing import Any, Self

from django.apps import apps
from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from wagtail.models import Page

from iclds.core.querysets import ListedPageQuerySet, first_of_each

NEWS_TEASERS = 6
ARTICLE_TEASERS = 3


class NewsPageQuerySet(ListedPageQuerySet):
    """News items and the dated articles of the Knowledge Centre."""

    def current(self) -> Self:
        """Items of the news sections."""
        return self.in_section(apps.get_model("news", "NewsIndexPage"))

    def articles(self) -> Self:
        """Items of the Knowledge Centre."""
        return self.in_section(apps.get_model("news", "KnowledgeCentrePage"))

    def teasers_by_section(
        self, language: str, *, featured: bool = True, articles: int = ARTICLE_TEASERS
    ) -> dict[str, list[Any]]:
        """The first items of both sections, as "news" and "articles", in one query."""
        readable = self.for_readers_of(language)
        ordered = readable.featured_first() if featured else readable.latest_first()
        first = ordered.articles()[:articles], ordered.current()[:NEWS_TEASERS]
        found = first_of_each(ordered.for_cards().with_section(), *first)
        return {
            "articles": [page for page in found if page.is_article],
            "news": [page for page in found if not page.is_article],
        }

    def with_section(self) -> Self:
        """With `is_article`: whether the item stands in the Knowledge Centre."""
        parent = apps.get_model("news", "KnowledgeCentrePage").objects.filter(path=OuterRef("section_path"))
        return self.annotate(section_path=Substr("path", 1, Length("path") - Page.steplen)).annotate(
            is_article=Exists(parent)
        )
