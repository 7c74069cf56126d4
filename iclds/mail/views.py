"""What an administrator does with one mail, each after a question."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.views.generic import DeleteView

from iclds.mail.actions import drop, send_again
from iclds.mail.models import OutgoingMail


class ConfirmedView(DeleteView):
    """Wagtail's page of confirmation for something that deletes no row. What is sent or dropped is not found."""

    template_name = "mail/admin/confirm.html"
    yes: str | Promise
    no: str | Promise
    is_serious = False

    def get_queryset(self) -> QuerySet[OutgoingMail]:
        return OutgoingMail.objects.unsent().defer("body")

    def get_usage_url(self) -> None:
        """Nothing refers to a mail."""

    def act(self) -> bool:
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        if self.act():
            messages.success(self.request, self.get_success_message())
        else:
            messages.warning(self.request, gettext("It was sent or dropped meanwhile."))
        return HttpResponseRedirect(self.get_success_url())


class DropView(ConfirmedView):
    page_title = _("Drop")
    success_message = _("“%(object)s” is dropped.")
    confirmation_message = _("It will never be sent, and its text is erased. Drop it?")
    yes = _("Yes, drop it")
    no = _("No, keep it")
    is_serious = True

    def act(self) -> bool:
        return drop(mail=self.object)


class SendAgainView(ConfirmedView):
    page_title = _("Send again")
    success_message = _("“%(object)s” is sent within a minute if the mail server takes it.")
    confirmation_message = _("It is tried at once, and for three more days if that fails. Send it?")
    yes = _("Yes, send it")
    no = _("No, leave it")

    def get_delete_url(self) -> str:
        return reverse("outgoing_mail:send_again", args=[self.object.pk])

    def act(self) -> bool:
        return send_again(mail=self.object)
