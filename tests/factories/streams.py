"""Running text as a StreamField stores it."""

import json
import uuid
from typing import Any

from wagtail.models import Page

from iclds.core.models import SiteDocument, SiteImage


def stream(*blocks: tuple[str, Any]) -> str:
    """A StreamField's value of (block name, value) pairs."""
    return json.dumps([{"type": kind, "value": value, "id": str(uuid.uuid4())} for kind, value in blocks])


def text(markup: str) -> str:
    """Running text of a single text block."""
    return stream(("text", markup))


def link(page: Page | int, words: str = "a link") -> str:
    return f'<a linktype="page" id="{getattr(page, "pk", page)}">{words}</a>'


def document_link(document: SiteDocument | int, words: str = "a document") -> str:
    return f'<a linktype="document" id="{getattr(document, "pk", document)}">{words}</a>'


def picture(image: SiteImage, alt: str = "A well in Kisumu", *, decorative: bool = False) -> tuple[str, Any]:
    """A picture block."""
    chosen = {"image": image.pk, "alt_text": alt, "decorative": decorative}
    return "picture", {"picture": chosen, "caption": "Kisumu, 2018"}


def table(rows: list[list[str]], headers: str = "both", caption: str = "Sums by country") -> tuple[str, Any]:
    """A table block; `headers` is row, column, both or empty."""
    return "table", {
        "data": rows,
        "table_caption": caption,
        "table_header_choice": headers,
        "first_row_is_table_header": headers in {"row", "both"},
        "first_col_is_header": headers in {"column", "both"},
        "cell": [],
        "mergeCells": [],
    }


def every_block(image: SiteImage, document: SiteDocument, contact_id: int) -> str:
    """One of each block that a guidance page may hold."""
    return stream(
        ("text", "<h2>Before you apply</h2><p>Find each other.</p>"),
        ("callout", {"kind": "important", "title": "Write the budget together", "text": "<p>Both answer for it.</p>"}),
        ("steps", {"title": "To apply", "items": [{"title": step, "text": ""} for step in ("Talk", "Write")]}),
        table([["", "Europe"], ["Inception", "220,000"]]),
        ("figures", {"items": [{"number": "38", "meaning": "partnerships"}]}),
        picture(image),
        ("documents", {"title": "To download", "items": [document.pk]}),
        ("contact", {"contact": contact_id}),
    )  # fmt: skip
