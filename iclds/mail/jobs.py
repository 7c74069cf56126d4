"""What the worker does about mail."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iclds.background.clock import daily, every
from iclds.background.queues import labelled, quick_job
from iclds.mail.models import OutgoingMail
from iclds.mail.password_links import send_password_links
from iclds.mail.sending import send_due


@every(minutes=1)
@labelled(_("Send the mail that waits"))
@quick_job
def send_waiting() -> None:
    """Also put on the queue with every mail, so that it goes at once."""
    if send_due():
        # The rest in a job of its own, so that what is due by the clock comes in between.
        send_waiting.enqueue()


@labelled(_("Send a link for a new password"))
@quick_job
def send_password_link(email: str, language: str) -> None:
    """For whoever typed this address, in the language of the page; nothing where nobody has it."""
    send_password_links(email=email, language=language)


@daily(at="03:15")
@labelled(_("Delete mail that was kept long enough"))
@quick_job
def delete_old_mail() -> None:
    OutgoingMail.objects.all().kept_too_long(timezone.now()).delete()
