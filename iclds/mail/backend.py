"""The site's EMAIL_BACKEND: whoever sends a mail writes it into the outbox, and waits for no server."""

import copy
import logging
from collections.abc import Sequence
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import sanitize_address
from django.db import DatabaseError
from django.utils import timezone

from iclds.mail.actions import put_into_outbox
from iclds.mail.models import OutgoingMail
from iclds.mail.pauses import TRIED_FOR

logger = logging.getLogger(__name__)


class OutboxBackend(BaseEmailBackend):
    """Stores messages in the transaction that causes them: rolled back with it, or kept with it."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """How many messages were stored.

        Raises what the database does, and ValueError for headers and addresses that cannot be, unless told to fail
        silently.
        """
        try:
            mails_of_each = [mails_of(message) for message in email_messages]
            put_into_outbox([mail for mails in mails_of_each for mail in mails])
        except (DatabaseError, ValueError):
            if not self.fail_silently:
                raise
            logger.exception("A mail could not be written.")
            return 0
        return sum(bool(mails) for mails in mails_of_each)


def mails_of(message: EmailMessage) -> list[OutgoingMail]:
    """A message as rows that are not stored yet: one for each recipient, hidden ones too.

    So a refusal of one keeps nobody else waiting, and makes nobody get the mail twice.
    """
    encoding = message.encoding or settings.DEFAULT_CHARSET
    # Of our own: the same message may be sent once more by its author, and is another mail then.
    message = copy.copy(message)
    if "message-id" not in {name.lower() for name in message.extra_headers}:
        message.extra_headers = {**message.extra_headers, "Message-ID": make_msgid(domain=settings.SITE_HOST)}
    finished = message.message()
    body = finished.as_bytes(linesep="\r\n")  # type: ignore[call-arg]  # Django's own message classes take it
    now = timezone.now()
    recipients = dict.fromkeys(_address(recipient, encoding) for recipient in message.recipients())
    return [
        OutgoingMail(
            recipient=recipient,
            sender=_address(message.from_email, encoding),
            subject=str(message.subject),
            message_id=finished["Message-ID"],
            body=body,
            created_at=now,
            next_try_at=now,
            give_up_at=now + TRIED_FOR,
        )
        for recipient in recipients
    ]


def _address(written: str, encoding: str) -> str:
    """The bare address, as a mail server is told it. Raises ValueError for what is none."""
    address = parseaddr(sanitize_address(written, encoding))[1]
    if not all(address.rpartition("@")):
        raise ValueError("Invalid address: it has no name or no host.")
    return address
