"""Lists of the admin for what stands on the ground floor."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from iclds.core.models import Contact, DocumentList, SharedCallout


class ContactViewSet(SnippetViewSet):
    model = Contact
    icon = "mail"
    menu_label = _("Contacts")
    list_display = ["role_en", "role_sv", "email"]
    search_fields = ["role_en", "role_sv", "email"]


class SharedCalloutViewSet(SnippetViewSet):
    model = SharedCallout
    icon = "warning"
    menu_label = _("Callouts")
    list_display = ["name", Column("get_kind_display", label=_("Kind"), sort_key="kind"), "title_en", "title_sv"]
    search_fields = ["name", "title_en", "title_sv"]


class DocumentListViewSet(SnippetViewSet):
    model = DocumentList
    icon = "list-ul"
    menu_label = _("Document lists")
    list_display = ["name", "title_en", "title_sv"]
    search_fields = ["name", "title_en", "title_sv"]


class SharedContentGroup(SnippetViewSetGroup):
    """What is written once and used on many pages, as one entry of the menu."""

    items = (ContactViewSet, SharedCalloutViewSet, DocumentListViewSet)
    menu_label = _("Shared content")
    menu_icon = "snippet"
    menu_name = "shared-content"
    menu_order = 230
