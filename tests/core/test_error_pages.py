"""Error pages in the visitor's language, and what every answer carries."""

import pytest
from django.http import HttpRequest
from django.test import Client, override_settings
from wagtail.models import Page

from tests.factories.pages import NewsPageFactory
from tests.little_site import LittleSite
from tests.strict_reader import complaints_about
from tests.visiting import Screen, Visit, reading_of


@pytest.mark.parametrize(
    ("address", "language", "heading"),
    [
        pytest.param("/en/no-such-page/", "en", "This page is not here", id="English"),
        pytest.param("/sv/finns-inte/", "sv", "Sidan finns inte här", id="Swedish"),
    ],
)
def test_a_missing_page(address: str, language: str, heading: str, site: LittleSite, visit: Visit) -> None:
    screen = visit(address, status=404)

    assert (screen.h1, screen.language) == (heading, language)
    assert screen.links[site.news[language].title] == site.news[language].get_url()
    assert screen.reading.attributes("meta[name=robots]", "content") == ["noindex"]


@pytest.mark.django_db
def test_a_missing_page_of_a_site_without_pages(visit: Visit) -> None:
    Page.objects.filter(depth=2).delete()

    assert visit("/en/", status=404).h1 == "This page is not here"


def break_the_site(monkeypatch: pytest.MonkeyPatch) -> Client:
    def broken(request: HttpRequest, *args: object, **kwargs: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("iclds.core.views.route", broken)
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "language", "heading"),
    [
        pytest.param("/en/news/", "en", "Something went wrong", id="English"),
        pytest.param("/sv/nyheter/", "sv", "Något gick fel", id="Swedish"),
    ],
)
def test_a_fault_of_ours(address: str, language: str, heading: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the database: it may be what broke."""
    answer = break_the_site(monkeypatch).get(address)

    reading = reading_of(address, answer)
    screen = Screen(reading, answer)
    assert complaints_about(reading) == []
    assert (screen.status, screen.h1, screen.language) == (500, heading, language)
    assert screen.links["Home" if language == "en" else "Start"] == f"/{language}/"


@pytest.mark.parametrize("address", ["/en/", "/sv/nyheter/", "/en/search/?q=a", "/en/no-such-page/"])
def test_public_pages_run_nothing_but_the_sites_own_files(address: str, site: LittleSite) -> None:
    answer = Client().get(address)

    assert answer["Content-Security-Policy"] == (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
        "form-action 'self'; frame-ancestors 'self'"
    )
    assert (answer["X-Content-Type-Options"], answer["X-Frame-Options"]) == ("nosniff", "SAMEORIGIN")
    assert answer["Content-Language"] == address[1:3]


def test_pages_hold_no_script_or_style_that_the_policy_forbids(site: LittleSite, visit: Visit) -> None:
    item = NewsPageFactory(parent=site.news["en"])
    for address in ("/en/", "/en/projects/", "/en/municipal-partnership/", item.get_url(), "/en/search/?q=a"):
        screen = visit(address)

        assert screen.find_all("style, [style], [onclick], [onload], [onsubmit]") == []
        assert screen.find_all("script:not([src]):not([type='application/ld+json'])") == []


def test_the_admin_may_run_its_own_inline_scripts(site: LittleSite) -> None:
    policy = Client().get("/admin/login/")["Content-Security-Policy"]

    assert "script-src 'self' 'unsafe-inline'" in policy


def test_a_visitor_gets_no_cookie_anywhere(site: LittleSite) -> None:
    browser = Client()

    for address in ("/", "/en/", "/sv/sok/", "/en/search/?q=a", "/sitemap.xml", "/robots.txt", "/en/feed/", "/en/x/"):
        browser.get(address)

    assert dict(browser.cookies) == {}


def test_a_missing_page_of_the_admin_stays_in_the_admin(site: LittleSite) -> None:
    answer = Client().get("/admin/no-such-thing/")

    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/admin/login/")


@override_settings(ALLOWED_HOSTS=["icld.example"])
def test_a_strange_host_is_refused(site: LittleSite) -> None:
    assert Client().get("/en/", headers={"Host": "evil.example"}).status_code == 400


def test_the_icon_is_where_browsers_look_for_it() -> None:
    answer = Client().get("/favicon.ico")

    assert (answer.status_code, answer["Location"]) == (302, "/static/images/favicon.ico")


@pytest.mark.parametrize("address", ["/en/news", "/sv/nyheter"])
def test_an_address_without_its_slash_leads_on(address: str, site: LittleSite) -> None:
    answer = Client().get(f"{address}?page=2")

    assert (answer.status_code, answer["Location"]) == (301, f"{address}/?page=2")
