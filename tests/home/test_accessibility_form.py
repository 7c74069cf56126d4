"""Reporting a problem from the accessibility statement, as an anonymous visitor without scripts and cookies."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation

from iclds.core.models import SiteSettings
from iclds.home.models import AccessibilityPage, AccessibilityReport
from iclds.home.report_forms import ReportForm
from tests.factories.pages import AccessibilityPageFactory, in_both_trees
from tests.factories.reports import AccessibilityReportFactory
from tests.little_site import LittleSite
from tests.strict_reader import Reading, html_is_valid, no_id_twice, references_exist
from tests.visiting import Visit

PAGES = {"en": "/en/accessibility/", "sv": "/sv/tillganglighet/"}
REPORT = {"text": "The menu\r\ndoes not open.", "page": "/en/news/", "email": "eva@example.com", "subject": ""}


@pytest.fixture(autouse=True)
def _statement(site: LittleSite) -> None:
    in_both_trees(AccessibilityPageFactory, site.home, {"en": "Accessibility", "sv": "Tillganglighet"})


def send(language: str = "en", headers: dict[str, str] | None = None, **fields: str) -> HttpResponse:
    """The answer to a report sent by a browser that would refuse a form without a CSRF token if one were asked for."""
    with translation.override(language):
        address = reverse("accessibility_report")
    answer = Client(enforce_csrf_checks=True).post(address, {**REPORT, **fields}, headers=headers)
    assert not answer.cookies
    return answer


def screen_of(answer: HttpResponse) -> BeautifulSoup:
    """The page that came back, read strictly where the reader's rules hold for an error too."""
    reading = Reading(html=answer.content.decode(), status=answer.status_code)
    assert [*html_is_valid(reading), *no_id_twice(reading), *references_exist(reading)] == []
    return reading.soup


def words_in(answer: HttpResponse, selector: str) -> str:
    (element,) = screen_of(answer).select(selector)
    return element.get_text().strip()


def errors_in(answer: HttpResponse) -> dict[str, str]:
    """What the summary says, by the field that it leads to."""
    return {str(link["href"]): link.get_text() for link in screen_of(answer).select("[role=alert] a")}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_report_is_stored_and_thanked_for(language: str, visit: Visit) -> None:
    answer = send(language)

    assert (answer.status_code, answer["Location"]) == (303, f"{PAGES[language]}?sent=1#thanks")
    stored = AccessibilityReport.objects.get()
    assert (stored.language, stored.text, stored.page, stored.email, stored.is_handled) == (
        language, "The menu\ndoes not open.", "/en/news/", "eva@example.com", False,
    )  # fmt: skip
    thanks = visit(f"{PAGES[language]}?sent=1")
    assert len(thanks.texts("#thanks[role=status]")) == 1
    assert thanks.reading.attributes("#report #thanks", "id") == ["thanks"]


def test_a_report_is_mailed_to_the_sites_mailbox() -> None:
    settings = SiteSettings.load()
    settings.email = "mailbox@icld.example"
    settings.save()

    send()

    (sent,) = mail.outbox
    assert (sent.to, sent.reply_to) == (["mailbox@icld.example"], ["eva@example.com"])
    edit = reverse("accessibility_reports:edit", args=[AccessibilityReport.objects.get().pk])
    assert "The menu\ndoes not open." in sent.body
    assert f"https://icld.example{edit}" in sent.body


def test_only_the_text_is_asked_for() -> None:
    assert send(page="", email="").status_code == 303
    assert mail.outbox[0].reply_to == []


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize(
    ("fields", "field"),
    [
        pytest.param({"text": ""}, "text", id="no text"),
        pytest.param({"text": " \r\n "}, "text", id="blank text"),
        pytest.param({"text": "\x00"}, "text", id="a zero byte alone"),
        pytest.param({"text": "x" * 4001}, "text", id="text too long"),
        pytest.param({"page": "x" * 501}, "page", id="page too long"),
        pytest.param({"email": "eva"}, "email", id="half an e-mail address"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_is_kept(fields: dict[str, str], field: str, language: str) -> None:
    answer = send(language, **fields)

    assert answer.status_code == 422
    assert list(errors_in(answer)) == [f"#id_{field}"]
    screen = screen_of(answer)
    (wrong,) = screen.select("main form [aria-invalid=true]")
    assert wrong["id"] == f"id_{field}"
    assert screen.select(f"#{str(wrong['aria-describedby']).split()[-1]} li")
    typed = {**REPORT, **fields}
    assert screen.select_one("#id_page")["value"] == typed["page"]
    assert screen.select_one("#id_email")["value"] == typed["email"]
    if len(typed["text"]) > 5:
        assert words_in(answer, "#id_text") == typed["text"].replace("\r\n", "\n")
    assert (AccessibilityReport.objects.count(), len(mail.outbox)) == (0, 0)


def test_four_thousand_characters_fit_however_the_browser_breaks_lines() -> None:
    assert send(text="x\r\n" * 2000).status_code == 303


def test_zero_bytes_and_control_characters_are_left_out() -> None:
    assert send(text="The\x00 menu\x1b", page="/en/\x00").status_code == 303

    stored = AccessibilityReport.objects.get()
    assert (stored.text, stored.page) == ("The menu", "/en/")


def test_markup_is_shown_as_it_was_typed() -> None:
    answer = send(text="<script>alert(1)</script>", email="no")

    assert "<script>alert" not in answer.content.decode()
    assert "<script>alert(1)</script>" in words_in(answer, "#id_text")


def test_a_robot_gets_thanks_and_leaves_nothing() -> None:
    assert send(subject="Cheap watches").status_code == 303
    assert (AccessibilityReport.objects.count(), len(mail.outbox)) == (0, 0)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Sec-Fetch-Site": "cross-site"}, 403, id="another site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, 403, id="a neighbour"),
        pytest.param({"Origin": "https://elsewhere.example"}, 403, id="another origin"),
        pytest.param({"Origin": "null"}, 403, id="an origin that is kept secret"),
        pytest.param({"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}, 303, id="this page"),
        pytest.param({"Origin": "http://testserver"}, 303, id="this page on http"),
        pytest.param({}, 303, id="a browser that does not tell"),
    ],
)
def test_other_sites_send_no_reports(headers: dict[str, str], status: int) -> None:
    answer = send(headers=headers)

    assert answer.status_code == status
    assert AccessibilityReport.objects.count() == (1 if status == 303 else 0)
    if status == 403:
        assert "did not come from this page" in words_in(answer, "[role=alert]")
        assert words_in(answer, "#id_text") == "The menu\ndoes not open."


def test_a_flood_does_not_fill_the_mailbox() -> None:
    AccessibilityReportFactory.create_batch(30)

    answer = send()

    assert (answer.status_code, len(mail.outbox)) == (429, 0)
    assert "write us an e-mail" in words_in(answer, "[role=alert]")


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_forms_own_address_leads_to_the_statement(language: str) -> None:
    with translation.override(language):
        answer = Client().get(reverse("accessibility_report"))

    assert (answer.status_code, answer["Location"]) == (302, PAGES[language])


def test_without_a_statement_there_is_no_form() -> None:
    AccessibilityPage.objects.update(live=False)

    assert send().status_code == 404


def test_an_address_that_no_mail_can_carry_is_refused_in_words() -> None:
    form = ReportForm({"text": "The menu.", "email": "x@" + "ö" * 60 + ".se"})

    assert form.errors == {"email": ["Write the whole e-mail address, such as name@example.com."]}
