"""Selections of news and publications."""

from typing import Any, Self

from iclds.core.querysets import ListedPageQuerySet

NEWS_TEASERS = 6
ARTICLE_TEASERS = 3


class PublicationPageQuerySet(ListedPageQuerySet):
    """Publications, whose cover may be that of their document."""

    def for_cards(self) -> Self:
        return super().for_cards().select_related("document__cover")


class NewsPageQuerySet(ListedPageQuerySet):
    """News items and the dated articles of the Knowledge Centre."""

    def current(self) -> Self:
        """Items of the news lists."""
        return self.filter(is_article=False)

    def articles(self) -> Self:
        """Items of the Knowledge Centre."""
        return self.filter(is_article=True)

    def teasers_by_section(
        self, language: str, *, featured: bool = True, articles: int = ARTICLE_TEASERS
    ) -> dict[str, list[Any]]:
        """The first items of both sections, as "news" and "articles"."""
        readable = self.for_readers_of(language).for_cards()
        ordered = readable.featured_first() if featured else readable.latest_first()
        return {"articles": list(ordered.articles()[:articles]), "news": list(ordered.current()[:NEWS_TEASERS])}
