"""The accessibility statement: what the law asks for is on the page."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from iclds.home.models import AccessibilityPage, AccessibilityReport
from iclds.home.report_forms import page_asked_about
from iclds.users.models import User
from tests.factories.pages import AccessibilityPageFactory, StandardPageFactory, in_both_trees
from tests.factories.reports import AccessibilityReportFactory
from tests.factories.streams import text
from tests.little_site import LittleSite
from tests.visiting import Visit

ADDRESSES = {"en": "/en/accessibility/", "sv": "/sv/tillganglighet/"}
LIST = reverse("accessibility_reports:index")


@pytest.fixture
def statement(site: LittleSite) -> dict[str, Any]:
    titles = {"en": "Accessibility", "sv": "Tillganglighet"}
    return in_both_trees(AccessibilityPageFactory, site.home, titles, body=text("<h2>Missing</h2><p>Tags in PDF.</p>"))


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_statement_says_what_the_law_asks_for(language: str, statement: dict[str, Any], visit: Visit) -> None:
    screen = visit(ADDRESSES[language])

    for words in ("2018:1937", "MDFFS 2019:2", "EN 301 549", "2026", "Tags in PDF.", "Digg", "partnership@icld.se"):
        assert words in screen.text
    assert screen.links["https://www.digg.se"] == "https://www.digg.se"
    assert screen.reading.attributes("main time", "datetime") == ["2026-11-25"]
    assert screen.reading.attributes("main form", "method") == ["post"]


@pytest.mark.parametrize(
    ("conformance", "words"),
    [("fully", "meets the law fully"), ("partly", "meets the law in part"), ("not", "does not meet the law")],
)
def test_the_statement_says_how_far_the_site_goes(conformance: str, words: str, site: LittleSite, visit: Visit) -> None:
    page = AccessibilityPageFactory(parent=site.home["en"], conformance=conformance)

    assert words in visit(page.get_url()).text


def test_every_page_leads_to_the_statement_at_its_foot(statement: dict[str, Any], visit: Visit) -> None:
    for address in ("/en/", "/en/news/", "/en/search/", "/en/accessibility/"):
        assert "/en/accessibility/" in visit(address).reading.attributes(".foot__nav a", "href")


def test_the_sitemap_names_the_statement(statement: dict[str, Any]) -> None:
    answer = Client().get("/sitemap.xml").content.decode()

    assert all(f"https://icld.example{address}" in answer for address in ADDRESSES.values())


def test_a_language_has_one_statement_and_nothing_below_it(statement: dict[str, Any], site: LittleSite) -> None:
    assert not AccessibilityPage.can_create_at(site.home["en"])
    assert AccessibilityPage.allowed_subpage_models() == []
    assert AccessibilityPage not in type(StandardPageFactory(parent=site.home["en"])).allowed_subpage_models()


def test_the_address_of_the_form_hides_no_other_page(statement: dict[str, Any], site: LittleSite) -> None:
    with pytest.raises(ValidationError):
        AccessibilityPageFactory(parent=site.home["en"], slug="search")


def test_queries_of_the_statement(statement: dict[str, Any], django_assert_max_num_queries: Any) -> None:
    browser = Client()
    browser.get(ADDRESSES["en"])

    with django_assert_max_num_queries(12):
        assert browser.get(ADDRESSES["en"]).status_code == 200
    with django_assert_max_num_queries(12):
        assert browser.post(reverse("accessibility_report"), {"text": ""}).status_code == 422


@pytest.mark.parametrize(
    ("asked", "filled_in"),
    [
        ("/en/news/", "/en/news/"),
        ("/sv/nyheter/?page=2", "/sv/nyheter/?page=2"),
        ("https://elsewhere.example/en/", ""),
        ("//elsewhere.example/en/", ""),
        ("/admin/", ""),
        ("/en/\x00", ""),
        ("/en/" + "a" * 500, ""),
        ("", ""),
        (None, ""),
    ],
)
def test_the_form_knows_pages_of_this_site_alone(asked: str | None, filled_in: str) -> None:
    assert page_asked_about(asked) == filled_in


def test_the_page_asked_about_stands_in_the_form(statement: dict[str, Any], visit: Visit) -> None:
    screen = visit("/en/accessibility/?page=/en/news/")

    assert screen.reading.attributes("#id_page", "value") == ["/en/news/"]


def test_an_editor_reads_and_ticks_off_reports(publisher: User, log_in: Callable[[User], Client]) -> None:
    report = AccessibilityReportFactory(text="The menu does not open.", page="/en/news/", email="eva@example.com")
    edit = reverse("accessibility_reports:edit", args=[report.pk])
    browser = log_in(publisher)

    assert "The menu does not open." in browser.get(LIST).content.decode()
    assert "The menu does not open." in browser.get(f"{LIST}?q=menu").content.decode()
    assert "The menu does not open." not in browser.get(f"{LIST}?is_handled=true").content.decode()
    assert "eva@example.com" in browser.get(edit).content.decode()
    assert browser.get(reverse("accessibility_reports:history", args=[report.pk])).status_code == 200
    assert browser.post(edit, {"is_handled": "on", "text": "Something else"}).status_code == 302
    report.refresh_from_db()
    assert (report.is_handled, report.text) == (True, "The menu does not open.")


def test_reports_are_found_under_reports_in_the_menu(publisher: User, log_in: Callable[[User], Client]) -> None:
    menu = log_in(publisher).get(reverse("wagtailadmin_home")).content.decode()

    assert menu.index('"Reports"') < menu.index('"Accessibility reports"')


def test_nobody_else_reads_reports_and_nobody_writes_any(
    publisher: User, onlooker: User, log_in: Callable[[User], Client]
) -> None:
    assert log_in(onlooker).get(LIST).status_code == 302
    assert "Accessibility reports" not in log_in(onlooker).get(reverse("wagtailadmin_home")).content.decode()
    assert log_in(publisher).get(reverse("accessibility_reports:add")).status_code == 302


def test_reports_are_deleted_after_twelve_months(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    now = timezone.now()
    AccessibilityReportFactory(text="old", created_at=now - datetime.timedelta(days=366))
    AccessibilityReportFactory(text="young", created_at=now - datetime.timedelta(days=364))

    call_command("delete_old_reports")

    assert [report.text for report in AccessibilityReport.objects.all()] == ["young"]
    assert capsys.readouterr().out == "Deleted 1 reports\n"
