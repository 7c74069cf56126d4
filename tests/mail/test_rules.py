"""What a failure means, how often a mail is tried, and how long it is kept."""

import datetime
import smtplib
import socket
import ssl

import pytest
from django.utils import timezone

from iclds.mail.faults import Fault, Problem, problem_in
from iclds.mail.jobs import delete_old_mail
from iclds.mail.models import OutgoingMail
from iclds.mail.pauses import pause_after
from iclds.mail.states import State
from tests.mail.conftest import write


@pytest.mark.parametrize(
    ("tries", "minutes"), [(1, 1), (2, 2), (3, 5), (4, 10), (5, 15), (6, 15), (300, 15)], ids=lambda value: str(value)
)
def test_pauses_grow_to_a_quarter_of_an_hour(tries: int, minutes: int) -> None:
    assert pause_after(tries) == datetime.timedelta(minutes=minutes)


def after(cause: BaseException, error: BaseException) -> BaseException:
    error.__context__ = cause
    return error


CASES = {
    "a name that is not found": (socket.gaierror(-2, "unknown"), Fault.UNKNOWN_HOST, "", True),
    "nobody listens": (ConnectionRefusedError(111, "refused"), Fault.UNREACHABLE, "", True),
    "no way there": (OSError(113, "No route to host"), Fault.UNREACHABLE, "", True),
    "no answer": (TimeoutError(), Fault.SILENT, "", True),
    "no answer, as smtplib tells it": (
        after(TimeoutError(), smtplib.SMTPServerDisconnected("Connection unexpectedly closed: timed out")),
        Fault.SILENT, "", True,
    ),
    "broken off": (smtplib.SMTPServerDisconnected("closed"), Fault.BROKE_OFF, "", True),
    "a certificate of somebody else": (ssl.SSLCertVerificationError("mismatch"), Fault.UNSAFE, "", True),
    "a wrong password": (
        smtplib.SMTPAuthenticationError(535, b"5.7.8 bad: c2l0ZQ=="), Fault.ACCOUNT, "535 5.7.8", True,
    ),
    "no STARTTLS": (smtplib.SMTPNotSupportedError("STARTTLS"), Fault.UNFIT, "", True),
    "turned away": (smtplib.SMTPConnectError(554, b"No"), Fault.NOT_NOW, "554", True),
    "nonsense": (smtplib.SMTPConnectError(-1, b"HTTP/1.1 400"), Fault.BROKE_OFF, "", True),
    "busy with the sender": (smtplib.SMTPSenderRefused(421, b"4.3.2 x", "a"), Fault.NOT_NOW, "421 4.3.2", True),
    "busy with the recipient": (smtplib.SMTPRecipientsRefused({"b": (421, b"x")}), Fault.NOT_NOW, "421", True),
    "an account is asked for": (smtplib.SMTPSenderRefused(530, b"5.7.0", "a"), Fault.ACCOUNT, "530 5.7.0", True),
    "a sender of elsewhere": (smtplib.SMTPSenderRefused(553, b"5.7.1 x", "a"), Fault.SENDER, "553 5.7.1", False),
    "no such user": (smtplib.SMTPRecipientsRefused({"b": (550, b"5.1.1 x")}), Fault.RECIPIENT, "550 5.1.1", False),
    "greylisted": (smtplib.SMTPRecipientsRefused({"b": (451, b"later")}), Fault.RECIPIENT, "451", False),
    "taken for spam": (smtplib.SMTPDataError(554, b"5.7.1 see https://x/secret"), Fault.CONTENT, "554 5.7.1", False),
    "too large": (smtplib.SMTPDataError(552, b"too big"), Fault.CONTENT, "552", False),
    "an address that cannot be": (ValueError("newline"), Fault.UNSENDABLE, "", False),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_failure_is_told_in_our_own_words(case: str) -> None:
    error, fault, reply, is_the_servers = CASES[case]

    problem = problem_in(error)

    assert (problem, problem.is_the_servers) == (Problem(fault, reply), is_the_servers)


@pytest.mark.django_db
def test_what_ended_is_deleted_after_a_month_and_what_was_given_up_after_three(outbox: None) -> None:
    kept = {State.SENT: 30, State.DROPPED: 30, State.GIVEN_UP: 90}
    write(*(f"{state}-{days + more}@icld.example" for state, days in kept.items() for more in (-1, 1)))
    write("waiting-100@icld.example")
    for mail in OutgoingMail.objects.all():
        state, days = mail.recipient.partition("@")[0].split("-")
        mail.state, mail.ended_at = state, timezone.now() - datetime.timedelta(days=int(days))
        mail.save()

    delete_old_mail.call()

    assert {mail.recipient.partition("@")[0] for mail in OutgoingMail.objects.all()} == {
        "sent-29", "dropped-29", "given_up-89", "waiting-100",
    }  # fmt: skip
