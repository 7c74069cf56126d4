"""Small, pure treatments of text."""

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

_TAGS = re.compile(r"<[^>]*>")
# All of C0 and C1 but tab and line breaks: XML 1.0, section 2.2, forbids most of them, and no reader sees any.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f￾￿]")


def without_controls(text: str) -> str:
    """Text fit for HTML and XML: control characters gone, line breaks and tabs kept."""
    return _CONTROLS.sub("", text)


def one_line(text: str) -> str:
    """Text on one line, with single spaces, for titles and attributes."""
    return " ".join(without_controls(text).split())


def plain(markup: str) -> str:
    """The words of a piece of HTML."""
    return one_line(html.unescape(_TAGS.sub(" ", markup)))


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words, with an ellipsis where something is left out."""
    text = one_line(text)
    if len(text) <= limit:
        return text
    cut = text[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:–- ")
    return f"{cut}…"


def is_printable(text: str) -> bool:
    """Whether every character can be seen or is a space."""
    return not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in text)


def strings_in(value: Any) -> Iterator[str]:
    """All texts of a stored stream, in its order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings_in(part)
