"""The pictures and documents of the first content, drawn and written where they are missing."""

from collections.abc import Callable
from functools import partial

from iclds.core.languages import LANGUAGE_CODES
from iclds.core.models import SiteDocument, SiteImage
from iclds.home.artwork.covers import cover_picture, share_picture
from iclds.home.artwork.descriptions import describe, describe_cover, in_both
from iclds.home.artwork.documents import make_pdf
from iclds.home.artwork.motifs import THEMES
from iclds.home.artwork.pictures import country_picture, news_picture, project_picture, theme_picture
from iclds.home.artwork.scenes import country_scene, news_scene, project_scene, share_scene
from iclds.home.loader.entries import Entry, read_map
from iclds.home.loader.media import find_or_make_document, find_or_make_picture
from iclds.registers.models import Country

# What a project's drawing shows follows from its own words, or else from what it is filed under; the first that fits.
WORD_THEMES = {
    "water": "water",
    "waste": "waste",
    "climate": "climate",
    "energy": "climate",
    "health": "health",
    "cancer": "health",
    "gender": "gender",
    "mothers": "gender",
    "librar": "library",
    "youth": "youth",
    "young": "youth",
    "school": "school",
    "education": "school",
    "city": "city",
    "dialogue": "dialogue",
}
SUBJECT_THEMES = {
    "environment": "climate",
    "education": "school",
    "youth": "youth",
    "participatory-democracy": "dialogue",
    "infrastructure": "water",
    "planning": "city",
    "economy": "market",
    "culture": "library",
    "leadership": "dialogue",
}
ANY_THEME = "dialogue"


def theme_of_project(name: str, subjects: list[str]) -> str:
    """The theme of a project's drawing, by its English name and its subjects."""
    by_word = (theme for word, theme in WORD_THEMES.items() if word in name.casefold())
    by_subject = (SUBJECT_THEMES[subject] for subject in subjects if subject in SUBJECT_THEMES)
    return next(by_word, None) or next(by_subject, ANY_THEME)


class Pictures:
    """Draws on demand. With `draw` False there are no pictures, and nothing else changes."""

    def __init__(self, draw: bool = True, countries: dict[str, Country] | None = None) -> None:
        self.draw = draw
        self.countries = countries or {}

    def _find_or_draw(self, title: str, make: Callable[[], bytes], descriptions: dict[str, str]) -> SiteImage | None:
        if not self.draw:
            return None
        return find_or_make_picture(title, f"{title.casefold().replace(' ', '-')}.jpg", make, descriptions)

    def drawings(self) -> dict[str, SiteImage]:
        """The drawings that texts may show, by theme."""
        drawn = {
            theme: self._find_or_draw(f"Drawing {theme}", partial(theme_picture, theme), _theme_in_both(theme))
            for theme in THEMES
        }
        return {theme: image for theme, image in drawn.items() if image}

    def documents(self) -> dict[str, SiteDocument]:
        return {
            key: find_or_make_document(entry.text("title"), f"{key}.pdf", partial(make_pdf, entry.data))
            for key, entry in read_map("documents.yaml").items()
        }

    def of_project(self, entry: Entry) -> SiteImage | None:
        theme = theme_of_project(entry.in_both("name")["en"], entry.list_of("subjects"))
        country = next((self.countries.get(code) for code in entry.list_of("countries")), None)
        region = country.region if country else ""
        return self._find_or_draw(
            f"Project {entry.name}",
            lambda: project_picture(entry.name, theme, region),
            in_both(project_scene(entry.name, theme, region)),
        )

    def of_country(self, country: Country) -> SiteImage | None:
        return self._find_or_draw(
            f"Country {country.code}",
            lambda: country_picture(country.code, country.region),
            in_both(country_scene(country.code, country.region), {"en": country.name_en, "sv": country.name_sv}),
        )

    def of_news(self, key: str, theme: str) -> SiteImage | None:
        return self._find_or_draw(f"News {key}", lambda: news_picture(key, theme), in_both(news_scene(key, theme)))

    def of_publication(self, key: str, title: str, authors: str, year: str, series: str) -> SiteImage | None:
        return self._find_or_draw(
            f"Cover {key}",
            lambda: cover_picture(title, authors, year, series),
            {language: describe_cover(title, language) for language in LANGUAGE_CODES},
        )

    def share_picture(self) -> SiteImage | None:
        return self._find_or_draw("Picture for sharing", share_picture, in_both(share_scene()))


def _theme_in_both(theme: str) -> dict[str, str]:
    return {language: describe(theme, language) for language in LANGUAGE_CODES}
