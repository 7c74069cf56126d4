"""RSS: what a reader gets without visiting. Every address in it is absolute (case D04)."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from bs4 import BeautifulSoup
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.views.decorators.http import require_safe
from wagtail.query import PageQuerySet

from iclds.core.addresses import absolute_url
from iclds.core.dates import DatePrecision
from iclds.core.languages import active_language
from iclds.core.page_privacy import visible_pages
from iclds.core.rich_text import preload_links
from iclds.core.text import one_line, without_controls
from news.models import NewsIndexPage, NewsPage

LATEST = 20


def with_absolute_addresses(markup: str, page_url: str) -> str:
    """`markup` with every link and picture address absolute; those to a heading lead to the page."""
    soup = BeautifulSoup(markup, "html.parser")
    for tag, attribute in (("a", "href"), ("img", "src")):
        for element in soup.find_all(tag):
            address = element.get(attribute)
            if not address:
                element.unwrap()
            elif str(address).startswith("#"):
                element[attribute] = page_url + str(address)
            elif not str(address).startswith("mailto:"):
                element[attribute] = absolute_url(str(address))
    for element in soup.find_all(["source", "svg"]):
        element.decompose()
    for element in soup.find_all("img"):
        del element["srcset"]
    return without_controls(str(soup))


class FeedWithFullText(Rss201rev2Feed):
    """RSS 2.0 with the whole text beside the summary (content:encoded of the RSS content module)."""

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), "xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["full_text"])


class NewsFeed(Feed):
    """The latest news of one language."""

    feed_type = FeedWithFullText

    def __init__(self, index: NewsIndexPage, news: PageQuerySet) -> None:
        self.index = index
        self.news = news
        self.language = index.locale.language_code

    def title(self) -> str:
        return f"ICLD – {one_line(self.index.title)}"

    def link(self) -> str:
        return absolute_url(self.index.get_url() or "/")

    def feed_url(self) -> str:
        return absolute_url(reverse("news_feed"))

    def description(self) -> str:
        return self.index.meta_description

    def items(self) -> Iterable[NewsPage]:
        found = list(self.news[:LATEST])
        preload_links([item.body for item in found])
        return found

    def item_title(self, item: NewsPage) -> str:
        return one_line(item.title)

    def item_description(self, item: NewsPage) -> str:
        return without_controls(item.lead)

    def item_link(self, item: NewsPage) -> str:
        return absolute_url(item.get_url() or "/")

    def item_guid(self, item: NewsPage) -> str:
        return str(item.translation_key) + item.locale.language_code

    item_guid_is_permalink = False

    def item_pubdate(self, item: NewsPage) -> datetime | None:
        """Midday in Stockholm of the day, where the day is known."""
        if item.date_precision != DatePrecision.DAY:
            return None
        return timezone.make_aware(datetime.combine(item.published_on, time(12)))

    def item_extra_kwargs(self, item: NewsPage) -> dict[str, str]:
        markup = "".join(block.render() for block in item.body)
        return {"full_text": with_absolute_addresses(markup, self.item_link(item))}


@require_safe
def news_feed(request: HttpRequest) -> HttpResponse:
    """RSS of the latest news in the language of the address."""
    lists = visible_pages(NewsIndexPage.objects.filter(locale__language_code=active_language()))
    index = lists.order_by("path").first()
    if index is None:
        raise Http404("There is no news list in this language.")
    news = NewsPage.objects.current().visible_to().filter(locale=index.locale).latest_first().select_related("locale")
    return NewsFeed(index, news)(request)
