"""No log, and nothing that is kept, holds what a mail says or the site's password at the mail server."""

import logging
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from iclds.background.worker import work_off
from iclds.mail.models import MailServer, OutgoingMail
from iclds.mail.sending import send_due
from tests.factories.users import UserFactory
from tests.mail.conftest import Clock
from tests.mail.servers import BREAK_OFF, Postbox

ACCOUNT, PASSWORD = "site-account", "open-sesame-7"
# What a server says of a mail it refuses may be a part of it.
ECHOES = "554 5.7.1 Blocked: https://icld.example/admin/password_reset/confirm/"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "answers",
    [
        pytest.param({}, id="all is well"),
        pytest.param({"DATA": ECHOES}, id="refused, with a part of the mail"),
        pytest.param({"RCPT": f"535 5.7.8 {PASSWORD}"}, id="refused, with a part of the talk"),
        pytest.param({"TAKEN": BREAK_OFF}, id="broken off"),
        pytest.param({"LOGIN": ""}, id="not logged in"),
    ],
)
def test_nothing_secret_is_logged_or_kept(
    answers: dict[str, str], postbox: Postbox, clock: Clock, settings: Any, caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    caplog.set_level(logging.DEBUG)
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = ACCOUNT, PASSWORD
    postbox.answers, postbox.accepts_passwords = answers, "LOGIN" not in answers
    UserFactory(username="astrid")
    Client().post(reverse("wagtailadmin_password_reset"), {"email": "astrid@icld.example"})
    work_off()
    mail = OutgoingMail.objects.get()
    written = bytes(mail.body) or bytes(postbox.envelopes[0].content)
    (token,) = re.findall(rb"/password_reset/confirm/\w+/([\w-]+)/", written)

    clock.passes(minutes=5)
    send_due(clock)

    # aiosmtpd, the server of the test, tells its part of the talk; the site's is everything else.
    logged = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("mail.log"))
    logged += "".join(str(record.exc_text) for record in caplog.records if not record.name.startswith("mail.log"))
    told = f"{logged}{capfd.readouterr()}"
    kept = str([*OutgoingMail.objects.defer("body").values_list("subject", "fault", "reply", "message_id")])
    kept += str([*MailServer.objects.values()])
    secrets = (token.decode(), "password_reset/confirm", PASSWORD, ACCOUNT, "astrid")
    assert [secret for secret in secrets if secret in told or secret in kept] == []
    assert "iclds.mail" in {record.name.rpartition(".")[0] for record in caplog.records} or not answers
