"""The links in a page's texts, as they are stored."""

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from iclds.core.languages import in_language
from iclds.core.text import strings_in

# A key of more digits is nobody's, and more than a column of the database holds.
LONGEST_KEY = 10


@dataclass(frozen=True)
class Link:
    """One link: to an address, or to a page or document by its key ("page" or "document"), with its words."""

    text: str
    address: str = ""
    kind: str = ""
    key: int = 0


def links_on(page: Page) -> Iterator[Link]:
    """Every link of the page's running texts. `page` is specific."""
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            yield from _links_in(field.value_from_object(page))
        elif isinstance(field, StreamField):
            yield from _links_in_shared(field.value_from_object(page), page.locale.language_code)
            for markup in strings_in(field.value_from_object(page).get_prep_value()):
                yield from _links_in(markup)


def _links_in_shared(stream: StreamValue, language: str) -> Iterator[Link]:
    """The links of callouts that are written once: the page has only their keys."""
    for child in stream:
        if child.block_type == "shared_callout" and (callout := child.value.get("callout")):
            yield from _links_in(in_language(callout, "text", language))


def _links_in(markup: str) -> Iterator[Link]:
    if "<a " not in markup:
        return
    for anchor in BeautifulSoup(markup, "html.parser").find_all("a"):
        kind, key = str(anchor.get("linktype", "")), str(anchor.get("id", ""))
        text = anchor.get_text(" ", strip=True)
        if kind in {"page", "document"} and key.isdigit():
            yield Link(text, kind=kind, key=int(key) if len(key) < LONGEST_KEY else 0)
        elif address := str(anchor.get("href", "")):
            yield Link(text, address=address)
