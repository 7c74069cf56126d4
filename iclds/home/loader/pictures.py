"""The pictures and documents of the first content, drawn and written where they are missing."""

from typing import Any

from iclds.core.models import SiteDocument, SiteImage
from iclds.home.loader.entries import Entry, read_map
from iclds.home.loader.media import find_or_make_document, find_or_make_picture
from iclds.registers.models import Country

THEMES = (
    "water", "waste", "school", "youth", "health", "climate", "gender", "dialogue", "city", "library", "research",
    "market",
)  # fmt: skip
# The drawing of a project follows from what it is filed under; the first that fits.
SUBJECT_THEMES = {
    "environment": "waste",
    "education": "school",
    "youth": "youth",
    "participatory-democracy": "dialogue",
    "infrastructure": "water",
    "planning": "city",
    "economy": "market",
    "culture": "library",
    "leadership": "dialogue",
}


class Pictures:
    """Draws on demand. With `draw` False there are no pictures, and nothing else changes."""

    def __init__(self, draw: bool = True) -> None:
        self.draw = draw

    def drawings(self) -> dict[str, SiteImage]:
        return {}

    def documents(self) -> dict[str, SiteDocument]:
        from iclds.home.artwork.documents import make_pdf

        return {
            key: find_or_make_document(entry.text("title"), f"{key}.pdf", lambda data=entry.data: make_pdf(data))
            for key, entry in read_map("documents.yaml").items()
        }

    def of_project(self, entry: Entry) -> SiteImage | None:
        return None

    def of_country(self, country: Country) -> SiteImage | None:
        return None

    def of_news(self, key: str, theme: str) -> SiteImage | None:
        return None

    def of_publication(self, key: str, title: str, authors: str, year: str, series: str) -> SiteImage | None:
        return None

    def share_picture(self) -> SiteImage | None:
        return None
