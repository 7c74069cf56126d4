"""The table of privacy: every cause, thing and way there is, in both languages, and the cells that cannot be."""

from dataclasses import dataclass
from itertools import product

KEYS = ("password", "login", "groups")
PLACES = ("page", "section", "collection")
STATES = ("draft", "scheduled", "unpublished")
THINGS = ("page", "document", "picture", "cover")
WAYS = (
    "the page itself", "serving", "list", "callout", "feed", "JSON-LD", "hreflang", "sitemap", "search", "menu",
    "rich text link",
)  # fmt: skip
LANGUAGES = ("en", "sv")


@dataclass(frozen=True)
class Cause:
    """Why something is private: a restriction that a key opens, or a state of the page."""

    key: str = ""
    place: str = ""
    state: str = ""

    def __str__(self) -> str:
        return self.state or f"{self.key} on the {self.place}"


CAUSES = (*(Cause(key=key, place=place) for key, place in product(KEYS, PLACES)), *(Cause(state=s) for s in STATES))

# What a way never tells of a thing, whatever its privacy.
NEVER = {
    ("page", "serving"): "a page is no file",
    ("document", "hreflang"): "documents have no versions in another language",
    ("document", "sitemap"): "the sitemap names pages and projects",
    ("document", "search"): "the search looks through pages and projects",
    ("document", "menu"): "the menu names pages",
    ("picture", "serving"): "the web server gives pictures out unasked, at addresses that nobody can guess",
    ("picture", "callout"): "callouts hold text",
    ("picture", "JSON-LD"): "the structured data names no pictures",
    ("picture", "hreflang"): "pictures have no versions in another language",
    ("picture", "sitemap"): "the sitemap names pages and projects",
    ("picture", "search"): "results have no pictures",
    ("picture", "menu"): "the menu has no pictures",
    ("picture", "rich text link"): "a link leads to a page or a document",
    ("cover", "callout"): "callouts hold text",
    ("cover", "feed"): "publications are not in the feed",
    ("cover", "JSON-LD"): "the structured data names no pictures",
    ("cover", "hreflang"): "covers have no versions in another language",
    ("cover", "sitemap"): "the sitemap names pages and projects",
    ("cover", "search"): "results have no pictures",
    ("cover", "menu"): "the menu has no pictures",
    ("cover", "rich text link"): "a link leads to a page or a document",
}


def why_not(cause: Cause, thing: str, way: str) -> str:
    """Why a cell cannot be; nothing where it can."""
    if reason := NEVER.get((thing, way)):
        return reason
    if cause.place == "collection" and thing == "page":
        return "a page stands in no collection"
    if cause.state in {"draft", "scheduled"} and (thing, way) == ("cover", "serving"):
        return "a page that was never published has shown its cover to nobody"
    return ""


Cell = tuple[Cause, str, str, str]
ALL_CELLS: tuple[Cell, ...] = tuple(product(CAUSES, THINGS, WAYS, LANGUAGES))
CELLS: tuple[Cell, ...] = tuple(cell for cell in ALL_CELLS if not why_not(*cell[:3]))
LEFT_OUT: dict[Cell, str] = {cell: reason for cell in ALL_CELLS if (reason := why_not(*cell[:3]))}
