"""Models by subject; importers need not know which file holds one."""

from news.models.indexes import KnowledgeCentrePage, NewsIndexPage
from news.models.news import NewsPage, NewsProject
from news.models.publications import PublicationAuthor, PublicationPage

__all__ = ["KnowledgeCentrePage", "NewsIndexPage", "NewsPage", "NewsProject", "PublicationAuthor", "PublicationPage"]
