"""Administrators see what waits and why, and never what a mail says."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from iclds.home.roles import ADMINISTRATOR, PROGRAMME_MANAGER, make_roles
from iclds.mail.models import OutgoingMail
from iclds.mail.sending import send_due
from iclds.mail.states import State
from iclds.mail.status import MailProblem, mail_problem
from iclds.users.models import User
from tests.admin.editing import texts
from tests.factories.users import UserFactory
from tests.little_site import LittleSite
from tests.mail.conftest import Clock, write
from tests.mail.servers import Postbox

SECRET = "https://icld.example/admin/password_reset/confirm/MQ/a-token/"
LIST = "outgoing_mail:index"


@pytest.fixture
def administrator(site: LittleSite, log_in: Callable[[User], Client]) -> Client:
    user = UserFactory(username="root")
    user.groups.add(make_roles()[ADMINISTRATOR.name])
    assert not user.is_superuser
    return log_in(user)


@pytest.fixture
def rows(postbox: Postbox, clock: Clock) -> dict[str, OutgoingMail]:
    """One mail of each kind by its recipient's name."""
    write("sent@icld.example")
    send_due(clock)
    postbox.answers = {f"{name}@icld.example": "550 5.1.1 No such user" for name in ("refused", "given-up")}
    write("refused@icld.example", "given-up@icld.example", body=SECRET)
    OutgoingMail.objects.filter(recipient__startswith="given-up").update(give_up_at=clock.now)
    send_due(clock)
    write("waiting@icld.example", body=SECRET)
    return {mail.recipient.partition("@")[0]: mail for mail in OutgoingMail.objects.all()}


def listed(browser: Client, **asked: str) -> list[list[str]]:
    """Recipient, subject, tries, what is wrong and state of each row."""
    table = BeautifulSoup(browser.get(reverse(LIST), asked).content, "html.parser").select("table.listing tbody tr")
    cells = [[" ".join(cell.get_text(" ").split()) for cell in row.select("td")] for row in table]
    return [[to.split()[0], subject, tries, wrong, state] for to, subject, _at, tries, _next, wrong, state in cells]


def test_the_list_says_what_waits_and_why(administrator: Client, rows: dict[str, OutgoingMail]) -> None:
    refusal = "The mail server refused the recipient. (550 5.1.1)"

    assert listed(administrator) == [
        ["waiting@icld.example", "To waiting@icld.example", "0", "", "waiting"],
        ["given-up@icld.example", "To given-up@icld.example", "1", refusal, "given up"],
        ["refused@icld.example", "To refused@icld.example", "1", refusal, "waiting"],
        ["sent@icld.example", "To sent@icld.example", "1", "", "sent"],
    ]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"state": "waiting"}, ["waiting", "refused"]),
        ({"state": "given_up"}, ["given-up"]),
        ({"q": "to given"}, ["given-up"]),
        ({"q": '"åäö'}, []),
        ({"ordering": "next_try"}, ["waiting", "refused"]),
    ],
    ids=str,
)
def test_the_list_is_filtered_searched_and_ordered(
    asked: dict[str, str], names: list[str], administrator: Client, rows: dict[str, OutgoingMail]
) -> None:
    found = [row[0].partition("@")[0] for row in listed(administrator, **asked)]

    assert [name for name in found if name in names or "ordering" not in asked] == names


def test_the_list_asks_as_often_for_many_as_for_one(
    administrator: Client, outbox: None, django_assert_num_queries: Callable[..., Any]
) -> None:
    write("one@icld.example")
    administrator.get(reverse(LIST))
    with django_assert_num_queries(11):
        administrator.get(reverse(LIST))
    write("two@icld.example", "three@icld.example")
    with django_assert_num_queries(11):
        administrator.get(reverse(LIST))


def test_no_screen_shows_what_a_mail_says(administrator: Client, rows: dict[str, OutgoingMail]) -> None:
    pk = rows["refused"].pk
    names = ["edit", "delete", "send_again", "history", "history_results", "usage"]
    addresses = [reverse(f"outgoing_mail:{name}", args=[pk]) for name in names]
    addresses += [reverse("outgoing_mail:index"), reverse("outgoing_mail:index_results"), reverse("outgoing_mail:add")]
    addresses += [f"{reverse(LIST)}?export={kind}" for kind in ("csv", "xlsx")]
    addresses += [f"{reverse(LIST)}?ordering=body", f"{reverse(LIST)}?body=x", reverse("wagtailadmin_home")]

    answers = [administrator.get(address, follow=True) for address in addresses]

    shown = [b"".join(answer.streaming_content) if answer.streaming else answer.content for answer in answers]
    assert [address for address, text in zip(addresses, shown, strict=True) if b"a-token" in text] == []
    assert b"".join(shown).count(b"refused@icld.example") > 5


