"""The outbox: every mail of the site, once for each who gets it, and how the mail server does."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from iclds.mail.faults import Fault, Problem
from iclds.mail.querysets import OutgoingMailQuerySet
from iclds.mail.states import State


class OutgoingMail(models.Model):
    """A finished mail to one recipient. Only `body` is secret: it may carry a link for a new password."""

    recipient = models.TextField(_("to"), editable=False)
    sender = models.TextField(_("from"), editable=False)
    subject = models.TextField(_("subject"), editable=False)
    message_id = models.TextField(_("message number"), editable=False)
    # As it goes over the wire, headers included; emptied once it is sent or dropped.
    body = models.BinaryField(editable=False)
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING, editable=False)
    tries = models.PositiveIntegerField(_("tries"), default=0, editable=False)
    next_try_at = models.DateTimeField(_("next try"), editable=False)
    # The first try that fails after this is the last one.
    give_up_at = models.DateTimeField(editable=False)
    fault = models.CharField(_("what is wrong"), max_length=20, choices=Fault, blank=True, editable=False)
    reply = models.CharField(_("answer of the mail server"), max_length=20, blank=True, editable=False)
    # When it was sent, given up or dropped.
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["next_try_at"], condition=models.Q(state=State.WAITING), name="mail_due"),
            models.Index(fields=["state", "ended_at"], name="mail_state"),
            models.Index(fields=["-created_at", "-id"], name="mail_latest"),
        ]

    def __str__(self) -> str:
        return gettext("%(subject)s, to %(recipient)s") % {"subject": self.subject, "recipient": self.recipient}

    @property
    def what_is_wrong(self) -> str:
        """Why the last try failed, in words, with the server's number; "" where none failed or all is over."""
        is_over = self.state in {State.SENT, State.DROPPED}
        return "" if is_over else in_words(self.fault, self.reply)


class MailServer(models.Model):
    """One row: whether the mail server answers, and when it is asked again where it does not."""

    THE_ROW = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=THE_ROW, editable=False)
    sick_since = models.DateTimeField(null=True)
    tries = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=20, choices=Fault, blank=True)
    reply = models.CharField(max_length=20, blank=True)

    def __str__(self) -> str:
        return in_words(self.fault, self.reply)

    @classmethod
    def load(cls) -> "MailServer":
        """The row, or one that is not stored yet. One query."""
        return cls.objects.filter(id=cls.THE_ROW).first() or cls()

    def rests(self, now: datetime.datetime) -> bool:
        """Whether it failed lately and is left alone until its next try."""
        return self.next_try_at is not None and self.next_try_at > now

    def note(self, problem: Problem, *, now: datetime.datetime, next_try_at: datetime.datetime) -> None:
        """Store one more failure."""
        self.sick_since = self.sick_since or now
        self.tries += 1
        self.next_try_at = next_try_at
        self.fault, self.reply = problem.fault, problem.reply
        self.save()

    def note_health(self) -> None:
        """Store that it answers; nothing where that was known."""
        if self.sick_since is None:
            return
        self.sick_since = self.next_try_at = None
        self.tries, self.fault, self.reply = 0, "", ""
        self.save()


def in_words(fault: str, reply: str) -> str:
    """A fault in the reader's language, with the numbers of the server's answer."""
    if fault not in Fault.values:
        return ""
    words = str(Fault(fault).label)
    return f"{words} ({reply})" if reply else words
