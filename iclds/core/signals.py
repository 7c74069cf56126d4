"""What has to follow when documents change."""

from typing import Any

from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver

from iclds.core.covers import delete_cover_of, follow_document
from iclds.core.models import SiteDocument


@receiver(post_save, sender=SiteDocument, dispatch_uid="core.follow_document")
def follow_saved_document(instance: SiteDocument, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        follow_document(instance)


@receiver(pre_delete, sender=SiteDocument, dispatch_uid="core.delete_cover")
def delete_cover(instance: SiteDocument, **kwargs: Any) -> None:
    delete_cover_of(instance)
