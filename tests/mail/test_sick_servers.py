"""While the mail server is sick mail waits, nothing else does, and everything arrives once when it is well."""

import datetime
import socket
import time
from collections.abc import Callable
from typing import Any

import pytest

from iclds.mail.faults import Fault
from iclds.mail.models import MailServer, OutgoingMail
from iclds.mail.states import State
from tests.mail.conftest import Clock, write
from tests.mail.servers import (
    BREAK_OFF,
    NOTHING,
    Impostor,
    Postbox,
    dribbles,
    free_port,
    never_comes_to_the_end,
    says_nothing,
    turns_away,
)

pytestmark = pytest.mark.django_db

PEOPLE = ("asa@icld.example", "bo@icld.example", "cilla@icld.example")
Send = Callable[[], bool]


SICK: dict[str, tuple[Any, str, str]] = {
    "silent from the start": (says_nothing, Fault.SILENT, ""),
    "a letter now and then": (dribbles, Fault.SILENT, ""),
    "an answer without end": (never_comes_to_the_end, Fault.SILENT, ""),
    "turning everybody away": (turns_away, Fault.NOT_NOW, "554 5.3.2"),
    "silent in mid-talk": ({"RCPT": NOTHING}, Fault.SILENT, ""),
    "silent after the text": ({"DATA": NOTHING}, Fault.SILENT, ""),
    "breaking off in mid-talk": ({"RCPT": BREAK_OFF}, Fault.BROKE_OFF, ""),
    "too busy": ({"MAIL": "421 4.3.2 Too busy"}, Fault.NOT_NOW, "421 4.3.2"),
    "asking for an account": ({"MAIL": "530 5.7.0 Log in first"}, Fault.ACCOUNT, "530 5.7.0"),
}


@pytest.mark.parametrize("how", SICK)
def test_mail_waits_for_a_sick_server(how: str, postbox: Postbox, send: Send, clock: Clock, settings: Any) -> None:
    illness, fault, reply = SICK[how]
    well_port = settings.EMAIL_PORT
    write(*PEOPLE)
    if fault == Fault.SILENT:
        settings.MAIL_TIMEOUT, settings.MAIL_SECONDS = 0.2, 0.5
    if callable(illness):
        impostor = Impostor(illness)
        settings.EMAIL_PORT = impostor.port
    else:
        postbox.answers = illness
    send()
    taken_while_sick = [*postbox.taken]
    tried = list(OutgoingMail.objects.order_by("pk").values_list("tries", "fault"))
    told = MailServer.load()
    if callable(illness):
        impostor.stop()
    postbox.recover()
    settings.EMAIL_PORT, settings.MAIL_TIMEOUT, settings.MAIL_SECONDS = well_port, 10, 20

    clock.passes(minutes=1)
    send()

    assert taken_while_sick == []
    assert (told.fault, told.reply) == (fault, reply)
    assert tried == [(1, fault), (0, fault), (0, fault)]  # one time limit a run, however many wait
    assert sorted(to for to, _number in postbox.taken) == [*PEOPLE]
    assert set(OutgoingMail.objects.values_list("state", flat=True)) == {State.SENT}
    assert MailServer.load().sick_since is None


def test_a_password_that_is_not_accepted_stops_the_run(
    postbox: Postbox, send: Send, clock: Clock, settings: Any
) -> None:
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "site", "open-sesame"
    postbox.accepts_passwords = False
    write(*PEOPLE)
    send()
    told = str(MailServer.load())
    postbox.accepts_passwords = True

    clock.passes(minutes=1)
    send()

    assert told == "The mail server does not accept the site's account. (535 5.7.8)"
    assert sorted(to for to, _number in postbox.taken) == [*PEOPLE]


def test_a_server_without_encryption_gets_no_mail_where_it_is_asked_for(
    postbox: Postbox, send: Send, settings: Any
) -> None:
    settings.EMAIL_USE_TLS = True
    write(*PEOPLE)

    send()

    assert (MailServer.load().fault, postbox.taken) == (Fault.UNFIT, [])


@pytest.mark.parametrize(
    ("asks", "fault"),
    [
        pytest.param("no such name", Fault.UNKNOWN_HOST, id="a name that nobody knows"),
        pytest.param("no answer", Fault.SILENT, id="a resolver that does not answer"),
    ],
)
def test_mail_waits_for_a_name_to_be_found(
    asks: str, fault: str, postbox: Postbox, send: Send, clock: Clock, settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def look_up(*args: object, **options: object) -> None:
        if asks == "no answer":
            time.sleep(1)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    write(*PEOPLE)
    if fault == Fault.SILENT:
        settings.MAIL_TIMEOUT = 0.2
    with monkeypatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", look_up)
        send()
    settings.MAIL_TIMEOUT = 10
    told = MailServer.load().fault

    clock.passes(minutes=1)
    send()

    assert told == fault
    assert sorted(to for to, _number in postbox.taken) == [*PEOPLE]


def test_a_server_that_is_down_for_a_day_is_asked_less_and_less(
    postbox: Postbox, send: Send, clock: Clock, settings: Any
) -> None:
    well_port, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    write(*PEOPLE)
    began = clock.now
    asked_at = []
    while clock.now - began < datetime.timedelta(days=1):
        send()
        asked_at.append((clock.now - began).total_seconds() / 60)
        server = MailServer.load()
        clock.now = server.next_try_at or began
        clock.passes(seconds=-1)
        send()
        assert MailServer.load().tries == server.tries == len(asked_at)
        clock.passes(seconds=1)
    settings.EMAIL_PORT = well_port

    send()

    assert asked_at == [0, 1, 3, 8, *range(18, 24 * 60, 15)]
    assert sorted(to for to, _number in postbox.taken) == [*PEOPLE]


def test_new_mail_does_not_wake_a_server_that_rests(outbox: None, send: Send, clock: Clock, settings: Any) -> None:
    write("asa@icld.example")
    send()

    clock.passes(seconds=30)
    write("bo@icld.example")
    send()

    assert list(OutgoingMail.objects.order_by("pk").values_list("tries", flat=True)) == [1, 0]


@pytest.mark.parametrize("answer", [BREAK_OFF, "421 4.4.2 That was enough"])
def test_a_server_that_takes_one_mail_a_connection_is_not_sick(answer: str, postbox: Postbox, send: Send) -> None:
    postbox.answers = {"SECOND": answer}
    write(*PEOPLE)

    send()

    assert [to for to, _number in postbox.taken] == [*PEOPLE]
    assert MailServer.load().sick_since is None


def test_a_mail_that_a_server_chokes_on_stands_in_nobodys_way(postbox: Postbox, send: Send, clock: Clock) -> None:
    postbox.answers = {"asa@icld.example": BREAK_OFF}
    write(*PEOPLE)
    send()

    clock.passes(minutes=1)
    send()

    assert [to for to, _number in postbox.taken] == ["bo@icld.example", "cilla@icld.example"]
