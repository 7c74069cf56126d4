"""Whoever sends a mail writes it into the outbox, in the transaction that causes it."""

from email import message_from_bytes
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.core import mail
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection, mail_admins
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from iclds.background.worker import work_off
from iclds.mail.actions import drop, send_again
from iclds.mail.models import OutgoingMail
from iclds.mail.states import State
from iclds.settings import base
from tests.mail.conftest import write
from tests.mail.servers import Postbox

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outbox")]


def jobs() -> list[str]:
    return list(DBTaskResult.objects.values_list("task_path", flat=True))


def test_the_site_writes_into_the_outbox() -> None:
    assert base.EMAIL_BACKEND == site_settings.EMAIL_BACKEND


def test_every_recipient_has_a_row_of_the_same_message() -> None:
    message = EmailMultiAlternatives(
        "Welcome, Åsa", "Plain", to=["Åsa <asa@icld.example>", "bo@icld.example"], cc=["cilla@icld.example"],
        bcc=["dag@icld.example", "bo@icld.example"], reply_to=["svar@icld.example"],
        from_email="Site <site@icld.example>",
    )  # fmt: skip
    message.attach_alternative("<p>HTML</p>", "text/html")
    message.attach("a.pdf", b"%PDF", "application/pdf")

    count = message.send()

    rows = list(OutgoingMail.objects.order_by("pk"))
    assert count == 1
    assert [(row.recipient, row.sender, row.subject) for row in rows] == [
        (f"{name}@icld.example", "site@icld.example", "Welcome, Åsa") for name in ("asa", "bo", "cilla", "dag")
    ]
    assert len({(row.message_id, bytes(row.body)) for row in rows}) == 1
    stored = message_from_bytes(bytes(rows[0].body))
    assert [part.get_content_type() for part in stored.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf",
    ]  # fmt: skip
    assert (stored["Reply-To"], stored["Cc"], stored["Bcc"]) == ("svar@icld.example", "cilla@icld.example", None)


def test_a_mail_is_numbered_once_in_the_name_of_the_site() -> None:
    message = EmailMessage("Twice", "Text", to=["asa@icld.example"])
    message.send()
    message.send()

    first, second = OutgoingMail.objects.order_by("pk")
    assert first.message_id != second.message_id
    assert {row.message_id.rpartition("@")[2] for row in (first, second)} == {f"{site_settings.SITE_HOST}>"}
    assert message_from_bytes(bytes(first.body)).get_all("Message-ID") == [first.message_id]


def test_a_number_that_its_author_gave_stays() -> None:
    EmailMessage("s", "t", to=["asa@icld.example"], headers={"message-id": "<1@elsewhere.example>"}).send()

    assert OutgoingMail.objects.get().message_id == "<1@elsewhere.example>"


def test_djangos_mails_to_administrators_go_the_same_way(settings: Any) -> None:
    settings.ADMINS = [("Root", "root@icld.example")]

    mail_admins("Look", "Something is wrong.")

    assert [row.recipient for row in OutgoingMail.objects.all()] == ["root@icld.example"]


def test_many_mails_of_one_transaction_enqueue_one_job() -> None:
    write("asa@icld.example", "bo@icld.example", "cilla@icld.example")

    assert jobs() == ["iclds.mail.jobs.send_waiting"]


def test_the_job_sends(postbox: Postbox) -> None:
    write("asa@icld.example")

    work_off(("quick",))

    assert [to for to, _number in postbox.taken] == ["asa@icld.example"]


def test_what_one_run_has_no_time_for_goes_with_the_next_job(postbox: Postbox, settings: Any) -> None:
    settings.MAIL_RUN_SECONDS = 0
    write("asa@icld.example", "bo@icld.example")

    assert work_off(("quick",)) == 2
    assert [to for to, _number in postbox.taken] == ["asa@icld.example", "bo@icld.example"]


def test_what_is_rolled_back_leaves_neither_mail_nor_job() -> None:
    with transaction.atomic():
        write("asa@icld.example")
        transaction.set_rollback(True)

    assert (OutgoingMail.objects.count(), jobs()) == (0, [])


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"subject": "Two\nlines"}, id="a header of two lines"),
        pytest.param({"to": ["nobody in particular"]}, id="no address"),
    ],
)
def test_what_cannot_be_a_mail_is_refused_when_it_is_written(fields: dict[str, Any]) -> None:
    message = EmailMessage(**{"subject": "s", "body": "t", "to": ["asa@icld.example"], **fields})

    with pytest.raises(ValueError, match=r"newlines|Invalid address"):
        message.send()
    assert message.__class__(**{"to": ["a@icld.example"]}).send() == 1
    assert OutgoingMail.objects.count() == 1


def test_whoever_asked_to_fail_silently_goes_on_and_the_log_tells(caplog: pytest.LogCaptureFixture) -> None:
    message = EmailMessage("Two\nlines", "t", to=["asa@icld.example"], connection=get_connection(fail_silently=True))

    assert message.send() == 0
    assert "A mail could not be written." in caplog.text


def test_what_is_written_is_not_delivered_by_the_writer() -> None:
    write("asa@icld.example")

    assert mail.outbox == []


def test_a_mail_is_dropped_with_its_text() -> None:
    (row,) = write("asa@icld.example")

    assert [drop(mail=row), drop(mail=row), send_again(mail=row)] == [True, False, False]
    row.refresh_from_db()
    assert (row.state, bytes(row.body)) == (State.DROPPED, b"")
    assert row.ended_at is not None


def test_any_of_djangos_backends_may_carry_the_mail(settings: Any, tmp_path: Any) -> None:
    for backend in ("locmem", "console", "filebased"):
        settings.MAIL_TRANSPORT = f"django.core.mail.backends.{backend}.EmailBackend"
        settings.EMAIL_FILE_PATH = str(tmp_path)
        write(f"{backend}@icld.example")
        work_off(("quick",))

    (kept,) = tmp_path.iterdir()
    assert [message.to for message in mail.outbox] == [["locmem@icld.example"]]
    assert b"To: filebased@icld.example\n" in kept.read_bytes()
    assert {row.state for row in OutgoingMail.objects.all()} == {State.SENT}
