"""The reports on accessibility as a list of the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet

from iclds.home.models import AccessibilityReport


class AccessibilityReportViewSet(ModelViewSet):
    """Read, ticked off and deleted, never written: the form of the statement writes them."""

    model = AccessibilityReport
    name = "accessibility_reports"
    url_prefix = "reports/accessibility"
    icon = "warning"
    menu_label = _("Accessibility reports")
    menu_hook = "register_reports_menu_item"
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = [
        "__str__",
        Column("page", label=_("Page"), sort_key="page"),
        DateColumn("created_at", label=_("Received"), sort_key="created_at"),
        BooleanColumn("is_handled", label=_("Handled"), sort_key="is_handled"),
    ]
    list_filter = ["is_handled", "language"]
    search_fields = ["text", "page", "email"]
    search_backend_name = None
    ordering = ["-created_at"]
