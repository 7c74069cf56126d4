"""Keeps what is stored of a document's privacy up to date: its last answer, and the renditions of its cover.

Serving never leans on the stored answer while anything stored uses the document (iclds.core.file_privacy); it counts
when only a draft does, or nothing any more. What saves a use brings it up to date at once; a job does within minutes
for what tells nobody (moves of collections, updates by SQL) and for drafts whose document lost its other uses.
"""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Model, Q
from modelcluster.fields import ParentalKey
from wagtail.models import Page, ReferenceIndex, Revision

from iclds.core.file_privacy import answers_by_use, hidden_keys, pages_that_show
from iclds.core.models import SiteDocument, SiteRendition
from iclds.core.page_privacy import visible_pages
from iclds.core.references import documents_of_drafts, documents_of_rows, documents_shown_by
from iclds.core.viewers import Viewer


def note_uses_by(*, row: Model, is_stored_whole: bool = True) -> None:
    """Store the answer for the documents that a row just saved holds. Those that it holds no more keep theirs.

    Of the row as it is in memory, since the reference index may learn of it later; as it is in the database where only
    some fields were stored, as when a page notes that it has a new draft.
    """
    # Wagtail unpublishes many, and what has expired, as plain pages.
    holder = _holder_of(row.specific if isinstance(row, Page) and type(row) is Page else row)
    if holder is not None and not is_stored_whole:
        holder = type(holder)._default_manager.filter(pk=holder.pk).first()
    if holder is None or not (documents := documents_shown_by(holder)):
        return
    is_open = _is_open(holder)
    if is_open is not None:
        _store(documents, is_open=is_open)


def note_uses_by_draft(*, revision: Revision) -> None:
    """Store the answer for the documents that a page's draft holds: private, unless something public uses them."""
    if revision.base_content_type.model_class() is Page:
        _store(documents_shown_by(revision.as_object()), is_open=False)


@transaction.atomic
def note_uses_below(*, page: Page) -> None:
    """Store the answer for the documents that a page and those below it hold, after it moved. As many queries for any
    number of pages.
    """
    keys = Page.objects.filter(path__startswith=page.path).values_list("pk", flat=True)
    documents = documents_of_rows(Page, keys)
    _store(documents, is_open=False)


def bring_up_to_date() -> None:
    """Store the answer for all documents that something uses, and forget the renditions of private covers.

    Reads every draft, so not within a transaction of its own.
    """
    in_drafts = documents_of_drafts()
    with transaction.atomic():
        answers = answers_by_use(None, Viewer())
        _write([pk for pk, is_open in answers.items() if is_open], is_private=False)
        _write(
            [pk for pk, is_open in answers.items() if not is_open] + list(in_drafts - answers.keys()), is_private=True
        )
        forget_private_covers(document_ids=None)


@transaction.atomic
def forget_private_covers(*, document_ids: Collection[int] | None) -> None:
    """Delete the renditions of the covers of these documents (None: of all) that have turned private since they might
    have been shown to everybody; their addresses may be known, and the web server gives them out unasked. What is made
    for those who have the key stays.
    """
    stranger = Viewer()
    documents = SiteDocument.objects.filter(cover__isnull=False)
    if document_ids is not None:
        documents = documents.filter(pk__in=document_ids)
    answers = answers_by_use(document_ids, stranger)
    is_closed = (
        Q(collection__in=stranger.closed_to_documents)
        | Q(pk__in=[pk for pk, is_open in answers.items() if not is_open])
        | (Q(is_private=True) & ~Q(pk__in=list(answers)))
    )
    turned_private = documents.filter(is_closed, cover_was_public=True)
    for rendition in SiteRendition.objects.filter(image__in=turned_private.values("cover")):
        rendition.delete()
    turned_private.update(cover_was_public=False)
    documents.filter(~is_closed, cover_was_public=False).update(cover_was_public=True)


def _holder_of(row: Model) -> Model | None:
    """The row itself, or that which it belongs to; None for what refers to nothing."""
    if type(row) not in ReferenceIndex.tracked_models:
        return None
    parents = [field for field in row._meta.get_fields() if isinstance(field, ParentalKey)]
    return getattr(row, parents[0].name) if parents else row


def _is_open(holder: Model) -> bool | None:
    """Whether everybody may see what holds a document; None for what is written once and shown nowhere."""
    if isinstance(holder, Page):
        return visible_pages(Page.objects.filter(pk=holder.pk), Viewer()).exists()
    if getattr(holder, "is_shown_by_pages", False):
        pages = {page for _key, page in pages_that_show(type(holder), [holder.pk])}
        return visible_pages(Page.objects.filter(pk__in=pages), Viewer()).exists() if pages else None
    return str(holder.pk) not in hidden_keys(type(holder), [holder.pk])


@transaction.atomic
def _store(document_ids: set[int], *, is_open: bool) -> None:
    """`is_open`: whether what was just saved is; all else that uses the documents is asked besides."""
    if not document_ids:
        return
    answers = {} if is_open else answers_by_use(document_ids, Viewer())
    opened = {pk for pk in document_ids if is_open or answers.get(pk)}
    _write(opened, is_private=False)
    _write(document_ids - opened, is_private=True)
    forget_private_covers(document_ids=document_ids)


def _write(document_ids: Collection[int], *, is_private: bool) -> None:
    if document_ids:
        SiteDocument.objects.filter(pk__in=document_ids, is_private=not is_private).update(is_private=is_private)
