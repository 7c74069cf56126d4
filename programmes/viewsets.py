"""Programmes as a list of the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from programmes.models import Programme


class ProgrammeViewSet(SnippetViewSet):
    model = Programme
    icon = "clipboard-list"
    menu_label = _("Programmes")
    menu_order = 200
    add_to_admin_menu = True
    list_display = ["name_en", "name_sv", "code", BooleanColumn("accepts_applications", label=_("Takes applications"))]
