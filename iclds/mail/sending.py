"""Sends what is due: at least once, always under the same Message-ID, and never long.

A failure of the server ends the run, and the server rests before it is asked again, longer each time; nothing else is
tried meanwhile, so a sick server costs one time limit a pause, however many mails wait. A refusal of one mail puts
off that one alone. When a mail gets through, everything that waited for the server is due and goes at once.
"""

import datetime
import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from iclds.mail.faults import UNSENT, Problem, problem_in
from iclds.mail.models import MailServer, OutgoingMail
from iclds.mail.pauses import pause_after
from iclds.mail.querysets import OutgoingMailQuerySet
from iclds.mail.states import State
from iclds.mail.transport import Transport

# How long to wait for a database that is locked or restarts before what was sent is marked as such.
SECONDS_BETWEEN_MARKS = (0.1, 1, 5, 10)

logger = logging.getLogger(__name__)


def send_due(clock: Callable[[], datetime.datetime] = timezone.now) -> bool:
    """Send what is due, over one connection, outside any transaction; True where the time was up before all was tried.

    Two runs at once do no harm: each claims a mail before it sends it. About four queries a mail.
    """
    if not settings.MAIL_TRANSPORT:
        _give_up(OutgoingMail.objects.due(clock()), None, clock())
        return False
    server = MailServer.load()
    if server.rests(clock()):
        return False
    ends = time.monotonic() + settings.MAIL_RUN_SECONDS
    with Transport() as transport:
        while (mail := claim(clock())) is not None:
            try:
                transport.send(mail)
            except UNSENT as error:
                problem = problem_in(error)
                if problem.is_the_servers:
                    note_sick_server(server, mail, problem, clock())
                    return False
                note_refusal(mail, problem, clock())
            else:
                mark_sent(mail, clock())
            server.note_health()
            if time.monotonic() >= ends:
                return OutgoingMail.objects.due(clock()).exists()
    return False


def claim(now: datetime.datetime) -> OutgoingMail | None:
    """The next mail that is due, now ours: put off as if this try had failed, should the process end in it."""
    while (mail := OutgoingMail.objects.due(now).first()) is not None:
        as_read = OutgoingMail.objects.waiting().filter(pk=mail.pk, tries=mail.tries)
        mail.tries += 1
        if as_read.update(tries=mail.tries, next_try_at=now + pause_after(mail.tries)):
            return mail
    return None


def mark_sent(mail: OutgoingMail, now: datetime.datetime) -> None:
    """Note that the server has taken a mail, and erase its text. Without the mark it would go out again."""
    unmarked = OutgoingMail.objects.filter(pk=mail.pk).exclude(state=State.SENT)
    for pause in SECONDS_BETWEEN_MARKS:
        try:
            _mark(unmarked, now)
        except (InterfaceError, OperationalError):
            logger.warning("Mail %s is sent, and the database does not take the note of it.", mail.pk, exc_info=True)
            time.sleep(pause)
            if not connection.in_atomic_block:
                connection.close_if_unusable_or_obsolete()
        else:
            return
    _mark(unmarked, now)


def _mark(unmarked: OutgoingMailQuerySet, now: datetime.datetime) -> None:
    unmarked.update(state=State.SENT, ended_at=now, body=b"", fault="", reply="")


def note_refusal(mail: OutgoingMail, problem: Problem, now: datetime.datetime) -> None:
    """The server answers but does not take this mail, which is tried again later or, after its time, given up."""
    this = OutgoingMail.objects.waiting().filter(pk=mail.pk)
    this.update(fault=problem.fault, reply=problem.reply)
    _give_up(this, problem, now)
    logger.warning("Mail %s was refused (%s).", mail.pk, problem)


def note_sick_server(server: MailServer, mail: OutgoingMail, problem: Problem, now: datetime.datetime) -> None:
    """The server failed: this mail is due again as the others are, which wait for the same reason; the server rests."""
    reason = {"fault": problem.fault, "reply": problem.reply}
    OutgoingMail.objects.waiting().filter(pk=mail.pk).update(next_try_at=now, **reason)
    OutgoingMail.objects.due(now).filter(fault="").update(**reason)
    server.note(problem, now=now, next_try_at=now + pause_after(server.tries + 1))
    _give_up(OutgoingMail.objects.due(now), problem, now)
    logger.warning("Mail does not go out (%s). The next try is at %s.", problem, server.next_try_at)


def _give_up(mails: OutgoingMailQuerySet, problem: Problem | None, now: datetime.datetime) -> None:
    """Give up those of some mails, all of which have just failed for this reason, whose time is over."""
    reason = {"fault": problem.fault, "reply": problem.reply} if problem else {}
    mails.filter(give_up_at__lte=now).update(state=State.GIVEN_UP, ended_at=now, **reason)
