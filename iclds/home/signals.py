"""What has to follow when pages are published and unpublished, and what they share is changed."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from iclds.core.models import SharedCallout
from iclds.home.broken_links import forget_links_of, forget_links_to, forget_mended, forget_mended_where_used


@receiver(page_published, dispatch_uid="home.forget_mended_links")
def forget_mended_links(instance: Page, **kwargs: Any) -> None:
    forget_mended(instance.specific)
    forget_links_to(instance)


@receiver(page_unpublished, dispatch_uid="home.forget_links_of_unpublished")
def forget_links_of_unpublished(instance: Page, **kwargs: Any) -> None:
    forget_links_of(instance)


@receiver(post_save, sender=SharedCallout, dispatch_uid="home.forget_links_mended_in_callouts")
def forget_links_mended_in_callouts(instance: Model, **kwargs: Any) -> None:
    forget_mended_where_used(instance)
