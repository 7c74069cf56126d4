"""What has to follow when pages move."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import post_page_move

from news.models import NewsPage


@receiver(post_page_move, dispatch_uid="news.follow_move")
def follow_move(instance: Page, **kwargs: Any) -> None:
    """A news item moved into the Knowledge Centre is an article from then on, and the reverse."""
    page = NewsPage.objects.filter(pk=instance.pk).first()
    if page:
        NewsPage.objects.filter(pk=page.pk).update(is_article=page.stands_in_knowledge_centre())
