"""What the first screen of the admin says of mail that does not go out."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Min, Q

from iclds.mail.models import MailServer, OutgoingMail, in_words
from iclds.mail.states import State

# Longer than a worker that does its work leaves a mail untried.
PATIENCE = datetime.timedelta(minutes=10)


@dataclass(frozen=True)
class MailProblem:
    """Why mail does not go out, in the reader's language ("" where not known), and how many mails that concerns.

    `is_stopped`: none goes out, where otherwise single ones are refused. `since` is when the oldest one that waits was
    written; None where none waits.
    """

    is_server_set: bool
    is_stopped: bool
    reason: str
    waiting: int
    since: datetime.datetime | None
    given_up: int


def mail_problem(now: datetime.datetime) -> MailProblem | None:
    """None where a server is set, nothing was given up and no mail waits longer than it should. Three queries."""
    is_untried = Q(state=State.WAITING, fault="", created_at__lt=now - PATIENCE)
    is_refused = Q(state=State.WAITING) & ~Q(fault="")
    found = OutgoingMail.objects.unsent().aggregate(
        waiting=Count("pk", filter=Q(state=State.WAITING)),
        since=Min("created_at", filter=Q(state=State.WAITING)),
        untried=Count("pk", filter=is_untried),
        refused=Count("pk", filter=is_refused),
        given_up=Count("pk", filter=Q(state=State.GIVEN_UP)),
    )
    is_server_set = bool(settings.MAIL_TRANSPORT)
    if is_server_set and not (found["untried"] or found["refused"] or found["given_up"]):
        return None
    is_sick = MailServer.objects.filter(sick_since__isnull=False).exists()
    return MailProblem(
        is_server_set=is_server_set,
        is_stopped=not is_server_set or is_sick or found["untried"] > 0,
        reason=_reason() if is_server_set else "",
        waiting=found["waiting"],
        since=found["since"],
        given_up=found["given_up"],
    )


def _reason() -> str:
    """What the server does to all mail, or else what it said of the one that was tried last."""
    server = MailServer.load()
    if server.sick_since is not None:
        return str(server)
    refused = OutgoingMail.objects.unsent().exclude(fault="").order_by("-next_try_at").first()
    return in_words(refused.fault, refused.reply) if refused else ""
