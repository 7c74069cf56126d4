"""The search of the admin's lists: the best first, but of a common word the newest, and all of them."""

from typing import Any

import pytest
from django.core.paginator import Paginator
from django.db import connection
from modelsearch.query import And, Or, Phrase, PlainText
from wagtail.models import Page

from projects.models import Project
from tests.factories.pages import NewsPageFactory, PublicationPageFactory
from tests.factories.projects import ProjectFactory
from tests.little_site import LittleSite

pytestmark = pytest.mark.django_db


@pytest.fixture
def found_by() -> Any:
    """Three projects about waste, the best match oldest, and what a search of either kind finds."""
    ProjectFactory(name_en="Waste", summary_en="Waste, and more waste.")
    ProjectFactory(name_en="Towns", summary_en="A long text about many things in a town, and a word about waste.")
    ProjectFactory(name_en="Wastrel")

    def find(method: str, words: str) -> list[str]:
        results = getattr(Project.objects.all(), method)(words)
        names = [project.name_en for project in results]
        assert results.count() == len(names)
        return names

    return find


def test_few_matches_come_best_first(found_by: Any) -> None:
    assert found_by("search", "waste") == ["Waste", "Towns"]


def test_many_matches_come_newest_first_and_are_all_there(found_by: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iclds.search.backend.MOST_RANKED", 1)

    assert found_by("search", "waste") == ["Towns", "Waste"]
    assert found_by("autocomplete", "was") == ["Wastrel", "Waste"]


def test_pages_with_a_common_word_come_newest_first_and_not_in_the_order_of_their_tree(
    site: LittleSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iclds.search.backend.MOST_RANKED", 1)
    for title in ("Waste one", "Waste two", "Waste three"):
        NewsPageFactory(parent=site.news["en"], title=title)
    newest_first = ["Waste three", "Waste two", "Waste one"]

    matches = Page.objects.search("waste")

    assert [page.title for page in matches] == newest_first
    assert [page.title for page in matches[:2]] == newest_first[:2]
    assert [page.title for page in matches.annotate_score("score")[1:3]] == newest_first[1:]


def test_an_order_that_was_asked_for_is_kept(found_by: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iclds.search.backend.MOST_RANKED", 1)

    results = Project.objects.order_by("name_en").search("waste", order_by_relevance=False)

    assert [project.name_en for project in results] == ["Towns", "Waste"]


def test_common_words_are_not_ranked_by_the_database(found_by: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iclds.search.backend.MOST_RANKED", 1)

    sql = str(Project.objects.search("waste").get_queryset().query)

    assert not [word for word in ("bm25", "ts_rank") if word in sql.lower()], connection.vendor


def test_a_listed_page_of_matches_asks_for_their_number_once(
    found_by: Any, django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    Project.objects.search("waste").count()  # so that content types are known

    for most_ranked in (1, 500):
        monkeypatch.setattr("iclds.search.backend.MOST_RANKED", most_ranked)
        with django_assert_num_queries(2):
            pages = Paginator(Project.objects.search("waste"), 1)
            assert (pages.count, len(pages.page(2).object_list)) == (2, 1)


def test_a_part_of_the_matches_is_counted_as_that_part(found_by: Any) -> None:
    matches = Project.objects.autocomplete("was")

    assert [matches.count(), matches[1:].count(), matches[:1].count()] == [2, 1, 1]


@pytest.fixture
def wells() -> None:
    """Three projects about wells, called by words of which none is the beginning of another."""
    ProjectFactory(name_en="Wells", summary_en="Wells, and more wells.")
    ProjectFactory(name_en="Towns", summary_en="A long text about many things in a town, and a word about wells.")
    ProjectFactory(name_en="Lakes", summary_en="No wells.")


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("wells", id="a word"),
        pytest.param("wells town", id="two words"),
        pytest.param(Phrase("more wells"), id="a phrase"),
        pytest.param(Or([PlainText("wells"), PlainText("lakes")]), id="one of two words"),
        pytest.param(And([PlainText("wells"), PlainText("town")]), id="both words"),
    ],
)
def test_matches_stand_in_the_order_that_wagtail_gives_them(query: Any, wells: None) -> None:
    ranked, by_wagtail = (
        [project.pk for project in Project.objects.search(query, backend=backend)]
        for backend in ("iclds.search.backend.RankedBackend", "wagtail.search.backends.database")
    )

    assert ranked == by_wagtail
    assert ranked


def test_a_score_that_is_asked_for_is_wagtails(wells: None) -> None:
    ours, wagtails = (
        {project.name_en: round(project.score, 6) for project in results.annotate_score("score")}
        for results in (
            Project.objects.search("wells"),
            Project.objects.search("wells", backend="wagtail.search.backends.database"),
        )
    )

    assert ours == wagtails


@pytest.mark.skipif(connection.vendor != "sqlite", reason="how SQLite reads")
def test_sqlite_reads_the_matches_once_to_rank_them(found_by: Any) -> None:
    plan = Project.objects.search("waste").get_queryset().explain()

    assert "SEARCH scores USING AUTOMATIC COVERING INDEX (object_id=?)" in plan


def test_matches_sorted_by_their_type_are_counted_by_it(site: LittleSite, django_assert_num_queries: Any) -> None:
    NewsPageFactory(parent=site.news["en"], title="Waste in Visby")
    kinds = [
        PublicationPageFactory(parent=site.knowledge["en"], title=title).content_type_id
        for title in ("Waste", "More waste")
    ]
    Page.objects.search("waste").count()  # so that content types are known
    matches = Page.objects.search("waste")

    with django_assert_num_queries(1):
        by_kind, count = matches.facet("content_type_id"), matches.count()

    assert (by_kind[kinds[0]], count) == (2, 3)


def test_sorting_matches_by_their_type_changes_nothing_else(found_by: Any) -> None:
    matches, first = Project.objects.search("waste"), Project.objects.search("waste")[:1]

    for results in (matches, first):
        results.facet("is_public")

    assert [project.name_en for project in matches] == ["Waste", "Towns"]
    assert first.count() == 1
