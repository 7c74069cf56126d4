"""Holds the style sheets to the house's rules; prints what breaks one, with its line, and ends with 1.

Every rule stands in a cascade layer; no `!important`; no selector by id; no colour but by its token, which stands on
:root of the sheet for screens or for paper; no side of the page where a side of the text is meant; all together small
enough for a slow link.
"""

import gzip
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tinycss2
from tinycss2 import color4

FOLDER = Path(__file__).resolve().parents[1] / "static" / "css"
MOST_BYTES = 20 * 1024
TOKEN_SHEETS = {"base.css", "print.css"}
# What may stand outside a layer: tokens on :root, fonts, paper sizes, and blocks that hold these.
WITHOUT_LAYER = {"font-face", "page", "layer", "media", "supports"}
HOLDS_RULES = {"container", "keyframes", "layer", "media", "scope", "starting-style", "supports"}
SIDES = re.compile(
    r"^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-|$)|left$|right$|top$|bottom$"
    r"|(?:min-|max-)?(?:width|height)$|border-(?:top|bottom)-(?:left|right)-radius$|float$|clear$)"
)
PHYSICAL_VALUES = {"text-align": {"left", "right"}}
# Properties that name others in their values.
NAMES_PROPERTIES = {"transition", "transition-property", "will-change"}
COLOUR_FUNCTIONS = {"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"}
# These take the colour from around them.
NO_COLOURS = {"currentcolor", "transparent"}


@dataclass(frozen=True)
class Place:
    """Where in a sheet something stands."""

    layered: bool
    sheet_has_tokens: bool


def complaints(css: str, sheet: str) -> Iterator[tuple[int, str]]:
    """Line and reason of whatever breaks a rule in a sheet with a name such as base.css."""
    place = Place(layered=False, sheet_has_tokens=sheet in TOKEN_SHEETS)
    yield from _entries(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), place)


def _inside(block: list[Any]) -> list[Any]:
    entries: list[Any] = tinycss2.parse_blocks_contents(block, skip_comments=True, skip_whitespace=True)
    return entries


def _entries(entries: list[Any], place: Place, *, is_root: bool = False) -> Iterator[tuple[int, str]]:
    for entry in entries:
        if entry.type == "error":
            yield entry.source_line, entry.message
        elif entry.type == "at-rule":
            yield from _at_rule(entry, place, is_root)
        elif entry.type == "qualified-rule":
            yield from _style_rule(entry, place)
        elif entry.type == "declaration":
            yield from _declaration(entry, is_token=is_root and place.sheet_has_tokens and entry.name.startswith("--"))


def _at_rule(rule: Any, place: Place, is_root: bool) -> Iterator[tuple[int, str]]:
    name = rule.lower_at_keyword
    if name not in WITHOUT_LAYER and not place.layered:
        yield rule.source_line, f"@{name} outside a layer"
    if rule.content is not None and name in HOLDS_RULES:
        inner = replace(place, layered=place.layered or name == "layer")
        yield from _entries(_inside(rule.content), inner, is_root=is_root)


def _style_rule(rule: Any, place: Place) -> Iterator[tuple[int, str]]:
    selector = tinycss2.serialize(rule.prelude).strip()
    is_root = selector == ":root"
    if _names_an_id(rule.prelude):
        yield rule.source_line, f"a rule by id: {selector}"
    if not place.layered and not is_root:
        yield rule.source_line, f"outside a layer: {selector}"
    # A rule within this one is in its layer, and told once where it has none.
    yield from _entries(_inside(rule.content), replace(place, layered=True), is_root=is_root)


def _names_an_id(selector: list[Any]) -> bool:
    """Also within :not(#this)."""
    return any(
        token.type == "hash" or _names_an_id(getattr(token, "arguments", None) or getattr(token, "content", None) or [])
        for token in selector
    )


def _declaration(entry: Any, *, is_token: bool) -> Iterator[tuple[int, str]]:
    name = entry.lower_name
    words = {token.lower_value for token in entry.value if token.type == "ident"}
    if entry.important:
        yield entry.source_line, f"{entry.name} is !important"
    if SIDES.search(name) or words & PHYSICAL_VALUES.get(name, set()):
        yield entry.source_line, f"{entry.name} names a side of the page"
    if name in NAMES_PROPERTIES and any(SIDES.search(word) for word in words):
        yield entry.source_line, f"{entry.name} names a side of the page"
    if not is_token and _has_colour(entry.value):
        yield entry.source_line, f"{entry.name} has a colour that is no token"


def _has_colour(values: list[Any]) -> bool:
    for token in values:
        if token.type == "hash":
            return True
        if token.type == "ident" and token.lower_value not in NO_COLOURS and color4.parse_color(token) is not None:
            return True
        if token.type == "function" and (token.lower_name in COLOUR_FUNCTIONS or _has_colour(token.arguments)):
            return True
    return False


def main() -> int:
    found = 0
    everything = b""
    for path in sorted(FOLDER.glob("*.css")):
        everything += path.read_bytes()
        for line, reason in complaints(path.read_text(), path.name):
            print(f"static/css/{path.name}:{line}: {reason}", file=sys.stderr)
            found += 1
    if (size := len(gzip.compress(everything))) > MOST_BYTES:
        print(f"static/css: {size:,} bytes compressed, more than {MOST_BYTES:,}", file=sys.stderr)
        found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
