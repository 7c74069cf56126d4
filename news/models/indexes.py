"""The lists: news by date, and the Knowledge Centre's publications and articles."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.search import index

from iclds.core.blocks import PlainBlocks
from iclds.core.languages import active_language
from iclds.core.models import BasePage
from iclds.core.pagination import paginate
from news.forms import PublicationFilterForm
from news.models.news import NewsPage
from news.models.publications import PublicationPage

# The first of a list have their pictures, the others words alone: browsers fetch pictures far below the screen too,
# and a list shall not cost a slow link more than ten requests.
PICTURED = 6
ARTICLES_SHOWN = 3


class NewsIndexPage(BasePage):
    """News, the latest first; those that exist only in the other language stand among them, marked."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]
    max_count_per_parent = 1

    body = StreamField(PlainBlocks(), blank=True, verbose_name=_("text"))

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, "body"]

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    def get_content(self, request: HttpRequest) -> dict[str, Any]:
        news = NewsPage.objects.current().for_readers_of(active_language()).latest_first().for_cards()
        return {
            "listing": paginate(news, request, settings.NEWS_PER_PAGE),
            "pictured": PICTURED,
            "feed_url": reverse("news_feed"),
        }


class KnowledgeCentrePage(BasePage):
    """Publications and dated articles."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.PublicationPage", "news.NewsPage"]
    max_count_per_parent = 1

    body = StreamField(PlainBlocks(), blank=True, verbose_name=_("text"))

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, "body"]

    class Meta:
        verbose_name = _("Knowledge Centre")
        verbose_name_plural = _("Knowledge Centres")

    def get_content(self, request: HttpRequest) -> dict[str, Any]:
        language = active_language()
        articles = NewsPage.objects.articles().for_readers_of(language).latest_first().for_cards()
        if request.GET.get("show") == "articles":
            return {"shows_articles": True, "listing": paginate(articles, request, settings.NEWS_PER_PAGE)}
        publications = PublicationPage.objects.for_readers_of(language).latest_first().for_cards()
        form = PublicationFilterForm(request.GET)
        return {
            "form": form,
            "articles": list(articles[:ARTICLES_SHOWN]),
            "listing": paginate(form.apply(publications), request, settings.NEWS_PER_PAGE),
            "pictured": PICTURED,
        }
