"""What is done with the outbox; each in one transaction, with the job that sends."""

from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.log_actions import log

from iclds.mail.jobs import send_waiting
from iclds.mail.models import MailServer, OutgoingMail
from iclds.mail.pauses import TRIED_FOR
from iclds.mail.states import State


@transaction.atomic
def put_into_outbox(mails: list[OutgoingMail]) -> None:
    """Store mails that are not stored yet."""
    if mails:
        OutgoingMail.objects.bulk_create(mails)
        _kick()


@transaction.atomic
def send_again(*, mail: OutgoingMail) -> bool:
    """Try a mail at once, whatever the server did lately, and for three more days; False where its text is gone."""
    now = timezone.now()
    is_put_back = (
        OutgoingMail.objects.unsent()
        .filter(pk=mail.pk)
        .update(state=State.WAITING, next_try_at=now, give_up_at=now + TRIED_FOR, ended_at=None)
    )
    if is_put_back:
        log(mail, "mail.send_again")
        MailServer.objects.update(next_try_at=None)
        _kick()
    return bool(is_put_back)


@transaction.atomic
def drop(*, mail: OutgoingMail) -> bool:
    """Never send a mail, and erase its text; False where it is sent already."""
    unsent = OutgoingMail.objects.unsent().filter(pk=mail.pk)
    is_dropped = bool(unsent.update(state=State.DROPPED, ended_at=timezone.now(), body=b""))
    if is_dropped:
        log(mail, "mail.drop")
    return is_dropped


def _kick() -> None:
    """Have the outbox sent once this transaction is committed: once, however many mails it writes.

    Where the job that is found here starts before the commit, what this transaction wrote goes with the clock.
    """
    if not DBTaskResult.objects.ready().filter(task_path=send_waiting.module_path).exists():
        send_waiting.enqueue()
