"""Loads news and publications."""

import datetime
from typing import Any

from iclds.core.dates import DatePrecision
from iclds.core.languages import LANGUAGE_CODES
from iclds.core.models import BasePage
from iclds.home.loader.entries import Entry, read_list
from iclds.home.loader.pictures import THEMES, Pictures
from iclds.home.loader.tree import Tree
from iclds.registers.models import Country, Subject
from news.models import NewsPage, PublicationAuthor, PublicationPage
from news.series import Series
from programmes.models import Programme
from projects.models import Project

NEWS_FILES = ("news-1.yaml", "news-2.yaml")
YEARLESS = "--"
# Where not even the order is known, an entry stands last.
UNKNOWN = datetime.date(1900, 1, 1)
# Only orders the list: no leap day is lost, and nobody reads it.
ANY_YEAR = "2016"


def known_date(entry: Entry) -> dict[str, Any]:
    """Date and precision of a news item or publication; `sort_date` orders what is not fully known."""
    text = entry.text("date", required=False)
    sort_date, _precision = entry.date("sort_date")
    if not text:
        return {"published_on": sort_date or UNKNOWN, "date_precision": DatePrecision.NONE}
    if text.startswith(YEARLESS):
        day = Entry(entry.file, entry.name, {"date": f"{ANY_YEAR}-{text.removeprefix(YEARLESS)}"}).date("date")[0]
        return {"published_on": _same_day(entry, day, sort_date), "date_precision": DatePrecision.DAY_OF_YEAR}
    date, precision = entry.date("date")
    return {"published_on": sort_date or date, "date_precision": precision}


def _same_day(entry: Entry, day: datetime.date | None, sort_date: datetime.date | None) -> datetime.date:
    if day is None or sort_date is None or (day.month, day.day) != (sort_date.month, sort_date.day):
        raise entry.error("sort_date", "should be the same day of some year")
    return sort_date


def load_news(
    tree: Tree,
    programme: Programme,
    countries: dict[str, Country],
    projects: dict[str, Project],
    pictures: Pictures,
) -> None:
    for entry in (entry for file in NEWS_FILES for entry in read_list(file, "key")):
        section = entry.choice("section", ["news", "knowledge"])
        concerned = [entry.look_up("countries", code, countries) for code in entry.list_of("countries")]
        related = [entry.look_up("projects", slug, projects) for slug in entry.list_of("projects")]
        picture = pictures.of_news(entry.name, entry.choice("image", THEMES, required=False) or "dialogue")

        def relate(page: BasePage, concerned: list[Country] = concerned, related: list[Project] = related) -> None:
            page.countries.set(concerned)
            page.projects.set(related)

        for language in LANGUAGE_CODES:
            tree.page(
                entry.name,
                language,
                NewsPage,
                tree.pages[section, language],
                entry,
                streams={"body": entry.get("body", dict, {}).get(language)},
                then=relate,
                title=entry.in_both("title", longest=255)[language],
                slug=entry.in_both("slug", longest=60)[language],
                lead=entry.in_both("lead", longest=300)[language],
                place=entry.in_both("place", required=False, longest=80)[language],
                picture=picture,
                programme=programme if entry.get("programme", bool, False) else None,
                featured=entry.get("featured", int),
                # What an item was first published in shows on the English pages; in Swedish all are "Nyhet".
                label_language=entry.choice("label_language", LANGUAGE_CODES, required=False)
                if language == "en"
                else "",
                **known_date(entry),
            )


def load_publications(
    tree: Tree,
    programme: Programme,
    countries: dict[str, Country],
    subjects: dict[str, Subject],
    pictures: Pictures,
) -> None:
    for entry in read_list("publications.yaml", "key"):
        publication_language = entry.text("language")
        # A sheet in a third language is listed under its English title.
        language_of_title = publication_language if publication_language in LANGUAGE_CODES else "en"
        authors = list(entry.entries("authors"))
        concerned = [entry.look_up("countries", code, countries) for code in entry.list_of("countries")]
        filed_under = [entry.look_up("subjects", key, subjects) for key in entry.list_of("subjects")]
        year = entry.text("year", required=False)
        date = Entry(entry.file, entry.name, {"date": year, "sort_date": entry.data.get("sort_date")})
        title = entry.text("title", longest=255)
        picture = pictures.of_publication(
            entry.name,
            title,
            "; ".join(author.text("family") for author in authors),
            year,
            str(Series(series).label) if (series := entry.choice("series", Series.values, required=False)) else "",
        )
        translations = Entry(entry.file, entry.name, entry.get("title_translation", dict, {}))

        def relate(
            page: BasePage,
            authors: list[Entry] = authors,
            concerned: list[Country] = concerned,
            filed_under: list[Subject] = filed_under,
        ) -> None:
            page.authors.set(
                [
                    PublicationAuthor(
                        family_name=author.text("family", longest=80),
                        given_names=author.text("given", required=False, longest=80),
                        sort_order=position,
                    )
                    for position, author in enumerate(authors)
                ]
            )
            page.countries.set(concerned)
            page.subjects.set(filed_under)

        for language in LANGUAGE_CODES:
            is_foreign = language_of_title != language
            tree.page(
                entry.name,
                language,
                PublicationPage,
                tree.pages["knowledge", language],
                entry,
                rich={"abstract": entry.in_both("abstract")[language]},
                then=relate,
                title=title,
                slug=entry.in_both("slug", longest=60)[language],
                lead=entry.in_both("lead", longest=300)[language],
                content_language=language_of_title if is_foreign else "",
                title_translation=translations.text(language, required=False, longest=300) if is_foreign else "",
                publication_language=publication_language,
                corporate_author=entry.text("corporate_author", required=False, longest=120),
                series=series,
                number=entry.text("number", required=False, longest=20),
                isbn=entry.text("isbn", required=False, longest=17),
                doi=entry.text("doi", required=False, longest=120),
                picture=picture,
                programme=programme if entry.get("programme", bool, False) else None,
                featured=entry.get("featured", int),
                **known_date(date),
            )
