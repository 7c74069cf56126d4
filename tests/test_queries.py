"""No page asks the database more often because there is more to show: 1 item and 3 cost the same, 12 at most."""

from typing import Any

import pytest
from django.test import Client

from tests import listed_items as listed
from tests.listed_items import FILL
from tests.little_site import LittleSite

# A page type, what fills it, and its queries: measured, and to be changed only knowingly.
PAGES = [
    pytest.param(listed.home, 11, id="home"),
    pytest.param(listed.programme, 12, id="programme"),
    pytest.param(listed.projects, 11, id="project list"),
    pytest.param(listed.countries, 6, id="country list"),
    pytest.param(listed.country, 11, id="country"),
    pytest.param(listed.news, 6, id="news list"),
    pytest.param(listed.publications, 7, id="publications"),
    pytest.param(listed.articles, 6, id="articles"),
    pytest.param(listed.publication, 10, id="publication"),
    pytest.param(listed.news_item, 10, id="news item"),
    pytest.param(listed.project, 11, id="project without a story"),
    pytest.param(listed.story, 12, id="project with its story"),
    pytest.param(listed.guidance, 7, id="guidance"),
    pytest.param(listed.faq, 7, id="questions"),
    pytest.param(listed.standard, 7, id="standard page"),
    pytest.param(listed.search, 10, id="search"),
    pytest.param(listed.search_with_a_private_page, 10, id="search on a site with a private page"),
]


@pytest.mark.parametrize("items", [1, 3])
@pytest.mark.parametrize(("fill", "queries"), PAGES)
def test_queries_of_a_page(
    fill: FILL, queries: int, items: int, site: LittleSite, django_assert_num_queries: Any
) -> None:
    address, browser = fill(site, items), Client()
    browser.get(address)  # makes the renditions and warms the root paths in the cache

    with django_assert_num_queries(queries):
        answer = browser.get(address)

    assert answer.status_code == 200


def test_no_page_may_ask_more_than_twelve_times() -> None:
    assert max(page.values[1] for page in PAGES) <= 12  # type: ignore[type-var,operator]
