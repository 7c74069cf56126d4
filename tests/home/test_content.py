"""The first content of the site, loaded whole: what it holds, and that a second run makes nothing."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import F
from django.test import Client
from wagtail.models import Page, Site

from iclds.core.models import SiteDocument
from iclds.home.loader import load_content
from iclds.home.loader.entries import read_list
from iclds.registers.models import Country, Organisation
from news.models import NewsPage, PublicationPage
from programmes.models import CountryPage, GuidancePage, ProgrammeCountry
from projects.models import Project, ProjectPage
from tests.visiting import Screen, Visit

pytestmark = pytest.mark.django_db

# From facts/mission-seed.txt, in the order of the organisation's own page. Countries that have since changed their
# names stand under today's (Moldova, North Macedonia).
CORE_AREAS = ["Equity/inclusion", "Transparency", "Possibility to demand accountability", "Citizen participation"]
SEED_COUNTRIES = {
    "Bosnia and Herzegovina", "Georgia", "Kosovo", "North Macedonia", "Moldova", "Serbia", "Turkey", "Ukraine",
    "Belarus", "India", "Indonesia", "China", "Vietnam", "Botswana", "Kenya", "Mozambique", "Namibia", "South Africa",
    "Tanzania", "Uganda", "Zambia",
}  # fmt: skip
GUIDANCE = ["Inspiration", "How to Apply", "How to Report", "Programme Guidelines & Trainings", "FAQ & Contact"]
PROJECTS = [
    "KP - Equal value in the Democratic process -Project",
    "KP - Collaboration Between Borlänge and Chisinau to increase the competence of the teachers in the areas of "
    "Autism & ADHD",
    "KP - Education project",
    "Kp - To strengthen the inclusion of young mothers in the local community",
]
REPORT = "Partnerskap på väg mot ökad lokal demokrati, IQA-rapport 2016"
ARTICLES = [
    ("Russian and Swedish cities face similar challenges", "12 December"),
    ("Study says: Obstacles to reach gender equality", "5 December"),
]
NEWS = [
    ("Visby / Nyhet", "ICLD’s Fieldwork Grant"),
    ("Stockholm / Nyhet", "Added value working with advisory experts"),
    ("Cape Town/Harare / Nyhet", "Strengthen your brand by municipal funding"),
    ("Karelia / Nyhet", '"Life Without Borders" break up isolation'),
    ("Stockholm / News", "Talk about local democracy focusing on women's participation."),
    ("Visby / News", "24 new international partnerships to boost local democracy"),
]
PUBLICATION = (
    "KC – Hochleithner S & Exner A (2018) - Local Government and Migration: A Review of Literature and Media "
    "Narratives with focus on West African Sahel"
)
# Rejected in 2016, period 1: never public, and so not in the register at all.
REJECTED = [
    "2016-0003", "2016-0004", "2016-0030", "2016-0031", "2016-0035", "2016-0036", "2016-0038", "2016-0039",
    "2016-0043", "2016-0045", "2016-0046", "2016-0047", "2016-0050", "2016-0051",
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The whole content, loaded once for this module and gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_content(draw=False)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def programme_page(visit: Visit) -> Screen:
    return visit("/en/municipal-partnership/")


def test_every_page_has_a_first_version_that_is_live() -> None:
    pages = Page.objects.filter(depth__gt=1)

    assert not pages.exclude(live_revision=F("latest_revision")).exists()
    assert not pages.filter(has_unpublished_changes=True).exists()


def test_a_second_run_makes_nothing() -> None:
    before = (Page.objects.count(), Project.objects.count(), SiteDocument.objects.count())

    again = load_content(draw=False)

    assert (again.projects, again.pages) == (0, 0)
    assert (Page.objects.count(), Project.objects.count(), SiteDocument.objects.count()) == before


def test_a_second_run_keeps_what_editors_have_changed() -> None:
    page = NewsPage.objects.filter(locale__language_code="en")[0]
    NewsPage.objects.filter(pk=page.pk).update(title="An editor's title", slug="an-editors-slug")

    load_content(draw=False)

    page.refresh_from_db()
    assert page.title == "An editor's title"


def test_every_entry_of_the_files_is_there() -> None:
    entries: dict[Any, int] = {
        Country: len(read_list("countries.yaml", "code")),
        Organisation: len(read_list("organisations.yaml", "key")),
        Project: len(read_list("projects.yaml", "slug")),
        NewsPage: 2 * (len(read_list("news-1.yaml", "key")) + len(read_list("news-2.yaml", "key"))),
        PublicationPage: 2 * len(read_list("publications.yaml", "key")),
        CountryPage: 2 * len(read_list("country_pages.yaml", "country")),
        GuidancePage: 8,
    }

    assert {model: model.objects.count() for model in entries} == entries
    assert ProjectPage.objects.count() >= len(read_list("stories.yaml", "project"))


def test_the_site_has_one_home_page_a_language_and_no_welcome_page() -> None:
    roots = [(root.root_path, root.language_code) for root in Site.get_site_root_paths()]

    assert roots == [("/home-en/", "en"), ("/home-sv/", "sv")]
    assert Page.objects.filter(depth=2).count() == 2


def test_every_page_has_a_translation_but_for_some_stories() -> None:
    english, swedish = (
        set(Page.objects.filter(depth__gt=1, locale__language_code=code).values_list("translation_key", flat=True))
        for code in ("en", "sv")
    )

    alone = Page.objects.filter(translation_key__in=english ^ swedish)
    assert {page.specific_class for page in alone} <= {ProjectPage}


def test_the_programme_page_follows_the_order_of_the_organisations_own(programme_page: Screen) -> None:
    told = [
        "Sida", *CORE_AREAS, *GUIDANCE, "In Sweden, the following may apply", *PROJECTS, REPORT,
        *[title for title, _date in ARTICLES], *[title for _place, title in NEWS], PUBLICATION,
    ]  # fmt: skip

    places, last = [], 0
    for words in told:
        last = programme_page.text.find(words, last)
        places.append(last)
        assert last >= 0, f"“{words}” is not told in its place"
    assert places == sorted(places)


def test_the_programme_page_names_the_projects_of_the_seed(programme_page: Screen) -> None:
    cards = programme_page.find_all(".card--project")

    shown = [(card.select_one(".card__kicker"), card.select_one(".card__title")) for card in cards]
    assert [(label.get_text(strip=True), name.get_text(strip=True)) for label, name in shown if label and name] == [
        ("Municipal Partnership", name) for name in PROJECTS
    ]


def test_the_programme_page_names_its_countries(programme_page: Screen) -> None:
    assert set(programme_page.texts(".region__countries:not(.region__countries--former) .country")) == SEED_COUNTRIES
    assert ProgrammeCountry.objects.count() == len(SEED_COUNTRIES)


def test_articles_carry_their_dates_without_a_year(programme_page: Screen) -> None:
    cards = programme_page.find_all(".card--article")

    assert [(card.h3.get_text(strip=True), card.time.get_text()) for card in cards if card.h3 and card.time] == ARTICLES


def test_news_carry_their_place_and_label(programme_page: Screen) -> None:
    kickers = programme_page.texts(".card--news .card__kicker")
    titles = programme_page.texts(".card--news .card__title")

    assert list(zip(kickers, titles, strict=True)) == NEWS


def test_the_publication_is_named_as_in_the_seed(programme_page: Screen) -> None:
    assert programme_page.card_titles[-1] == PUBLICATION


def test_the_way_to_the_guidance_pages_is_open(programme_page: Screen, visit: Visit) -> None:
    headings = [visit(programme_page.links[title]).h1 for title in GUIDANCE]

    assert headings == GUIDANCE


@pytest.mark.parametrize("reference", REJECTED)
def test_a_rejected_application_is_no_project(reference: str) -> None:
    assert not Project.objects.filter(reference=reference).exists()


def test_no_round_is_invented(programme_page: Screen) -> None:
    assert "No round is open, and no date for the next one has been set." in programme_page.text


@pytest.mark.walk
def test_every_address_of_the_site_can_be_visited(visit: Visit) -> None:
    """A crawl from both home pages: each page is read strictly, and no internal link is broken."""
    waiting, seen = ["/en/", "/sv/"], {"/en/", "/sv/"}
    browser = Client()
    visit.reads_versions = False
    while waiting:
        address = waiting.pop()
        for href in visit(address).reading.attributes("a[href^='/']", "href"):
            path = href.partition("#")[0].partition("?")[0]
            if path in seen:
                continue
            seen.add(path)
            if path.startswith(("/en/", "/sv/")) and not path.endswith("/feed/"):
                waiting.append(path)
            else:
                assert browser.get(path, follow=True).status_code == 200, f"{address} links to {path}"

    assert len(seen) > Page.objects.count()


def test_every_page_has_a_title_and_description_of_its_own() -> None:
    for code in ("en", "sv"):
        pages = [page.specific for page in Page.objects.filter(depth__gt=2, locale__language_code=code)]
        leads = [page.lead for page in pages]

        assert all(leads)
        assert len(set(leads)) == len(leads)


def test_the_command_says_what_it_has_made(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    command = "iclds.home.management.commands.load_content.load_content"
    monkeypatch.setattr(command, partial(load_content, draw=False))

    call_command("load_content", verbosity=0)

    assert capsys.readouterr().out.splitlines()[-1] == "Made 0 projects and 0 pages"
