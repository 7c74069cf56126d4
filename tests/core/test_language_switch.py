"""Case D09: the switch keeps the view; an untranslated page leads to the nearest one above and says so."""

import pytest
from wagtail.models import Page

from tests.factories.pages import (
    GuidancePageFactory,
    NewsPageFactory,
    StandardPageFactory,
    in_both_trees,
)
from tests.factories.projects import ProjectFactory
from tests.factories.registers import CountryFactory
from tests.little_site import LittleSite
from tests.visiting import Visit


@pytest.mark.parametrize(
    ("english", "swedish"),
    [
        pytest.param("/en/", "/sv/", id="home"),
        pytest.param("/en/news/?page=2", "/sv/nyheter/?page=2", id="a later page of the news"),
        pytest.param(
            "/en/projects/?country=KE&status=active", "/sv/projekt/?country=KE&status=active", id="filtered projects"
        ),
        pytest.param(
            "/en/knowledge-centre/?show=articles", "/sv/kunskapscentrum/?show=articles", id="a view of the Centre"
        ),
        pytest.param("/en/search/?q=clean+water", "/sv/sok/?q=clean+water", id="a search"),
        pytest.param(
            "/en/search/?q=%3Cb%3E%22%26&page=2", "/sv/sok/?q=%3Cb%3E%22%26&page=2", id="a search for signs of HTML"
        ),
        pytest.param("/en/projects/clean-water/", "/sv/projekt/clean-water/", id="a project without a story"),
    ],
)
def test_the_switch_keeps_the_view(english: str, swedish: str, site: LittleSite, visit: Visit) -> None:
    CountryFactory(code="KE", name_en="Kenya")
    ProjectFactory(slug="clean-water")

    there = visit(english)
    back = visit(there.language_link)

    assert (there.language_link, there.language_note) == (swedish, "")
    assert (back.language_link, back.language) == (english, "sv")


def test_the_search_box_shows_the_words_safely(site: LittleSite, visit: Visit) -> None:
    screen = visit("/en/search/?q=%3Cb%3E%22%26")

    assert screen.reading.attributes("main input[name=q]", "value") == ['<b>"&']


@pytest.fixture
def untranslated(site: LittleSite) -> Page:
    return GuidancePageFactory(parent=site.programme_page["en"], title="How to report")


def test_an_untranslated_page_leads_to_the_nearest_one_above_and_says_so(untranslated: Page, visit: Visit) -> None:
    screen = visit("/en/municipal-partnership/how-to-report/?from=mail")

    assert screen.language_link == "/sv/kommunala-partnerskap/"
    assert screen.language_note != ""
    assert screen.reading.attributes(".language-note", "lang") == ["sv"]
    assert visit(screen.language_link).h1 == "Kommunala partnerskap"
    assert screen.alternates == {}


def test_a_page_below_an_untranslated_one_leads_further_up(untranslated: Page, site: LittleSite, visit: Visit) -> None:
    site.programme_page["sv"].unpublish()

    assert visit("/en/municipal-partnership/how-to-report/").language_link == "/sv/"


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_missing_page_leads_to_the_other_languages_home(language: str, site: LittleSite, visit: Visit) -> None:
    other = {"en": "/sv/", "sv": "/en/"}[language]

    screen = visit(f"/{language}/no-such-page/?q=a", status=404)

    assert (screen.language_link, screen.language_note, screen.alternates) == (other, "", {})


def test_search_engines_learn_of_both_versions(site: LittleSite, visit: Visit) -> None:
    both = {
        "en": "https://icld.example/en/news/",
        "x-default": "https://icld.example/en/news/",
        "sv": "https://icld.example/sv/nyheter/",
    }

    assert (visit("/en/news/").alternates, visit("/sv/nyheter/").alternates) == (both, both)


def test_search_engines_learn_of_no_version_that_is_a_draft(site: LittleSite, visit: Visit) -> None:
    pages = in_both_trees(StandardPageFactory, site.home, {"en": "Privacy", "sv": "Integritet"})
    pages["sv"].unpublish()

    screen = visit("/en/privacy/")

    assert (screen.alternates, screen.language_link) == ({}, "/sv/")


def test_the_pages_of_a_list_are_their_own_canonical(site: LittleSite, visit: Visit, settings: object) -> None:
    settings.NEWS_PER_PAGE = 1  # type: ignore[attr-defined]
    for _ in range(2):
        NewsPageFactory(parent=site.news["en"])

    screen = visit("/en/news/?page=2&from=mail")

    assert screen.reading.attributes("link[rel=canonical]", "href") == ["https://icld.example/en/news/?page=2"]


def test_a_menu_and_breadcrumbs_come_from_the_page_tree(untranslated: Page, visit: Visit) -> None:
    screen = visit("/en/municipal-partnership/how-to-report/")

    assert screen.breadcrumbs == ["Home", "Municipal partnership", "How to report"]
    assert screen.menu == [
        "Municipal partnership", "How to report", "Partner countries", "Projects", "Knowledge Centre", "News",
    ]  # fmt: skip
