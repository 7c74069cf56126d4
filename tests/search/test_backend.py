"""The search of the admin's lists: the best first, but of a common word the newest, and all of them."""

from typing import Any

import pytest
from django.db import connection

from projects.models import Project
from tests.factories.projects import ProjectFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def found_by() -> Any:
    """Three projects about waste, the best match oldest, and what a search of either kind finds."""
    ProjectFactory(name_en="Waste", summary_en="Waste, and more waste.")
    ProjectFactory(name_en="Towns", summary_en="A long text about many things in a town, and a word about waste.")
    ProjectFactory(name_en="Wasteland")

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
    assert found_by("autocomplete", "was") == ["Wasteland", "Waste"]


def test_an_order_that_was_asked_for_is_kept(found_by: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iclds.search.backend.MOST_RANKED", 1)

    results = Project.objects.order_by("name_en").search("waste", order_by_relevance=False)

    assert [project.name_en for project in results] == ["Towns", "Waste"]


def test_common_words_are_not_ranked_by_the_database(found_by: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iclds.search.backend.MOST_RANKED", 1)

    sql = str(Project.objects.search("waste").get_queryset().query)

    assert not [word for word in ("bm25", "ts_rank") if word in sql.lower()], connection.vendor
