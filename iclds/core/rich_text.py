"""Links in rich text: to the reader's language, never to a page that is not live, in one query a page.

Wagtail looks links up text by text, and a page may hold any number of texts. Here all links of a page's StreamFields
are looked up together before the first text is shown.
"""

import re
from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any

from django.core.signals import request_started
from django.db.models import Q
from django.urls import reverse
from django.utils.html import escape
from wagtail.blocks import StreamValue
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from iclds.core.languages import active_language

_PAGE_LINK = re.compile(r'linktype=\\?"page\\?"[^>]*?id=\\?"(\d+)\\?"|id=\\?"(\d+)\\?"[^>]*?linktype=\\?"page\\?"')

# Addresses of linked pages by the linked page's id, for the answer being made; None says: not live.
_known: ContextVar[dict[int, str | None] | None] = ContextVar("known_page_links", default=None)


def page_addresses(page_ids: Iterable[int]) -> dict[int, str | None]:
    """The address of each page, or of its translation in the active language; None where neither is live."""
    wanted = set(page_ids)
    if not wanted:
        return {}
    keys = Page.objects.filter(pk__in=wanted).values("translation_key")
    candidates = list(Page.objects.filter(Q(pk__in=wanted) | Q(translation_key__in=keys)).select_related("locale"))
    by_id = {page.pk: page for page in candidates}
    in_language = {
        page.translation_key: page
        for page in candidates
        if page.live and page.locale.language_code == active_language()
    }
    addresses: dict[int, str | None] = {}
    for page_id in wanted:
        linked = by_id.get(page_id)
        shown = in_language.get(linked.translation_key, linked) if linked else None
        addresses[page_id] = shown.get_url() if shown and shown.live else None
    return addresses


def preload_links(streams: Iterable[StreamValue | Any]) -> None:
    """Look up all page links in these StreamField values and strings with one query."""
    ids: set[int] = set()
    for stream in streams:
        source = str(list(stream.raw_data)) if isinstance(stream, StreamValue) else str(stream)
        ids.update(int(first or second) for first, second in _PAGE_LINK.findall(source))
    _known.set(page_addresses(ids))


def _forget(**kwargs: Any) -> None:
    _known.set(None)


request_started.connect(_forget, dispatch_uid="iclds.core.rich_text")


class LivePageLinkHandler(PageLinkHandler):
    """Writes links to pages; a link to a page that is gone or not live becomes plain text."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        ids = [int(attrs["id"]) if str(attrs.get("id", "")).isdigit() else 0 for attrs in attrs_list]
        known = _known.get() or {}
        if any(page_id not in known for page_id in ids):
            known = {**known, **page_addresses(page_id for page_id in ids if page_id not in known)}
        return [f'<a href="{escape(url)}">' if (url := known.get(page_id)) else "<a>" for page_id in ids]


class LastingDocumentLinkHandler(DocumentLinkHandler):
    """Writes links to a document's lasting address, which needs no look-up and outlives a replaced file."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        return [
            f'<a href="{reverse("document_by_number", args=[int(attrs["id"])])}">'
            if str(attrs.get("id", "")).isdigit()
            else "<a>"
            for attrs in attrs_list
        ]
