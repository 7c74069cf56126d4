"""Each mail arrives when the server is back: once, or twice as the same one where the server forgot to say so."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError

from iclds.mail import sending
from iclds.mail.faults import Fault
from iclds.mail.models import MailServer, OutgoingMail
from iclds.mail.sending import claim, send_due
from iclds.mail.states import State
from iclds.mail.transport import Transport
from tests.mail.conftest import Clock, write
from tests.mail.servers import (
    BREAK_OFF,
    Postbox,
)

pytestmark = pytest.mark.django_db

PEOPLE = ("asa@icld.example", "bo@icld.example", "cilla@icld.example")
Send = Callable[[], bool]


def states() -> list[str]:
    return list(OutgoingMail.objects.order_by("pk").values_list("state", flat=True))


def test_a_mail_arrives_as_it_was_written(postbox: Postbox, send: Send) -> None:
    (mail, *_hidden) = write(
        "asa@icld.example",
        subject="Ansökan",
        body="Hej Åsa,\n.en punkt först\n",
        bcc=["bo@icld.example"],
        reply_to=["svar@icld.example"],
        attachments=[("a.txt", "x", "text/plain")],
    )
    written = bytes(mail.body)

    send()

    assert [envelope.content for envelope in postbox.envelopes] == [written, written]
    assert [envelope.mail_from for envelope in postbox.envelopes] == ["partnership@icld.se"] * 2
    assert postbox.taken == [("asa@icld.example", mail.message_id), ("bo@icld.example", mail.message_id)]


def test_all_that_is_due_goes_over_one_connection_and_is_erased(postbox: Postbox, send: Send, clock: Clock) -> None:
    write(*PEOPLE)

    send()
    send()

    assert [to for to, _number in postbox.taken] == [*PEOPLE]
    assert len(postbox.sessions) == 1
    kept = OutgoingMail.objects.order_by("pk").values_list("state", "body", "ended_at", "tries")
    assert [(state, bytes(body), at, tries) for state, body, at, tries in kept] == [
        (State.SENT, b"", clock.now, 1)
    ] * 3  # fmt: skip


@pytest.mark.parametrize("answer", ["451 4.7.1 Come back later", "550 5.1.1 No such user", "552 5.2.2 Mailbox full"])
@pytest.mark.parametrize(
    ("command", "fault"),
    [("MAIL", Fault.SENDER), ("bo@icld.example", Fault.RECIPIENT), ("DATA", Fault.CONTENT)],
)
def test_a_mail_that_is_refused_is_tried_again(
    command: str, fault: str, answer: str, postbox: Postbox, send: Send, clock: Clock
) -> None:
    postbox.answers = {command: answer}
    write(*PEOPLE)
    send()
    refused = [(mail.recipient, mail.fault, mail.reply) for mail in OutgoingMail.objects.waiting().order_by("pk")]
    went_all_the_same = [to for to, _number in postbox.taken]
    postbox.answers = {}
    send()
    too_early = [to for to, _number in postbox.taken]

    clock.passes(minutes=1)
    send()

    concerned = [person for person in PEOPLE if command in {"MAIL", "DATA", person}]
    assert refused == [(person, fault, answer[:9]) for person in concerned]
    assert went_all_the_same == too_early == [person for person in PEOPLE if person not in concerned]
    assert sorted(to for to, _number in postbox.taken) == [*PEOPLE]
    assert MailServer.load().sick_since is None


def test_only_where_the_server_broke_off_after_taking_it_a_mail_arrives_twice_and_as_the_same_one(
    postbox: Postbox, send: Send, clock: Clock
) -> None:
    first, *others = write(*PEOPLE)
    postbox.answers = {"TAKEN": BREAK_OFF}
    send()
    postbox.answers = {}

    clock.passes(minutes=1)
    send()

    assert sorted(postbox.taken) == sorted(
        [(first.recipient, first.message_id)] * 2 + [(mail.recipient, mail.message_id) for mail in others]
    )


def test_after_three_days_a_mail_is_given_up_and_keeps_its_text(postbox: Postbox, send: Send, clock: Clock) -> None:
    postbox.answers = {"asa@icld.example": "550 5.1.1 No such user"}
    write("asa@icld.example")
    send()
    clock.passes(days=2, hours=23)
    send()
    shortly_before = states()

    clock.passes(hours=1)
    send()

    mail = OutgoingMail.objects.get()
    assert (shortly_before, mail.state, mail.tries, mail.ended_at) == ([State.WAITING], State.GIVEN_UP, 3, clock.now)
    assert b"Read me." in bytes(mail.body)


def test_after_three_days_without_a_server_all_are_given_up(outbox: None, send: Send, clock: Clock) -> None:
    write(*PEOPLE)

    clock.passes(days=3)
    send()

    assert states() == [State.GIVEN_UP] * 3
    assert set(OutgoingMail.objects.values_list("fault", flat=True)) == {Fault.UNREACHABLE}


def test_a_mail_that_nobody_tried_for_days_is_tried_before_it_is_given_up(
    postbox: Postbox, send: Send, clock: Clock
) -> None:
    write("asa@icld.example")

    clock.passes(days=9)
    send()

    assert [to for to, _number in postbox.taken] == ["asa@icld.example"]


def test_a_process_that_ends_before_it_notes_what_was_taken_sends_the_same_mail_once_more(
    postbox: Postbox, send: Send, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(*args: object) -> None:
        raise SystemExit

    (mail,) = write("asa@icld.example")
    with monkeypatch.context() as patch:
        patch.setattr(sending, "mark_sent", end)
        with pytest.raises(SystemExit):
            send()

    clock.passes(minutes=1)
    send()

    assert postbox.taken == [("asa@icld.example", mail.message_id)] * 2


def test_a_locked_database_is_asked_again_for_the_note(
    postbox: Postbox, send: Send, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark, refusals = sending._mark, iter([OperationalError("database is locked")] * 2)

    def mark_when_open(*args: object) -> None:
        for error in refusals:
            raise error
        mark(*args)

    monkeypatch.setattr(sending, "_mark", mark_when_open)
    monkeypatch.setattr(sending.time, "sleep", lambda seconds: None)
    write("asa@icld.example")

    send()
    send()

    assert (len(postbox.taken), states()) == (1, [State.SENT])


def test_two_runs_at_once_send_no_mail_twice(postbox: Postbox, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    deliver, runs = Transport.send, iter([True])

    def deliver_while_another_runs(self: Transport, mail: OutgoingMail) -> None:
        for _ in runs:
            send_due(clock)
        deliver(self, mail)

    monkeypatch.setattr(Transport, "send", deliver_while_another_runs)
    write(*PEOPLE)

    send_due(clock)

    assert sorted(to for to, _number in postbox.taken) == [*PEOPLE]


def test_a_mail_that_another_run_took_meanwhile_is_not_claimed(outbox: None, clock: Clock) -> None:
    write("asa@icld.example")

    assert [claim(clock.now) is None for _ in range(2)] == [False, True]
    assert OutgoingMail.objects.get().next_try_at == clock.now + datetime.timedelta(minutes=1)


def test_a_run_ends_in_time_and_says_that_there_is_more(postbox: Postbox, send: Send, settings: Any) -> None:
    settings.MAIL_RUN_SECONDS = 0
    write(*PEOPLE)

    answers = [send() for _ in PEOPLE]

    assert answers == [True, True, False]
    assert [to for to, _number in postbox.taken] == [*PEOPLE]


def test_without_a_server_nothing_is_sent_and_nothing_is_lost(
    outbox: None, send: Send, settings: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    settings.MAIL_TRANSPORT = ""
    write(*PEOPLE)

    send()

    assert states() == [State.WAITING] * 3
    assert capfd.readouterr() == ("", "")
