"""Addresses: absolute ones, those that no page may hide, and those of pages known only by their path."""

import pytest
from django.test import RequestFactory

from iclds.core.addresses import absolute_url, fixed_address_at
from iclds.core.page_urls import url_of
from iclds.core.templatetags.site_tags import page_address
from tests.little_site import LittleSite


@pytest.mark.parametrize(
    ("path", "address"),
    [
        pytest.param("/en/news/", "https://icld.example/en/news/", id="a path"),
        pytest.param("https://icld.example/en/", "https://icld.example/en/", id="absolute already"),
        pytest.param("https://elsewhere.example/x", "https://elsewhere.example/x", id="on another site"),
        pytest.param("", "https://icld.example/", id="nothing"),
    ],
)
def test_absolute_addresses(path: str, address: str) -> None:
    assert absolute_url(path) == address


@pytest.mark.parametrize(
    ("path", "is_fixed"),
    [
        pytest.param("/en/search/", True, id="the search page"),
        pytest.param("/admin/", True, id="the admin"),
        pytest.param("/sitemap.xml", True, id="the sitemap"),
        pytest.param("/sv/feed/", True, id="a fixed address of the other language"),
        pytest.param("/en/news/", False, id="a page"),
        pytest.param("/en/searching/", False, id="only begins alike"),
        pytest.param("/no-language/", False, id="nothing at all"),
    ],
)
def test_addresses_that_no_page_may_hide(path: str, is_fixed: bool) -> None:
    assert fixed_address_at(path) is is_fixed


@pytest.mark.parametrize(
    ("path", "address"),
    [
        pytest.param("/home-sv/nyheter/", "/sv/nyheter/", id="a Swedish page"),
        pytest.param("/home-en/", "/en/", id="the English home page"),
        pytest.param("/elsewhere/x/", "", id="below no home page"),
        pytest.param("/home-en-copy/x/", "", id="a root that only begins alike"),
        pytest.param("", "", id="no path"),
    ],
)
def test_address_of_a_page_known_by_its_path(path: str, address: str, site: LittleSite) -> None:
    assert url_of(path) == address
    assert page_address(path) == address


def test_addresses_of_pages_are_those_of_wagtail(site: LittleSite) -> None:
    request = RequestFactory().get("/")
    pages = [*site.home.values(), *site.news.values(), *site.programme_page.values()]

    assert [url_of(page.url_path) for page in pages] == [page.get_url(request) for page in pages]
