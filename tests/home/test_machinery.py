"""What the first screen says of mail that does not go out, and to whom."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from iclds.background.models import Heartbeat
from iclds.mail.models import OutgoingMail
from iclds.users.models import User


def first_screen(browser: Client) -> str:
    return " ".join(browser.get("/admin/").content.decode().split())


@pytest.fixture
def mail_that_waits(db: None) -> OutgoingMail:
    Heartbeat.objects.create(seen_at=timezone.now())
    day = timezone.now() - datetime.timedelta(days=1)
    return OutgoingMail.objects.create(
        recipient="editor@icld.example",
        subject="New password",
        body=b"secret",
        created_at=day,
        next_try_at=day,
        give_up_at=day + datetime.timedelta(days=3),
    )


def test_an_administrator_reads_that_mail_waits_and_where_to_see_it(
    mail_that_waits: OutgoingMail, admin_client: Client
) -> None:
    screen = first_screen(admin_client)

    assert "Mail does not go out." in screen
    assert "1 mail has been waiting since" in screen
    assert 'href="/admin/reports/mail/"' in screen


def test_a_site_without_a_mail_server_says_so(
    mail_that_waits: OutgoingMail, admin_client: Client, settings: Any
) -> None:
    settings.MAIL_TRANSPORT = ""

    assert "No mail server is set, so no mail goes out." in first_screen(admin_client)


def test_mail_is_no_concern_of_editors(mail_that_waits: OutgoingMail, publisher: User, log_in: Any) -> None:
    assert "Background work and mail" not in first_screen(log_in(publisher))


def test_one_refused_address_is_not_all_mail(mail_that_waits: OutgoingMail, admin_client: Client) -> None:
    OutgoingMail.objects.update(fault="recipient", reply="550 5.1.1", tries=4)

    screen = first_screen(admin_client)

    assert "Some mail was not delivered." in screen
    assert "The mail server refused the recipient. (550 5.1.1)" in screen
    assert "Mail does not go out." not in screen
