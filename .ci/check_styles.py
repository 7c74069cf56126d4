"""Holds the style sheets to the house's rules; prints what breaks one, with its line, and ends with 1.

Every rule stands in a cascade layer; no `!important`; no selector by id; no colour but by its token; no side of the
page where a side of the text is meant; all together small enough for a slow link.
"""

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tinycss2

FOLDER = Path(__file__).resolve().parents[1] / "static" / "css"
MOST_BYTES = 20 * 1024
# What may stand outside a layer: tokens on :root, fonts, paper sizes, and blocks that hold these.
WITHOUT_LAYER = {"font-face", "page", "layer", "media", "supports"}
SIDES = re.compile(
    r"^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-|$)|left$|right$|top$|bottom$"
    r"|(?:min-|max-)?(?:width|height)$|border-(?:top|bottom)-(?:left|right)-radius$|float$|clear$)"
)
PHYSICAL_VALUES = {"text-align": {"left", "right"}}
COLOUR_NAMES = {"black", "white", "red", "green", "blue", "gray", "grey", "silver", "navy", "orange", "yellow"}
COLOUR_FUNCTIONS = {"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"}


def complaints(css: str) -> Iterator[tuple[int, str]]:
    """Line and reason of whatever breaks a rule."""
    yield from _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), layered=False)


def _rules(rules: list[Any], layered: bool) -> Iterator[tuple[int, str]]:
    for rule in rules:
        if rule.type == "error":
            yield rule.source_line, rule.message
        elif rule.type == "at-rule":
            yield from _at_rule(rule, layered)
        elif rule.type == "qualified-rule":
            yield from _style_rule(rule, layered)


def _at_rule(rule: Any, layered: bool) -> Iterator[tuple[int, str]]:
    name = rule.lower_at_keyword
    if name not in WITHOUT_LAYER and not layered:
        yield rule.source_line, f"@{name} outside a layer"
    if rule.content is not None and name in {"layer", "media", "supports"}:
        inner = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
        yield from _rules(inner, layered or name == "layer")


def _style_rule(rule: Any, layered: bool) -> Iterator[tuple[int, str]]:
    selector = tinycss2.serialize(rule.prelude).strip()
    is_tokens = selector == ":root"
    if any(token.type == "hash" for token in rule.prelude):
        yield rule.source_line, f"a rule by id: {selector}"
    if not layered and not is_tokens:
        yield rule.source_line, f"outside a layer: {selector}"
    for entry in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
        if entry.type == "declaration":
            yield from _declaration(entry, is_tokens)
        elif entry.type == "error":
            yield entry.source_line, entry.message


def _declaration(entry: Any, is_tokens: bool) -> Iterator[tuple[int, str]]:
    if entry.important:
        yield entry.source_line, f"{entry.name} is !important"
    if SIDES.search(entry.lower_name):
        yield entry.source_line, f"{entry.name} names a side of the page"
    words = {token.lower_value for token in entry.value if token.type == "ident"}
    if words & PHYSICAL_VALUES.get(entry.lower_name, set()):
        yield entry.source_line, f"{entry.name} names a side of the page"
    if not (is_tokens and entry.name.startswith("--")) and _has_colour(entry.value):
        yield entry.source_line, f"{entry.name} has a colour that is no token"


def _has_colour(values: list[Any]) -> bool:
    for token in values:
        if token.type == "hash" or (token.type == "ident" and token.lower_value in COLOUR_NAMES):
            return True
        if token.type == "function" and (token.lower_name in COLOUR_FUNCTIONS or _has_colour(token.arguments)):
            return True
    return False


def main() -> int:
    found = 0
    everything = b""
    for path in sorted(FOLDER.glob("*.css")):
        everything += path.read_bytes()
        for line, reason in complaints(path.read_text()):
            print(f"static/css/{path.name}:{line}: {reason}", file=sys.stderr)
            found += 1
    if (size := len(gzip.compress(everything))) > MOST_BYTES:
        print(f"static/css: {size:,} bytes compressed, more than {MOST_BYTES:,}", file=sys.stderr)
        found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
