"""What has to follow when documents change."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from iclds.core.covers import follow_document
from iclds.core.models import SiteDocument


@receiver(post_save, sender=SiteDocument, dispatch_uid="core.make_cover")
def make_cover(instance: SiteDocument, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        follow_document(instance)


@receiver(post_delete, sender=SiteDocument, dispatch_uid="core.delete_cover")
def delete_cover(instance: SiteDocument, **kwargs: Any) -> None:
    if instance.cover:
        instance.cover.delete()
