"""The search over pages and projects."""

import pytest

from tests.factories.pages import (
    NewsPageFactory,
    ProjectPageFactory,
    PublicationPageFactory,
    StandardPageFactory,
    in_both_trees,
)
from tests.factories.projects import ProjectFactory
from tests.factories.registers import CountryFactory, OrganisationFactory
from tests.factories.streams import text
from tests.little_site import LittleSite
from tests.visiting import Screen, Visit


def titles(screen: Screen) -> list[str]:
    return screen.texts(".results__title")


def test_pages_and_projects_are_found(site: LittleSite, visit: Visit) -> None:
    ProjectFactory(name_en="Clean water", slug="clean-water")
    NewsPageFactory(parent=site.news["en"], title="Water in Kisumu")

    screen = visit("/en/search/?q=water")

    assert (titles(screen), screen.result_count) == (["Clean water", "Water in Kisumu"], "2 results")
    assert screen.links["Clean water"] == "/en/projects/clean-water/"
    assert screen.links["Water in Kisumu"] == "/en/news/water-in-kisumu/"
    assert screen.h1 == "Search: water"


def test_words_in_the_text_are_found_and_marked(site: LittleSite, visit: Visit) -> None:
    StandardPageFactory(parent=site.home["en"], title="About", lead="We work with sewage.", body=text("<p>sewage</p>"))

    screen = visit("/en/search/?q=sewage")

    assert titles(screen) == ["About"]
    assert screen.texts(".results__excerpt mark") == ["sewage"]


@pytest.mark.parametrize("query", ["kisumu", "växjö", "kenya", "2016-0025"])
def test_a_project_is_found_by_its_partners_country_and_reference(query: str, site: LittleSite, visit: Visit) -> None:
    kenya = CountryFactory(code="KE", name_en="Kenya")
    project = ProjectFactory(
        name_en="Clean water",
        reference="2016-0025",
        countries=[kenya],
        swedish=[OrganisationFactory(name_en="Växjö")],
        international=[OrganisationFactory(name_en="Kisumu", country=kenya)],
    )
    project.save()  # as editors do: with its partners, which the index then knows

    assert titles(visit(f"/en/search/?q={query}")) == ["Clean water"]


def test_a_project_with_stories_is_found_once(site: LittleSite, visit: Visit) -> None:
    project = ProjectFactory(name_en="Clean water")
    ProjectPageFactory(parent=site.projects["en"], project=project)

    assert titles(visit("/en/search/?q=water")) == ["Clean water"]


def test_a_page_in_both_languages_is_found_in_the_readers(site: LittleSite, visit: Visit) -> None:
    in_both_trees(NewsPageFactory, site.news, {"en": "Water in Visby", "sv": "Vatten i Visby"})

    assert titles(visit("/en/search/?q=visby")) == ["Water in Visby"]


def test_a_page_in_the_other_language_alone_is_found_last_and_marked(site: LittleSite, visit: Visit) -> None:
    NewsPageFactory(parent=site.news["sv"], title="Visby och vattnet", place="")
    NewsPageFactory(parent=site.news["en"], title="Visby and water", place="")

    screen = visit("/en/search/?q=visby")

    assert titles(screen) == ["Visby and water", "Visby och vattnet"]
    assert screen.reading.attributes(".results__title[lang]", "lang") == ["sv"]
    assert screen.links["Visby och vattnet"] == "/sv/nyheter/visby-och-vattnet/"


def test_a_private_project_is_not_found(site: LittleSite, visit: Visit) -> None:
    ProjectFactory(name_en="Clean water", is_public=False)

    assert "Nothing was found" in visit("/en/search/?q=water").text


def test_without_words_the_page_asks_for_some(site: LittleSite, visit: Visit) -> None:
    for address in ("/en/search/", "/en/search/?q=", "/en/search/?q=%20"):
        screen = visit(address)

        assert (screen.h1, screen.result_count) == ("Search", "")


@pytest.mark.parametrize("query", ["qwertyuiop", "!!!", "%3Cscript%3E"])
def test_where_nothing_is_found_the_page_gives_advice(query: str, site: LittleSite, visit: Visit) -> None:
    screen = visit(f"/en/search/?q={query}")

    assert screen.text.count("Nothing was found for") == 1
    assert screen.links["See all projects"] == "/en/projects/"


def test_many_results_are_paged_and_the_pages_keep_the_words(site: LittleSite, visit: Visit, settings: object) -> None:
    settings.SEARCH_RESULTS_PER_PAGE = 2  # type: ignore[attr-defined]
    for _ in range(3):
        PublicationPageFactory(parent=site.knowledge["en"], lead="About migration.")

    first = visit("/en/search/?q=migration")
    second = visit(f"/en/search/{first.links['Next']}")

    assert (first.result_count, len(titles(first)), len(titles(second))) == ("3 results", 2, 1)


@pytest.mark.parametrize(("projects", "is_told"), [(1, False), (2, True)])
def test_a_visitor_is_told_that_more_match_than_are_shown(
    projects: int, is_told: bool, site: LittleSite, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("iclds.search.engine", "iclds.home.site_search"):
        monkeypatch.setattr(f"{module}.MOST_RESULTS", 2)
    for _ in range(projects):
        ProjectFactory(name_en="Clean water")

    assert ("more pages have these words" in visit("/en/search/?q=water").text) is is_told


def test_a_new_page_is_found_at_once_and_a_deleted_one_no_more(site: LittleSite, visit: Visit) -> None:
    page = NewsPageFactory(parent=site.news["en"], title="Migration")
    assert titles(visit("/en/search/?q=migration")) == ["Migration"]

    page.delete()

    assert titles(visit("/en/search/?q=migration")) == []


def test_search_pages_are_not_for_search_engines(site: LittleSite, visit: Visit) -> None:
    assert visit("/en/search/?q=a").reading.attributes("meta[name=robots]", "content") == ["noindex"]
