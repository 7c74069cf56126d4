"""From the blocks of a content file to what Wagtail stores, with links and pictures resolved."""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from iclds.core.models import Contact, SiteDocument, SiteImage
from iclds.home.loader.entries import Entry

ALLOWED_TAGS = {"p", "h2", "h3", "ul", "ol", "li", "strong", "em", "a", "br", "b", "i"}
_TAG = re.compile(r"</?([a-zA-Z0-9]+)")
_LINK = re.compile(r'<a href="(page|project|document):([^"]+)">')
HEADERS = {"row": (True, False), "column": (False, True), "both": (True, True)}


@dataclass
class Known:
    """What texts may refer to, by the keys of the content files."""

    pages: dict[tuple[str, str], int] = field(default_factory=dict)  # (key, language) -> page id
    project_urls: dict[str, str] = field(default_factory=dict)  # language -> address of the project list
    projects: set[str] = field(default_factory=set)
    documents: dict[str, SiteDocument] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    drawings: dict[str, SiteImage] = field(default_factory=dict)


def rich_text(entry: Entry, place: str, markup: Any, language: str, known: Known) -> str:
    """Rich text as Wagtail stores it. Raises ContentError for unknown tags and link targets."""
    if not isinstance(markup, str):
        raise entry.error(place, f"{markup!r} is not text")
    for tag in _TAG.findall(markup):
        if tag not in ALLOWED_TAGS:
            raise entry.error(place, f"the tag <{tag}> is not allowed in running text")

    def resolve(match: re.Match[str]) -> str:
        kind, key = match.groups()
        if kind == "page":
            page_id = known.pages.get((key, language))
            if page_id is None:
                raise entry.error(place, f"links to the unknown page “{key}”")
            return f'<a linktype="page" id="{page_id}">'
        if kind == "document":
            document = entry.look_up(place, key, known.documents)
            return f'<a linktype="document" id="{document.pk}">'
        if key not in known.projects:
            raise entry.error(place, f"links to the unknown project “{key}”")
        return f'<a href="{known.project_urls[language]}{key}/">'

    return _LINK.sub(resolve, " ".join(markup.split("\n")).strip())


def stream(entry: Entry, place: str, blocks: Any, language: str, known: Known) -> list[dict[str, Any]]:
    """The raw value of a StreamField."""
    if blocks is None:
        return []
    if not isinstance(blocks, list):
        raise entry.error(place, "should be a list of blocks")
    raw = []
    for number, block in enumerate(blocks, start=1):
        where = f"{place} block {number}"
        if not isinstance(block, dict) or len(block) != 1:
            raise entry.error(where, "a block is one name with its value")
        ((kind, value),) = block.items()
        convert = CONVERTERS.get(kind)
        if convert is None:
            raise entry.error(where, f"there is no block “{kind}”")
        try:
            converted = convert(entry, where, value, language, known)
        except (KeyError, TypeError, AttributeError) as error:
            raise entry.error(where, f"is not a whole “{kind}” block: {error}") from error
        raw.append({"type": kind, "value": converted, "id": str(uuid.uuid4())})
    return raw


def _steps(entry: Entry, place: str, value: Any, language: str, known: Known) -> Any:
    return {
        "title": value["title"],
        "items": [
            {"title": step["title"], "text": rich_text(entry, place, step.get("text", ""), language, known)}
            for step in value["items"]
        ],
    }


def _callout(entry: Entry, place: str, value: Any, language: str, known: Known) -> Any:
    if value["kind"] not in {"note", "important"}:
        raise entry.error(place, f"a callout is a note or important, not “{value['kind']}”")
    return {**value, "text": rich_text(entry, place, value["text"], language, known)}


def _table(entry: Entry, place: str, value: Any, language: str, known: Known) -> Any:
    rows = [["" if cell is None else str(cell) for cell in row] for row in value["rows"]]
    if len({len(row) for row in rows}) != 1:
        raise entry.error(place, "the rows of the table are not equally long")
    first_row, first_column = HEADERS[value["headers"]]
    return {
        "data": rows,
        "first_row_is_table_header": first_row,
        "first_col_is_header": first_column,
        "table_header_choice": value["headers"],
        "table_caption": value["caption"],
        "cell": [],
        "mergeCells": [],
    }


def _documents(entry: Entry, place: str, value: Any, language: str, known: Known) -> Any:
    return {
        "title": value["title"],
        "items": [entry.look_up(place, key, known.documents).pk for key in value["items"]],
    }


def _picture(entry: Entry, place: str, value: Any, language: str, known: Known) -> Any:
    drawing = entry.look_up(place, value["image"], known.drawings)
    return {
        "picture": {"image": drawing.pk, "decorative": False, "alt_text": value["alt"]},
        "caption": value.get("caption", ""),
    }


Converter = Callable[[Entry, str, Any, str, Known], Any]
CONVERTERS: dict[str, Converter] = {
    "text": rich_text,
    "steps": _steps,
    "callout": _callout,
    "table": _table,
    "figures": lambda entry, place, value, language, known: {
        "items": [{"number": str(figure["number"]), "meaning": figure["meaning"]} for figure in value]
    },
    "documents": _documents,
    "contact": lambda entry, place, value, language, known: {"contact": entry.look_up(place, value, known.contacts).pk},
    "picture": _picture,
}