def test_a_mail_that_was_given_up_is_sent_again(
    administrator: Client, rows: dict[str, OutgoingMail], postbox: Postbox, clock: Clock
) -> None:
    address = reverse("outgoing_mail:send_again", args=[rows["given-up"].pk])
    asked = texts(administrator.get(address), "main form button")
    postbox.recover()

    told = administrator.post(address, follow=True)
    clock.passes(seconds=1)
    send_due(clock)

    assert asked == ["Yes, send it"]
    assert "is sent within a minute" in told.content.decode()
    assert {to for to, _number in postbox.taken} == {"given-up@icld.example", "waiting@icld.example"}


def test_a_mail_is_dropped_after_a_question(administrator: Client, rows: dict[str, OutgoingMail]) -> None:
    address = reverse("outgoing_mail:delete", args=[rows["refused"].pk])
    asked = texts(administrator.get(address), "main p, main form button")

    administrator.post(address)

    dropped = OutgoingMail.objects.get(pk=rows["refused"].pk)
    assert asked == ["It will never be sent, and its text is erased. Drop it?", "Yes, drop it"]
    assert (dropped.state, bytes(dropped.body)) == (State.DROPPED, b"")


def test_opening_an_address_changes_nothing(administrator: Client, rows: dict[str, OutgoingMail]) -> None:
    before = list(OutgoingMail.objects.order_by("pk").values())

    for name in ("delete", "send_again"):
        administrator.get(reverse(f"outgoing_mail:{name}", args=[rows["given-up"].pk]))

    assert list(OutgoingMail.objects.order_by("pk").values()) == before


def test_what_is_sent_can_be_neither_dropped_nor_sent_again(
    administrator: Client, rows: dict[str, OutgoingMail]
) -> None:
    answers = [
        administrator.post(reverse(f"outgoing_mail:{name}", args=[rows["sent"].pk]))
        for name in ("delete", "send_again")
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert OutgoingMail.objects.get(pk=rows["sent"].pk).state == State.SENT


def test_nobody_else_sees_or_does_anything(
    site: LittleSite, rows: dict[str, OutgoingMail], log_in: Callable[[User], Client]
) -> None:
    user = UserFactory(username="manager")
    user.groups.add(make_roles()[PROGRAMME_MANAGER.name])
    browser = log_in(user)
    pk = rows["refused"].pk

    answers = [browser.get(reverse(LIST))]
    answers += [browser.post(reverse(f"outgoing_mail:{name}", args=[pk])) for name in ("delete", "send_again")]

    assert [(answer.status_code, answer["Location"]) for answer in answers] == [(302, reverse("wagtailadmin_home"))] * 3
    assert OutgoingMail.objects.get(pk=pk).state == State.WAITING


def test_nothing_is_told_while_all_goes_well(postbox: Postbox, db: None, clock: Clock) -> None:
    write("asa@icld.example")
    just_written = mail_problem(clock.now)
    send_due(clock)

    assert (just_written, mail_problem(clock.now)) == (None, None)


def test_a_server_that_does_not_answer_is_told_with_how_many_wait(outbox: None, db: None, clock: Clock) -> None:
    first, _second = write("asa@icld.example", "bo@icld.example")

    send_due(clock)

    assert mail_problem(clock.now) == MailProblem(
        True, True, "The mail server cannot be reached.", waiting=2, since=first.created_at, given_up=0
    )


def test_what_one_mail_met_is_told(rows: dict[str, OutgoingMail], db: None, clock: Clock) -> None:
    assert mail_problem(clock.now) == MailProblem(
        True, False, "The mail server refused the recipient. (550 5.1.1)", 2, rows["refused"].created_at, given_up=1
    )


def test_that_no_server_is_set_is_told_even_while_nothing_waits(outbox: None, db: None, settings: Any) -> None:
    settings.MAIL_TRANSPORT = ""

    assert mail_problem(timezone.now()) == MailProblem(False, True, "", waiting=0, since=None, given_up=0)


def test_a_mail_that_nobody_tries_is_told(outbox: None, db: None, clock: Clock) -> None:
    (mail,) = write("asa@icld.example")

    clock.passes(minutes=11)

    assert mail_problem(clock.now) == MailProblem(True, True, "", waiting=1, since=mail.created_at, given_up=0)
