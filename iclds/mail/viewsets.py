"""The outbox in the admin: what waits and why. No screen of it shows what a mail says."""

from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import ModelPermissionPolicy

from iclds.mail.models import MailServer, OutgoingMail
from iclds.mail.states import State
from iclds.mail.views import DropView, SendAgainView


class NeitherAddedNorChanged(ModelPermissionPolicy):
    """The site writes its mails. Who may delete may drop and send again."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in {"add", "change"} and bool(super().user_has_permission(user, action))


class MomentColumn(Column):
    """A time to come, which Wagtail's own column would call “just now”."""

    def get_value(self, instance: OutgoingMail) -> str:
        moment = super().get_value(instance)
        return date_format(localtime(moment), "SHORT_DATETIME_FORMAT") if moment else ""


class OutboxView(IndexView):
    def get_base_queryset(self) -> QuerySet[OutgoingMail]:
        server = MailServer.objects.filter(id=MailServer.THE_ROW).values("next_try_at")[:1]
        return OutgoingMail.objects.defer("body").with_next_try(server)

    def get_list_more_buttons(self, instance: OutgoingMail) -> list[MenuItem]:
        if instance.state not in {State.WAITING, State.GIVEN_UP} or not self.user_has_permission("delete"):
            return []
        again, drop = (reverse(f"outgoing_mail:{name}", args=[instance.pk]) for name in ("send_again", "delete"))
        return [
            MenuItem(gettext("Send again"), url=again, icon_name="mail", priority=10),
            MenuItem(gettext("Drop"), url=drop, icon_name="bin", priority=20),
        ]


class OutgoingMailViewSet(ModelViewSet):
    model = OutgoingMail
    index_view_class = OutboxView
    delete_view_class = DropView
    permission_policy = NeitherAddedNorChanged(OutgoingMail)
    name = "outgoing_mail"
    url_prefix = "reports/mail"
    icon = "mail"
    menu_label = _("Outgoing mail")
    menu_hook = "register_reports_menu_item"
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = False
    form_fields: list[str] = []
    list_display = [
        "recipient",
        Column("subject", label=_("Subject"), sort_key="subject"),
        DateColumn("created_at", label=_("Written"), sort_key="created_at"),
        Column("tries", label=_("Tries"), sort_key="tries"),
        MomentColumn("next_try", label=_("Next try"), sort_key="next_try"),
        Column("what_is_wrong", label=_("What is wrong"), sort_key="fault"),
        Column("get_state_display", label=_("State"), sort_key="state"),
    ]
    list_filter = ["state"]
    search_fields = ["recipient", "subject"]
    search_backend_name = None
    ordering = ["-created_at", "-pk"]

    def get_urlpatterns(self) -> list[URLPattern]:
        again = self.construct_view(SendAgainView, **self.get_delete_view_kwargs())
        return [*super().get_urlpatterns(), path("again/<int:pk>/", again, name="send_again")]
