"""Mail that waits in the outbox."""

import datetime

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from iclds.mail.models import OutgoingMail


class OutgoingMailFactory(DjangoModelFactory):
    recipient = "asa@icld.example"
    sender = "site@icld.example"
    subject = "A page waits for you"
    message_id = factory.Sequence(lambda number: f"<{number}@icld.example>")
    body = b"Subject: A page waits for you\r\n\r\nLook.\r\n"
    next_try_at = factory.LazyFunction(timezone.now)
    give_up_at = factory.LazyFunction(lambda: timezone.now() + datetime.timedelta(days=3))

    class Meta:
        model = OutgoingMail
