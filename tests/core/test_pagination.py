"""Lists cut into pages, with page links that stay few."""

import pytest
from django.test import RequestFactory

from iclds.core.pagination import Listing, paginate


def listing(query: str, size: int = 100, per_page: int = 10) -> Listing:
    return paginate(list(range(size)), RequestFactory().get(f"/en/projects/{query}"), per_page)


def numbers(shown: Listing) -> list[int | None]:
    return [link.number for link in shown.links]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        pytest.param("", 1, id="none asked for"),
        pytest.param("?page=3", 3, id="one in the middle"),
        pytest.param("?page=10", 10, id="the last"),
        pytest.param("?page=11", 10, id="one too many"),
        pytest.param("?page=99999999999999999999", 10, id="far too many"),
        pytest.param("?page=0", 10, id="none at zero"),
        pytest.param("?page=-1", 10, id="less than none"),
        pytest.param("?page=x", 1, id="a letter"),
        pytest.param("?page=1.5", 1, id="half a page"),
        pytest.param("?page=%00", 1, id="a zero byte"),
        pytest.param("?page=", 1, id="an empty number"),
        pytest.param("?page=%D9%A3", 3, id="an Arabic three"),
    ],
)
def test_the_page_that_is_shown(query: str, number: int) -> None:
    assert listing(query).number == number


@pytest.mark.parametrize(
    ("query", "size", "shown"),
    [
        pytest.param("", 10, [1], id="one page"),
        pytest.param("", 0, [1], id="an empty list"),
        pytest.param("", 40, [1, 2, 3, 4], id="few pages"),
        pytest.param("?page=500", 10_000, [1, None, 498, 499, 500, 501, 502, None, 1000], id="the middle of many"),
        pytest.param("", 10_000, [1, 2, 3, None, 1000], id="the first of many"),
        pytest.param("?page=1000", 10_000, [1, None, 998, 999, 1000], id="the last of many"),
    ],
)
def test_links_stay_few(query: str, size: int, shown: list[int | None]) -> None:
    assert numbers(listing(query, size)) == shown


def test_links_keep_the_filters_and_the_first_page_needs_no_number() -> None:
    shown = listing("?country=KE&page=2", size=30)

    assert [link.query for link in shown.links] == ["?country=KE", "?country=KE&page=2", "?country=KE&page=3"]
    assert (shown.previous_query, shown.next_query) == ("?country=KE", "?country=KE&page=3")
    assert [link.is_current for link in shown.links] == [False, True, False]


def test_without_filters_the_first_page_is_reached_all_the_same() -> None:
    assert listing("?page=2", size=20).previous_query == "?"


def test_first_and_last_page_lead_no_further() -> None:
    assert listing("").previous_query == ""
    assert listing("?page=10").next_query == ""


def test_a_list_knows_its_size() -> None:
    shown = listing("?page=3", size=25)

    assert (shown.count, shown.items, shown.is_paged) == (25, [20, 21, 22, 23, 24], True)
    assert listing("", size=10).is_paged is False
