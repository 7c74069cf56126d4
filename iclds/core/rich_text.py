"""Links in rich text: to the reader's language, never to what the reader may not see, in one query a page.

Wagtail looks links up text by text, and a page may hold any number of texts. Here all links of a page's StreamFields
are looked up together before the first text is shown.
"""

import re
from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any

from django.core.signals import request_started
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.urls import reverse
from django.utils.html import escape
from wagtail.blocks import StreamValue
from wagtail.documents import get_document_model
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from iclds.core.languages import active_language
from iclds.core.page_privacy import may_be_seen
from iclds.core.references import is_key
from iclds.core.viewers import current_viewer

_LINK = r'linktype=\\?"{kind}\\?"[^>]*?id=\\?"(\d+)\\?"|id=\\?"(\d+)\\?"[^>]*?linktype=\\?"{kind}\\?"'
_PAGE_LINK = re.compile(_LINK.format(kind="page"))
_DOCUMENT_LINK = re.compile(_LINK.format(kind="document"))

# Addresses of linked pages by the linked page's id, for the answer being made; None says: not to be seen.
_known: ContextVar[dict[int, str | None] | None] = ContextVar("known_page_links", default=None)
# Linked documents that have been looked at for the answer being made, and whether they are hidden.
_documents: ContextVar[dict[int, bool] | None] = ContextVar("known_document_links", default=None)


def page_addresses(page_ids: Iterable[int]) -> dict[int, str | None]:
    """The address of each page, or of its translation in the active language; None where the reader may see neither."""
    wanted = set(page_ids)
    if not wanted:
        return {}
    keys = Page.objects.filter(pk__in=wanted).values("translation_key")
    is_visible = ExpressionWrapper(may_be_seen(), output_field=BooleanField())
    versions = Page.objects.filter(Q(pk__in=wanted) | Q(translation_key__in=keys)).annotate(is_visible=is_visible)
    candidates = list(versions.select_related("locale"))
    linked = {page.pk: page for page in candidates}
    shown = {page.pk: page for page in candidates if page.is_visible}
    in_language = {
        page.translation_key: page for page in shown.values() if page.locale.language_code == active_language()
    }
    addresses: dict[int, str | None] = {}
    for page_id in wanted:
        key = linked[page_id].translation_key if page_id in linked else None
        found = in_language.get(key) or shown.get(page_id)
        addresses[page_id] = found.get_url() if found else None
    return addresses


def hidden_documents(document_ids: Iterable[int]) -> frozenset[int]:
    """Those documents that stand in a collection which is closed to the reader. No query where none is."""
    closed = current_viewer().closed_to_documents
    wanted = set(document_ids)
    if not closed or not wanted:
        return frozenset()
    return frozenset(
        get_document_model().objects.filter(pk__in=wanted, collection__in=closed).values_list("pk", flat=True)
    )


def preload_links(streams: Iterable[StreamValue | Any]) -> None:
    """Look up all links in these StreamField values and strings: pages with one query, documents with at most one."""
    pages: set[int] = set()
    documents: set[int] = set()
    for stream in streams:
        source = str(list(stream.raw_data)) if isinstance(stream, StreamValue) else str(stream)
        pages.update(_numbers(_PAGE_LINK, source))
        documents.update(_numbers(_DOCUMENT_LINK, source))
    _known.set(page_addresses(pages))
    _documents.set(_looked_at(documents))


def _numbers(link: re.Pattern[str], source: str) -> Iterable[int]:
    return (int(key) for first, second in link.findall(source) if is_key(key := first or second))


def _looked_at(document_ids: set[int]) -> dict[int, bool]:
    hidden = hidden_documents(document_ids)
    return {document_id: document_id in hidden for document_id in document_ids}


def _forget(**kwargs: Any) -> None:
    _known.set(None)
    _documents.set(None)


request_started.connect(_forget, dispatch_uid="iclds.core.rich_text")


class VisiblePageLinkHandler(PageLinkHandler):
    """Writes links to pages; a link to a page that is gone or that the reader may not see becomes plain text."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        ids = _ids(attrs_list)
        known = _known.get() or {}
        if any(page_id not in known for page_id in ids):
            known = {**known, **page_addresses(page_id for page_id in ids if page_id not in known)}
        return [f'<a href="{escape(url)}">' if (url := known.get(page_id)) else "<a>" for page_id in ids]


class LastingDocumentLinkHandler(DocumentLinkHandler):
    """Writes links to a document's lasting address, which outlives a replaced file; a hidden one is plain text.

    What is used by the page being read is hidden by its collection alone, so nothing is looked up where none is closed.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        ids = _ids(attrs_list)
        known = _documents.get() or {}
        if any(document_id not in known for document_id in ids):
            known = {**known, **_looked_at({document_id for document_id in ids if document_id not in known})}
        return [
            f'<a href="{reverse("document_by_number", args=[document_id])}">'
            if document_id and not known[document_id]
            else "<a>"
            for document_id in ids
        ]


def _ids(attrs_list: list[dict[str, Any]]) -> list[int]:
    """The keys that links name, 0 for what is none."""
    return [int(key) if is_key(key := str(attrs.get("id", ""))) else 0 for attrs in attrs_list]
