"""What has to follow when pages are published."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from iclds.home.broken_links import forget_mended


@receiver(page_published, dispatch_uid="home.forget_mended_links")
def forget_mended_links(instance: Page, **kwargs: Any) -> None:
    forget_mended(instance.specific)
