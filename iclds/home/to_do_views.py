"""The first screen of the admin and the lists that its lines lead to."""

from collections.abc import Mapping
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import PageReportView, ReportView
from wagtail.images.permissions import ImagesPermissionPolicyGetter
from wagtail.models import Locale, Page, get_page_content_types

from iclds.core.listing import ExportedInOwnLanguage
from iclds.core.models import SiteImage
from iclds.home.to_do import PAGE_LISTS, editable_by, lines_for, pictures_without_description


class ToDoPanel(Component):
    """What needs me, at the top of the first screen."""

    name = "to_do"
    order = 10
    template_name = "home/admin/to_do.html"

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Mapping[str, Any] | None) -> dict[str, Any]:
        return {"lines": lines_for(self.request.user)}  # type: ignore[arg-type]


class ToDoFilterSet(WagtailFilterSet):
    locale = django_filters.ModelChoiceFilter(label=_("Language"), queryset=Locale.objects.all())
    content_type = ContentTypeFilter(
        label=_("Type"), queryset=lambda request: get_page_content_types(include_base_page_type=False)
    )

    class Meta:
        model = Page
        fields = ["locale", "content_type"]


class ToDoPagesView(ExportedInOwnLanguage, PageReportView):
    """One list of pages that want something (`iclds.home.to_do.PAGE_LISTS`), of those that this user may edit."""

    header_icon = "list-ul"
    filterset_class = ToDoFilterSet
    any_permission_required = ["add", "change", "publish"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        lists = {pages.slug: pages for pages in PAGE_LISTS}
        if kwargs["slug"] not in lists:
            raise Http404("There is no such list.")
        self.list = lists[kwargs["slug"]]
        self.page_title = self.list.title

    def get_index_url(self) -> str:
        return self.request.path

    def get_index_results_url(self) -> str:
        return f"{self.request.path.removesuffix('results/')}results/"

    def get_queryset(self) -> QuerySet[Page]:
        pages = self.list.for_user(self.request.user, editable_by(self.request.user))
        # What Wagtail's own lists fetch for all rows together; its report views ask row by row.
        listed = pages.defer_streamfields().specific().prefetch_related("locale", "content_type", "sites_rooted_here")
        listed = listed.prefetch_workflow_states().annotate_approved_schedule().annotate_site_root_state()
        return listed.annotate_has_untranslated_locale().order_by("-latest_revision_created_at", "-pk")


class PicturesView(ExportedInOwnLanguage, ReportView):
    """Pictures that lack a description in one language or the other, of those that this user may change."""

    page_title = _("Pictures without a description")
    header_icon = "image"
    index_url_name = "pictures_without_description"
    index_results_url_name = "pictures_without_description_results"
    default_ordering = "-created_at"
    list_export = ["title", "description", "description_sv"]
    columns = [
        TitleColumn("title", label=_("Title"), url_name="wagtailimages:edit"),
        Column("description", label=_("Description (English)")),
        Column("description_sv", label=_("Description (Swedish)")),
    ]

    permission_policy = ImagesPermissionPolicyGetter()
    any_permission_required = ["add", "change"]

    def get_queryset(self) -> QuerySet[SiteImage]:
        return pictures_without_description(self.request.user).order_by("-created_at")
