"""The site with its outbox and a mail server that is well until a test says otherwise."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.utils import timezone

from iclds.mail.models import OutgoingMail
from iclds.mail.sending import send_due
from tests.mail.servers import MailServer, Postbox
from tests.started.site import free_port

OUTBOX = "iclds.mail.backend.OutboxBackend"
SMTP = "iclds.mail.smtp.EmailBackend"


@pytest.fixture(scope="session")
def mail_server() -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def outbox(db: None, settings: Any) -> None:
    """What the site sends goes into the outbox, and from there to a server that nobody listens as."""
    settings.EMAIL_BACKEND = OUTBOX
    settings.MAIL_TRANSPORT = SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = False
    settings.MAIL_TIMEOUT, settings.MAIL_SECONDS, settings.MAIL_RUN_SECONDS = 10, 20, 30


@pytest.fixture
def postbox(outbox: None, mail_server: MailServer, settings: Any) -> Postbox:
    """The server that is set: well, and empty."""
    settings.EMAIL_PORT = mail_server.port
    mail_server.postbox.recover()
    return mail_server.postbox


@dataclass
class Clock:
    """The time by which mail is sent; it passes when a test says so."""

    now: datetime.datetime

    def __call__(self) -> datetime.datetime:
        return self.now

    def passes(self, **period: float) -> None:
        self.now += datetime.timedelta(**period)


@pytest.fixture
def clock() -> Clock:
    """A second ahead, so that what a test has just written is due."""
    return Clock(timezone.now() + datetime.timedelta(seconds=1))


@pytest.fixture
def send(clock: Clock) -> Callable[[], bool]:
    """What the job does, by the test's clock."""
    return lambda: send_due(clock)


def write(*recipients: str, **fields: Any) -> list[OutgoingMail]:
    """Send a mail to each, as any part of the site does, and say what stands in the outbox then."""
    for recipient in recipients:
        EmailMessage(
            **{"subject": f"To {recipient}", "body": "Read me.\n", "to": [recipient], "connection": None, **fields}
        ).send()
    return list(OutgoingMail.objects.order_by("pk"))
