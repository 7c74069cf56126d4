"""Loads the pages of both trees."""

from typing import Any

from iclds.core.languages import LANGUAGE_CODES
from iclds.core.models import BasePage
from iclds.home.loader.entries import Entry, read_list, read_map
from iclds.home.loader.faq import faq_sections
from iclds.home.loader.pictures import Pictures
from iclds.home.loader.tree import Tree, make_site
from iclds.home.models import AccessibilityPage, Conformance, HomePage, StandardPage
from iclds.registers.models import Country
from news.models import KnowledgeCentrePage, NewsIndexPage
from programmes.models import CountryIndexPage, CountryPage, FAQPage, GuidancePage, Programme, ProgrammePage
from projects.models import Project, ProjectIndexPage, ProjectPage

HOME_SLUGS = {"en": "home-en", "sv": "home-sv"}
GUIDANCE = ("inspiration", "how-to-apply", "how-to-report", "guidelines")
SECTIONS: tuple[tuple[str, type[BasePage]], ...] = (
    ("countries", CountryIndexPage),
    ("projects", ProjectIndexPage),
    ("knowledge", KnowledgeCentrePage),
    ("news", NewsIndexPage),
    ("about", StandardPage),
    ("accessibility", AccessibilityPage),
    ("privacy", StandardPage),
)


def load_trees(tree: Tree, programme: Programme, pictures: Pictures) -> None:
    """Home, the programme with its guidance, and the sections, in each language."""
    entries = read_map("pages.yaml")
    for language in LANGUAGE_CODES:
        home = _load_home(tree, entries, language)
        _load_programme_pages(tree, entries, language, home, programme, pictures)
        for key, page_class in SECTIONS:
            entry = _entry(entries, key)
            tree.page(
                key,
                language,
                page_class,
                home,
                entry,
                streams=_body(entry, language),
                show_in_menus=True,
                **_basics(entry, language),
                **_assessment(entry),
            )
        tree.known.project_urls[language] = tree.pages["projects", language].get_url() or ""


def _load_home(tree: Tree, entries: dict[str, Entry], language: str) -> HomePage:
    entry = _entry(entries, "home")
    home = tree.page(
        "home",
        language,
        HomePage,
        None,
        entry,
        streams=_body(entry, language),
        slug=HOME_SLUGS[language],
        title=entry.in_both("title", longest=255)[language],
        lead=entry.in_both("lead", longest=300)[language],
    )
    if language == LANGUAGE_CODES[0]:
        make_site(home)
    return home


def _load_programme_pages(
    tree: Tree, entries: dict[str, Entry], language: str, home: BasePage, programme: Programme, pictures: Pictures
) -> None:
    entry = _entry(entries, "programme")
    parent = tree.page(
        "programme",
        language,
        ProgrammePage,
        home,
        entry,
        streams={name: _blocks(entry, name, language) for name in ("about", "who_may_apply", "body")},
        show_in_menus=True,
        programme=programme,
        **_basics(entry, language),
    )
    for key in GUIDANCE:
        entry = _entry(entries, key)
        tree.page(
            key,
            language,
            GuidancePage,
            parent,
            entry,
            streams=_body(entry, language),
            show_in_menus=True,
            **_basics(entry, language),
        )
    _load_faq(tree, _entry(entries, "faq"), language, parent)


def _load_faq(tree: Tree, entry: Entry, language: str, parent: BasePage) -> None:
    def write_questions(page: BasePage) -> None:
        page.sections = faq_sections(language, tree.known)

    tree.page(
        "faq",
        language,
        FAQPage,
        parent,
        entry,
        streams=_body(entry, language),
        then=write_questions,
        show_in_menus=True,
        **_basics(entry, language),
    )


def load_country_pages(tree: Tree, countries: dict[str, Country], pictures: Pictures) -> None:
    for entry in read_list("country_pages.yaml", "country"):
        country = entry.look_up("country", entry.name, countries)
        picture = pictures.of_country(country)
        for language in LANGUAGE_CODES:
            tree.page(
                f"country-{country.code}",
                language,
                CountryPage,
                tree.pages["countries", language],
                entry,
                streams=_body(entry, language),
                country=country,
                picture=picture,
                title=getattr(country, f"name_{language}"),
                slug=entry.in_both("slug", longest=60)[language],
                lead=entry.in_both("lead", longest=300)[language],
            )


def load_stories(tree: Tree, projects: dict[str, Project]) -> None:
    """Stories, in the languages they are written in."""
    for entry in read_list("stories.yaml", "project"):
        project = entry.look_up("project", entry.name, projects)
        bodies, leads = (
            Entry(entry.file, entry.name, entry.data.get("body")),
            Entry(entry.file, entry.name, entry.data.get("lead")),
        )
        for language in LANGUAGE_CODES:
            if language not in bodies.data:
                continue
            tree.page(
                f"story-{project.slug}",
                language,
                ProjectPage,
                tree.pages["projects", language],
                entry,
                streams={"body": bodies.data[language]},
                project=project,
                lead=leads.text(language, longest=300),
            )


def _entry(entries: dict[str, Entry], key: str) -> Entry:
    if key not in entries:
        raise Entry("pages.yaml", key, {}).error("(all)", "the page is missing from the file")
    return entries[key]


def _basics(entry: Entry, language: str) -> dict[str, Any]:
    return {
        "title": entry.in_both("title", longest=255)[language],
        "slug": entry.in_both("slug", longest=60)[language],
        "lead": entry.in_both("lead", longest=300)[language],
    }


def _assessment(entry: Entry) -> dict[str, Any]:
    """How accessible the site is and since when that is known; only the accessibility statement has it."""
    if "conformance" not in entry.data:
        return {}
    day, _precision = entry.date("assessed_on")
    if day is None:
        raise entry.error("assessed_on", "is missing")
    return {"conformance": entry.choice("conformance", Conformance.values), "assessed_on": day}


def _blocks(entry: Entry, field: str, language: str) -> Any:
    texts = entry.get(field, dict, {})
    return texts.get(language)


def _body(entry: Entry, language: str) -> dict[str, Any]:
    return {"body": _blocks(entry, "body", language)}
