"""What visitors type, and how it is shown again."""

import pytest
from django.db import connection

from iclds.search.engine import Query, highlight, read_query, search
from projects.models import Project
from tests.factories.projects import ProjectFactory


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("  clean   water ", "clean water", id="carelessly spaced"),
        pytest.param(None, "", id="no query"),
        pytest.param("a\x00b", "ab", id="a zero byte"),
        pytest.param("x" * 10_000, "x" * 200, id="ten thousand letters"),
        pytest.param("skola & åldring", "skola & åldring", id="Swedish letters"),
    ],
)
def test_a_query_is_made_fit(raw: str | None, text: str) -> None:
    assert read_query(raw).text == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('"clean" AND water*', ["clean", "AND", "water"], id="signs of search languages"),
        pytest.param("!!! --", [], id="no words at all"),
        pytest.param("Växjö", ["Växjö"], id="Swedish letters"),
    ],
)
def test_the_words_of_a_query(text: str, words: list[str]) -> None:
    query = Query(text)

    assert query.words == words
    assert query.is_empty is (words == [])


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        pytest.param("Clean water for all", "water", "Clean <mark>water</mark> for all", id="one word"),
        pytest.param("Water, waters", "water", "<mark>Water</mark>, <mark>waters</mark>", id="its forms, in any case"),
        pytest.param("Underwater", "water", "Underwater", id="not inside a word"),
        pytest.param("a <b> & water", "water", "a &lt;b&gt; &amp; <mark>water</mark>", id="signs of HTML"),
        pytest.param("<script>", "script", "&lt;<mark>script</mark>&gt;", id="markup that is found"),
        pytest.param("Waste & water", "!!!", "Waste &amp; water", id="no words"),
        pytest.param("a b a", "a", "a b a", id="a single letter is no word"),
        pytest.param("", "water", "", id="nothing to show"),
    ],
)
def test_found_words_are_marked(text: str, query: str, shown: str) -> None:
    assert highlight(text, Query(query)) == shown


@pytest.mark.xfail(
    connection.vendor == "postgresql",
    strict=True,
    reason="The index takes the database's own language, English, and leaves its small words out",
)
@pytest.mark.django_db
def test_small_words_are_found_too() -> None:
    found = ProjectFactory(name_en="What we both do")

    assert search(Project.objects.all(), Query("both")) == [found]


def test_a_long_text_is_cut_round_the_first_word_found() -> None:
    shown = highlight(f"{'before ' * 60}water {'after ' * 60}", Query("water"))

    assert shown.startswith("…before")
    assert "<mark>water</mark> after" in shown
    assert shown.endswith("after…")
    assert len(shown.replace("<mark>", "").replace("</mark>", "")) <= 241


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="the index is PostgreSQL's")
def test_what_the_search_compares_has_an_index() -> None:
    """The planner takes it only where there are many entries; so the two expressions are compared."""
    compared = str(Project.objects.public().search("waste").get_queryset().query)

    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'search_title_and_body'")
        definition = cursor.fetchone()[0]

    assert '"wagtailsearch_indexentry"."title" || "wagtailsearch_indexentry"."body"' in compared
    assert "USING gin (((title || body)))" in definition


@pytest.mark.django_db
def test_the_best_match_stands_first_whichever_is_newer() -> None:
    best = ProjectFactory(name_en="Waste", summary_en="Waste, and more waste.")
    ProjectFactory(name_en="Schools", summary_en="A long text about many things in a town, and a word about waste.")

    found = search(Project.objects.public(), Query("waste"))

    assert [project.pk for project in found][:1] == [best.pk]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("well", ["Wells of Kisumu"], id="its plural"),
        pytest.param("well kisumu", ["Wells of Kisumu"], id="among others"),
        pytest.param("we", [], id="too little of a word"),
    ],
)
@pytest.mark.django_db
def test_a_word_is_found_in_its_longer_forms(words: str, found: list[str]) -> None:
    ProjectFactory(name_en="Wells of Kisumu")
    ProjectFactory(name_en="Waste")

    assert [project.name_en for project in search(Project.objects.public(), Query(words))] == found


@pytest.mark.django_db
def test_of_a_word_in_very_many_entries_the_newest_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iclds.search.engine.MOST_RANKED", 2)
    projects = [ProjectFactory(name_en=f"Waste {number}") for number in range(3)]

    found = search(Project.objects.public(), Query("waste"))

    assert {project.pk for project in found} == {project.pk for project in projects[1:]}
