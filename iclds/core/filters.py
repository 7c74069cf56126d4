"""Filters of the admin's lists that go together with its search."""

from typing import Any

from django.db.models import QuerySet
from django_filters import FilterSet


class SearchableFilterSet(FilterSet):
    """Filters by any condition; the search that follows is told only which rows are left.

    Wagtail's search can be told of conditions on indexed columns alone, and answers all others with an error. The
    model says so with `index.FilterField("id")`, which every page has.
    """

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        left = super().filter_queryset(queryset.model._default_manager.all())
        if not left.query.where:  # nothing was chosen
            return queryset
        return queryset.filter(id__in=left.order_by().values("id"))
