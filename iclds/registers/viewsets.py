"""The registers as lists of the admin."""

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from iclds.core.listing import NamedInOwnLanguage
from iclds.registers.models import CoreArea, Country, Organisation, Subject


class RegisterView(NamedInOwnLanguage, IndexView):
    pass


class CountryViewSet(SnippetViewSet):
    model = Country
    index_view_class = RegisterView
    icon = "globe"
    menu_label = _("Countries")
    list_display = [
        "name_en",
        "name_sv",
        "code",
        Column("get_region_display", label=_("Region"), sort_key="region"),
        Column("project_count", label=_("Projects"), sort_key="project_count"),
    ]
    list_filter = ["region"]
    list_export = ["code", "name_en", "name_sv", "get_region_display", "project_count"]
    export_headings = {"get_region_display": _("Region"), "project_count": _("Projects")}
    ordering = ["name_en"]
    list_per_page = 50
    search_fields = ["name_en", "name_sv", "code"]
    search_backend_name = None  # so that what is found can be sorted by any column

    def get_queryset(self, request: HttpRequest) -> QuerySet[Country]:
        return Country.objects.annotate(project_count=Count("projects", filter=Q(projects__is_public=True)))


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    index_view_class = RegisterView
    icon = "group"
    menu_label = _("Organisations")
    list_display = [
        "name_en",
        "name_sv",
        Column("country", label=_("Country"), sort_key="country__name_en"),
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        Column("project_count", label=_("Projects"), sort_key="project_count"),
    ]
    list_filter = ["kind", "country"]
    list_export = [
        "slug", "name_en", "name_sv", "get_kind_display", "country", "municipality_code", "latitude", "longitude",
        "project_count",
    ]  # fmt: skip
    export_headings = {"get_kind_display": _("Kind"), "project_count": _("Projects")}
    ordering = ["name_en"]
    list_per_page = 50
    search_fields = ["name_en", "name_sv", "municipality_code"]
    search_backend_name = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Organisation]:
        public = Count("partnerships", filter=Q(partnerships__project__is_public=True))
        return Organisation.objects.select_related("country").annotate(project_count=public)


class CoreAreaViewSet(SnippetViewSet):
    model = CoreArea
    index_view_class = RegisterView
    icon = "pick"
    menu_label = _("Core areas")
    list_display = ["name_en", "name_sv", "slug"]


class SubjectViewSet(SnippetViewSet):
    model = Subject
    index_view_class = RegisterView
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
