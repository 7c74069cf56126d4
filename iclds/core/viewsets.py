"""Lists of the admin for what stands on the ground floor."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from iclds.core.models import Contact


class ContactViewSet(SnippetViewSet):
    model = Contact
    icon = "mail"
    menu_label = _("Contacts")
    menu_name = "contacts"
    menu_order = 290
    add_to_admin_menu = True
    list_display = ["role_en", "role_sv", "email"]
    search_fields = ["role_en", "role_sv", "email"]
