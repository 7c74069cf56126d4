"""What makes a document private or open: uses that are saved, drafts, restrictions, moves."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction, Revision
from wagtail.signals import post_page_move

from iclds.core.models import SiteDocument
from iclds.core.privacy_actions import (
    bring_up_to_date,
    forget_private_covers,
    note_uses_below,
    note_uses_by,
    note_uses_by_draft,
)


@receiver(post_save, dispatch_uid="core.note_uses")
def note_uses(instance: Model, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    if not raw:
        note_uses_by(row=instance, is_stored_whole=update_fields is None)


@receiver(post_save, sender=Revision, dispatch_uid="core.note_uses_of_draft")
def note_uses_of_draft(instance: Revision, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        note_uses_by_draft(revision=instance)


@receiver(post_save, sender=PageViewRestriction, dispatch_uid="core.follow_page_restriction")
@receiver(post_save, sender=CollectionViewRestriction, dispatch_uid="core.follow_collection_restriction")
def follow_restriction(raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        bring_up_to_date()


@receiver(post_delete, sender=PageViewRestriction, dispatch_uid="core.follow_removed_page_restriction")
@receiver(post_delete, sender=CollectionViewRestriction, dispatch_uid="core.follow_removed_collection_restriction")
def follow_removed_restriction(sender: type[Model], origin: Any = None, **kwargs: Any) -> None:
    # One that goes with its page opens nothing: what the page held keeps its last answer.
    if origin is None or getattr(origin, "model", type(origin)) is sender:
        bring_up_to_date()


@receiver(post_page_move, dispatch_uid="core.follow_move")
def follow_move(instance: Page, **kwargs: Any) -> None:
    note_uses_below(page=instance)


@receiver(post_save, sender=SiteDocument, dispatch_uid="core.follow_collection")
def follow_collection(instance: SiteDocument, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        forget_private_covers(document_ids=[instance.pk])
