"""Projects as a list of the admin: columns that tell two rows apart, filters, search, export."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from iclds.core.filters import SearchableFilterSet
from iclds.core.listing import NamedInOwnLanguage
from projects.models import Project
from projects.querysets import ProjectQuerySet
from projects.status import ProjectStatus


class YearsColumn(Column):
    def get_value(self, instance: Project) -> str:
        years = [str(date.year) if date else "?" for date in (instance.starts_on, instance.ends_on)]
        return "" if years == ["?", "?"] else "–".join(years)


REFERENCE = Column("reference", label=_("Reference"), sort_key="reference")
FACTS = [
    Column("partners_listed", label=_("Partners")),
    YearsColumn("years", label=_("Years"), sort_key="ordered_on"),
    Column("status.label", label=_("Status")),
]


class ProjectFilterSet(SearchableFilterSet, WagtailFilterSet):
    status = ChoiceFilter(label=_("Status"), choices=ProjectStatus.choices, method="filter_status")
    lacking = ChoiceFilter(
        label=_("Lacks"),
        choices=[("partner", _("a partner")), ("dates", _("a start or an end")), ("core-area", _("a core area"))],
        method="filter_lacking",
    )

    class Meta:
        model = Project
        fields = ["status", "lacking", "type", "countries", "core_areas", "subjects", "is_public"]

    def filter_status(self, projects: ProjectQuerySet, name: str, value: str) -> ProjectQuerySet:
        return projects.with_status(value, timezone.localdate())

    def filter_lacking(self, projects: ProjectQuerySet, name: str, value: str) -> ProjectQuerySet:
        return projects.lacking(value)


class WithFacts:
    """A chooser that shows what tells two “Education project” apart; the reference stands with the name."""

    def get_object_list(self) -> QuerySet[Project]:
        return Project.objects.for_cards()

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, *FACTS]  # type: ignore[misc]


class ProjectChooseView(WithFacts, ChooseView):
    pass


class ProjectChooseResultsView(WithFacts, ChooseResultsView):
    pass


class ProjectChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ProjectChooseView
    choose_results_view_class = ProjectChooseResultsView


class ProjectView(NamedInOwnLanguage, IndexView):
    def get_queryset(self) -> QuerySet[Project]:
        projects = super().get_queryset()
        return projects.prefetch_related("countries", "core_areas") if self.is_export else projects


class ProjectViewSet(SnippetViewSet):
    model = Project
    index_view_class = ProjectView
    icon = "link"
    menu_label = _("Projects")
    menu_name = "projects"
    menu_order = 205
    add_to_admin_menu = True
    list_display = [
        "name_en",
        REFERENCE,
        *FACTS,
        BooleanColumn("is_public", label=_("Public")),
    ]
    list_export = [
        "reference", "slug", "name_en", "name_sv", "get_type_display", "status.label", "partners_listed",
        "countries_listed", "core_areas_listed", "starts_on", "ends_on", "is_public",
    ]  # fmt: skip
    export_headings = {
        "get_type_display": _("Type"),
        "status.label": _("Status"),
        "partners_listed": _("Partners"),
        "countries_listed": _("Partner countries"),
        "core_areas_listed": _("Core areas"),
    }
    filterset_class = ProjectFilterSet
    chooser_viewset_class = ProjectChooserViewSet
    edit_template_name = "projects/admin/edit.html"
    list_per_page = 50
    ordering = ["-ordered_on"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Project]:
        return Project.objects.for_cards()
