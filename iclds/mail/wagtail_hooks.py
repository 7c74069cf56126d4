"""What the outbox adds to the admin."""

from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from iclds.mail.viewsets import OutgoingMailViewSet


@hooks.register("register_admin_viewset")
def register_outbox() -> ModelViewSet:
    return OutgoingMailViewSet()
