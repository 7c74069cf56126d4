"""What the outbox adds to the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogActionRegistry

from iclds.mail.viewsets import OutgoingMailViewSet


@hooks.register("register_admin_viewset")
def register_outbox() -> ModelViewSet:
    return OutgoingMailViewSet()


@hooks.register("register_log_actions")
def register_what_administrators_do(actions: LogActionRegistry) -> None:
    actions.register_action("mail.send_again", _("Send again"), _("Sent again"))
    actions.register_action("mail.drop", _("Drop"), _("Dropped"))
