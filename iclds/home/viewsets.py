"""What visitors reported and what the link checker found, as lists of the admin."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import ModelPermissionPolicy

from iclds.core.listing import ExportedInOwnLanguage
from iclds.home.models import AccessibilityReport, BrokenLink


class NeverAdded(ModelPermissionPolicy):
    """Rows that no editor makes; of those that are not edited either, `never` says so."""

    def __init__(self, model: type[Model], never: Iterable[str] = ("add",)) -> None:
        super().__init__(model)
        self.never = frozenset(never)

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in self.never and bool(super().user_has_permission(user, action))


class AccessibilityReportViewSet(ModelViewSet):
    """Read, ticked off and deleted, never written: the form of the statement writes them."""

    model = AccessibilityReport
    permission_policy = NeverAdded(AccessibilityReport)
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


class PageColumn(TitleColumn):
    """The page that has the link, which is mended on its edit screen."""

    def get_link_url(self, instance: BrokenLink, parent_context: Any) -> str:
        return reverse("wagtailadmin_pages:edit", args=[instance.page_id])


class BrokenLinksView(ExportedInOwnLanguage, IndexView):
    pass


class BrokenLinkViewSet(ModelViewSet):
    """Links that lead nowhere. Nothing is edited here: the page is."""

    model = BrokenLink
    index_view_class = BrokenLinksView
    permission_policy = NeverAdded(BrokenLink, never=("add", "change"))
    name = "broken_links"
    url_prefix = "reports/links"
    icon = "link"
    menu_label = _("Broken links")
    menu_hook = "register_reports_menu_item"
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    form_fields: list[str] = []
    list_display = [
        PageColumn("page", label=_("Page"), sort_key="page__title"),
        Column("language", label=_("Language"), sort_key="page__locale"),
        Column("text", label=_("Words of the link")),
        Column("leads_to", label=_("Leads to"), sort_key="address"),
        Column("what_is_wrong", label=_("What is wrong"), sort_key="fault"),
        DateColumn("found_at", label=_("Found"), sort_key="found_at"),
    ]
    list_filter = ["fault"]
    list_export = ["page", "language", "text", "leads_to", "what_is_wrong", "found_at"]
    search_fields = ["text", "address", "title", "page__title"]
    search_backend_name = None
