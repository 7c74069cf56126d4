"""Programmes as a list of the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from iclds.core.listing import NamedInOwnLanguage
from programmes.models import Programme


class ProgrammeView(NamedInOwnLanguage, IndexView):
    pass


class ProgrammeViewSet(SnippetViewSet):
    model = Programme
    index_view_class = ProgrammeView
    icon = "clipboard-list"
    menu_label = _("Programmes")
    menu_order = 200
    add_to_admin_menu = True
    list_display = ["name_en", "name_sv", "code", BooleanColumn("accepts_applications", label=_("Takes applications"))]
