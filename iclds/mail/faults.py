"""Why a mail did not go out, as far as an administrator is told.

Never in the server's own words: they may repeat what was sent to it, an account's name or a link out of the mail.
Its numbers say enough (RFC 5321, RFC 3463).
"""

import re
import smtplib
import socket
import ssl
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

NOT_NOW = 421
# Those by which a server asks for another account, whatever it was asked for (RFC 4954).
ABOUT_THE_ACCOUNT = {530, 534, 535, 538}
ENHANCED = re.compile(rb"^([245]\.\d{1,3}\.\d{1,3})\b")


class Fault(models.TextChoices):
    """What went wrong; the first ones are the server's and hold for every mail, the last ones a single mail's."""

    UNKNOWN_HOST = "unknown_host", _("The name of the mail server is not known.")
    UNREACHABLE = "unreachable", _("The mail server cannot be reached.")
    SILENT = "silent", _("The mail server did not answer in time.")
    BROKE_OFF = "broke_off", _("The mail server broke off.")
    UNSAFE = "unsafe", _("There is no safe connection to the mail server.")
    ACCOUNT = "account", _("The mail server does not accept the site's account.")
    UNFIT = "unfit", _("The mail server does not offer encryption or logging in.")
    NOT_NOW = "not_now", _("The mail server takes no mail at present.")
    SENDER = "sender", _("The mail server refused the sender.")
    RECIPIENT = "recipient", _("The mail server refused the recipient.")
    CONTENT = "content", _("The mail server refused the message.")
    UNSENDABLE = "unsendable", _("The message cannot be sent as it is.")


ONE_MAILS = {Fault.SENDER, Fault.RECIPIENT, Fault.CONTENT, Fault.UNSENDABLE}
# What sending may raise: all of smtplib's own are OSErrors; ValueError is for what no server would understand.
UNSENT = (OSError, ValueError)


@dataclass(frozen=True)
class Problem:
    """A fault, and the numbers of the server's answer ("550 5.1.1"), "" where it gave none."""

    fault: Fault
    reply: str = ""

    def __str__(self) -> str:
        """For the log."""
        return f"{self.fault.value} {self.reply}".strip()

    @property
    def is_the_servers(self) -> bool:
        """Whether it would have met any other mail as well."""
        return self.fault not in ONE_MAILS


def problem_in(error: BaseException) -> Problem:
    """What an exception of UNSENT, raised while a mail was sent, means."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(error.recipients.values()))
        return _answered(Fault.RECIPIENT, code, words)
    if isinstance(error, smtplib.SMTPResponseException):
        return _answered(_fault_of_answer(error), error.smtp_code, error.smtp_error)
    return Problem(_fault_without_answer(error))


def _fault_of_answer(error: smtplib.SMTPResponseException) -> Fault:
    match error:
        case smtplib.SMTPAuthenticationError():
            return Fault.ACCOUNT
        case smtplib.SMTPSenderRefused():
            return Fault.SENDER
        case smtplib.SMTPDataError():
            return Fault.CONTENT
    return Fault.NOT_NOW


def _answered(fault: Fault, code: int, words: bytes | str) -> Problem:
    if code in ABOUT_THE_ACCOUNT:
        fault = Fault.ACCOUNT
    elif code == NOT_NOW:
        fault = Fault.NOT_NOW
    elif not 200 <= code <= 599:
        return Problem(Fault.BROKE_OFF)
    text = words if isinstance(words, bytes) else words.encode("ascii", "replace")
    enhanced = ENHANCED.match(text)
    return Problem(fault, f"{code} {enhanced[1].decode()}" if enhanced else str(code))


def _fault_without_answer(error: BaseException) -> Fault:
    # smtplib says of a step that took too long that the connection was closed, and keeps the reason behind it.
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return Fault.SILENT
    for kind, fault in (
        (socket.gaierror, Fault.UNKNOWN_HOST),
        (ssl.SSLError, Fault.UNSAFE),
        (smtplib.SMTPServerDisconnected, Fault.BROKE_OFF),
        (smtplib.SMTPException, Fault.UNFIT),
        (OSError, Fault.UNREACHABLE),
    ):
        if isinstance(error, kind):
            return fault
    return Fault.UNSENDABLE
