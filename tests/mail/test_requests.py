"""What editors and visitors do is done, with its mails in the outbox, whatever the mail server does: nobody asks it."""

import re
import socket
from collections.abc import Callable
from typing import Any, NoReturn

import pytest
from django.db import connection
from django.dispatch import Signal
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, WorkflowState
from wagtail.signals import task_approved, task_rejected, workflow_submitted
from wagtail.users.models import UserProfile

from iclds.background.worker import work_off
from iclds.home.models import AccessibilityReport
from iclds.home.roles import EDITOR, WRITER, make_roles
from iclds.mail.models import OutgoingMail
from iclds.users.models import User
from news.models import NewsPage
from tests.admin.editing import send
from tests.factories.pages import AccessibilityPageFactory, NewsPageFactory, in_both_trees
from tests.factories.users import UserFactory
from tests.little_site import LittleSite
from tests.mail.conftest import SMTP

LogIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def _nobody_asks_the_network(outbox: None, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server is set, and whoever asks it, or DNS, in a request fails."""

    def refuse(*args: Any, **options: Any) -> NoReturn:
        raise AssertionError(f"A request asked the network: {args}")

    settings.MAIL_TRANSPORT = SMTP
    for name in ("getaddrinfo", "getfqdn", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def cast(site: LittleSite) -> dict[str, User]:
    groups = make_roles()
    people = {role.name: UserFactory(username=role.name.removeprefix("ICLD: ").lower()) for role in (WRITER, EDITOR)}
    for name, person in people.items():
        person.groups.add(groups[name])
    return people


@pytest.fixture
def draft(site: LittleSite) -> NewsPage:
    page: NewsPage = NewsPageFactory(parent=site.news["en"], title="A grant", live=False)
    return page


def submit(page: Page, browser: Client) -> None:
    send(browser, reverse("wagtailadmin_pages:edit", args=[page.pk]), **{"action-submit": "Submit"})


def act(page: Page, browser: Client, action: str) -> None:
    state = Page.objects.get(pk=page.pk).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    browser.post(address, {"comment": "Look again."})


def mails() -> list[tuple[str, str]]:
    """Who is to get what, in the order of their addresses."""
    return list(OutgoingMail.objects.waiting().order_by("recipient").values_list("recipient", "subject"))


def jobs() -> list[str]:
    return list(DBTaskResult.objects.order_by("enqueued_at").values_list("task_path", flat=True))


def test_what_is_submitted_waits_for_its_reviewers(draft: NewsPage, cast: dict[str, User], log_in: LogIn) -> None:
    submit(draft, log_in(cast[WRITER.name]))

    assert Page.objects.get(pk=draft.pk).workflow_in_progress
    assert [to for to, _subject in mails()] == ["editor@icld.example"]
    assert jobs() == ["iclds.mail.jobs.send_waiting"]


@pytest.mark.parametrize(("action", "is_live"), [("approve", True), ("reject", False)])
def test_what_is_approved_or_sent_back_is_told_to_its_writer(
    action: str, is_live: bool, draft: NewsPage, cast: dict[str, User], log_in: LogIn
) -> None:
    submit(draft, log_in(cast[WRITER.name]))
    OutgoingMail.objects.all().delete()

    act(draft, log_in(cast[EDITOR.name]), action)

    draft.refresh_from_db()
    assert (draft.live, draft.workflow_in_progress) == (is_live, False)
    assert [to for to, _subject in mails()] == ["writer@icld.example"]


@pytest.mark.parametrize(
    ("action", "last_signal"),
    [("submit", workflow_submitted), ("approve", task_approved), ("reject", task_rejected)],
    ids=["submit", "approve", "reject"],
)
def test_mails_share_the_transaction_of_what_they_tell(
    action: str, last_signal: Signal, draft: NewsPage, cast: dict[str, User], log_in: LogIn
) -> None:
    writer, editor = log_in(cast[WRITER.name]), log_in(cast[EDITOR.name])
    if action != "submit":
        submit(draft, writer)
    before = (mails(), len(jobs()), list(WorkflowState.objects.values_list("status")))

    def fail(**signal: Any) -> NoReturn:
        assert mails() != before[0]
        raise ZeroDivisionError

    last_signal.connect(fail)
    try:
        with pytest.raises(ZeroDivisionError):
            submit(draft, writer) if action == "submit" else act(draft, editor, action)
    finally:
        last_signal.disconnect(fail)

    assert (mails(), len(jobs()), list(WorkflowState.objects.values_list("status"))) == before


@pytest.mark.parametrize("broken", ["render_to_string", "EmailNotificationMixin.get_template_set"])
@pytest.mark.parametrize("action", ["submit", "approve", "reject"])
def test_a_mail_that_cannot_be_written_undoes_nothing(
    action: str, broken: str, draft: NewsPage, cast: dict[str, User], log_in: LogIn, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    def fail(*args: Any, **options: Any) -> NoReturn:
        raise ZeroDivisionError

    writer, editor = log_in(cast[WRITER.name]), log_in(cast[EDITOR.name])
    if action != "submit":
        submit(draft, writer)
    monkeypatch.setattr(f"wagtail.admin.mail.{broken}", fail)

    submit(draft, writer) if action == "submit" else act(draft, editor, action)

    status = {"submit": "in_progress", "approve": "approved", "reject": "needs_changes"}[action]
    assert list(WorkflowState.objects.values_list("status", flat=True)) == [status]
    assert "what it tells of is done" in caplog.text


def test_a_comment_is_told_to_who_follows_the_page(
    site: LittleSite, draft: NewsPage, cast: dict[str, User], log_in: LogIn
) -> None:
    draft.subscribers.create(user=cast[EDITOR.name], comment_notifications=True)
    comment = {
        "comments-TOTAL_FORMS": "1", "comments-INITIAL_FORMS": "0", "comments-0-id": "", "comments-0-position": "",
        "comments-0-text": "Is this so?", "comments-0-contentpath": "title", "comments-0-resolved": "",
        "comments-0-replies-TOTAL_FORMS": "0", "comments-0-replies-INITIAL_FORMS": "0",
    }  # fmt: skip

    send(log_in(cast[WRITER.name]), reverse("wagtailadmin_pages:edit", args=[draft.pk]), **comment)

    assert [to for to, _subject in mails()] == ["editor@icld.example"]


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_report_is_thanked_for_and_waits_for_the_sites_mailbox(language: str, site: LittleSite) -> None:
    in_both_trees(AccessibilityPageFactory, site.home, {"en": "Accessibility", "sv": "Tillganglighet"})
    with translation.override(language):
        address = reverse("accessibility_report")

    answer = Client().post(address, {"text": "The menu does not open.", "page": "", "email": "eva@exämple.se"})

    assert answer.status_code == 303
    assert AccessibilityReport.objects.count() == 1
    assert [to for to, _subject in mails()] == ["partnership@icld.se"]


ASKED = {
    "known": "editor@icld.example",
    "known, written otherwise": "EDITOR@icld.example",
    "inactive": "gone@icld.example",
    "without a password": "guest@icld.example",
    "shared by two": "both@icld.example",
    "unknown": "nobody@icld.example",
}
GET_A_MAIL = {"known": 1, "known, written otherwise": 1, "shared by two": 2}


@pytest.fixture
def people(cast: dict[str, User]) -> None:
    UserFactory(username="gone", is_active=False)
    guest = UserFactory(username="guest")
    guest.set_unusable_password()
    guest.save()
    for name in ("one", "two"):
        UserFactory(username=name, email="both@icld.example")


def ask_for_a_password(address: str) -> tuple[int, str, str, list[str]]:
    """The answer to an address, with the page that it leads to, and what the database was asked."""
    browser = Client(headers={"accept-language": "en"})
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = browser.post(reverse("wagtailadmin_password_reset"), {"email": address})
    kinds = [re.sub(r"'[^']*'|\b[0-9a-f]{32}\b", "?", query["sql"]) for query in asked.captured_queries]
    page = re.sub(r'"CSRF_TOKEN": "\w+"', "", browser.get(answer["Location"]).content.decode())
    return answer.status_code, answer["Location"], page, kinds


@pytest.mark.usefixtures("people")
def test_the_page_for_a_new_password_answers_alike_whoever_is_asked_for() -> None:
    answers = {who: ask_for_a_password(address) for who, address in ASKED.items()}

    assert {who for who, answer in answers.items() if answer != answers["unknown"]} == set()
    assert (answers["known"][0], len(answers["known"][3])) == (302, 1)
    assert jobs() == ["iclds.mail.jobs.send_password_link"] * len(ASKED)


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("who", ASKED)
def test_only_who_can_log_in_gets_a_link(who: str, settings: Any) -> None:
    settings.MAIL_TRANSPORT = ""
    ask_for_a_password(ASKED[who])

    work_off()

    assert len(mails()) == GET_A_MAIL.get(who, 0)


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(("language", "subject"), [("en", "Password reset"), ("sv", "Återställ lösenord")])
def test_the_link_leads_to_the_form_for_a_new_password(language: str, subject: str, settings: Any) -> None:
    settings.MAIL_TRANSPORT = ""
    Client(headers={"accept-language": language}).post(
        reverse("wagtailadmin_password_reset"), {"email": ASKED["known"]}
    )
    work_off()

    (mail,) = OutgoingMail.objects.all()
    (link,) = re.findall(r"https://icld\.example(/admin/password_reset/confirm/\S+)", bytes(mail.body).decode())
    assert Client().get(link, follow=True).context["validlink"]
    assert mail.subject == subject


def test_half_an_address_is_told_and_not_queued(site: LittleSite) -> None:
    answer = Client().post(reverse("wagtailadmin_password_reset"), {"email": "editor"})

    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["email"])
    assert jobs() == []


def test_writers_who_want_no_mail_get_none(draft: NewsPage, cast: dict[str, User], log_in: LogIn) -> None:
    profile = UserProfile.get_for_user(cast[EDITOR.name])
    profile.submitted_notifications = False
    profile.save()

    submit(draft, log_in(cast[WRITER.name]))

    assert (mails(), jobs()) == ([], [])
