"""The registers as lists of the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from iclds.registers.models import CoreArea, Country, Organisation, Subject


class CountryViewSet(SnippetViewSet):
    model = Country
    icon = "globe"
    menu_label = _("Countries")
    list_display = ["name_en", "name_sv", "code", Column("get_region_display", label=_("Region"), sort_key="region")]
    list_filter = ["region"]
    list_export = ["code", "name_en", "name_sv", "region"]
    ordering = ["name_en"]
    list_per_page = 50


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    list_display = [
        "name_en",
        "name_sv",
        Column("country", label=_("Country"), sort_key="country__name_en"),
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
    ]
    list_filter = ["kind", "country"]
    list_export = ["slug", "name_en", "name_sv", "kind", "country", "municipality_code", "latitude", "longitude"]
    ordering = ["name_en"]
    list_per_page = 50

    def get_queryset(self, request):  # type: ignore[no-untyped-def]
        return Organisation.objects.select_related("country")


class CoreAreaViewSet(SnippetViewSet):
    model = CoreArea
    icon = "pick"
    menu_label = _("Core areas")
    list_display = ["name_en", "name_sv", "slug"]


class SubjectViewSet(SnippetViewSet):
    model = Subject
    icon = "tag"
    menu_label = _("Subjects")
    list_display = ["name_en", "name_sv", "slug"]


class RegistersGroup(SnippetViewSetGroup):
    """What all pages speak of, as one entry of the menu."""

    items = (CountryViewSet, OrganisationViewSet, CoreAreaViewSet, SubjectViewSet)
    menu_label = _("Registers")
    menu_icon = "list-ul"
    menu_name = "registers"
    menu_order = 220
