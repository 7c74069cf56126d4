"""Selections of projects."""

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from wagtail.search.queryset import SearchableQuerySetMixin

from iclds.search.engine import matching, read_query
from projects.status import ProjectStatus

if TYPE_CHECKING:
    from projects.models import Project, ProjectPartner  # noqa: F401 - named in a base class, which ruff does not read


class ProjectQuerySet(SearchableQuerySetMixin, models.QuerySet["Project"]):
    def public(self) -> Self:
        return self.filter(is_public=True)

    def in_country(self, code: str) -> Self:
        return self._related("countries", country__code=code)

    def with_partner(self, slug: str) -> Self:
        return self._related("partners", organisation__slug=slug)

    def in_core_area(self, slug: str) -> Self:
        return self._related("core_areas", corearea__slug=slug)

    def _related(self, name: str, **conditions: str) -> Self:
        """Projects with a related row: asked by EXISTS, so that a list can be read in its order and stop early."""
        return self.filter(Exists(self._rows(name).filter(project=OuterRef("pk"), **conditions)))

    def _rows(self, name: str) -> models.QuerySet[Any]:
        """The rows that relate projects to their partners, countries or core areas."""
        relation = getattr(self.model, name)
        rows: models.QuerySet[Any] = (getattr(relation, "through", None) or relation.rel.related_model).objects.all()
        return rows

    def with_status(self, status: str, today: datetime.date) -> Self:
        """The rule of projects.status.project_status, for the database; a test compares the two."""
        completed = Q(ends_on__lt=today)
        planned = Q(starts_on__gt=today) & ~Q(ends_on__isnull=False, ends_on__lt=today)
        active = Q(starts_on__lte=today, ends_on__gte=today)
        conditions = {
            ProjectStatus.COMPLETED: completed,
            ProjectStatus.PLANNED: planned,
            ProjectStatus.ACTIVE: active,
            ProjectStatus.UNKNOWN: (Q(starts_on__isnull=True) & (Q(ends_on__isnull=True) | Q(ends_on__gte=today)))
            | Q(starts_on__lte=today, ends_on__isnull=True),
        }
        return self.filter(conditions[ProjectStatus(status)])

    def lacking(self, fact: str) -> Self:
        """Projects that lack a fact that readers look for: "partner", "dates" or "core-area"."""
        if fact == "dates":
            return self.filter(Q(starts_on=None) | Q(ends_on=None))
        name = {"partner": "partners", "core-area": "core_areas"}[fact]
        return self.filter(~Exists(self._rows(name).filter(project=OuterRef("pk"))))

    def matching(self, words: str) -> Self:
        """Projects whose entries in the search index hold all `words`."""
        return self.filter(pk__in=matching(self.model.objects.all(), read_query(words)).values("pk"))

    def latest_first(self) -> Self:
        """Latest start first, those whose start is not known last."""
        return self.order_by("-ordered_on", "-pk")

    def featured_first(self) -> Self:
        """What editors put first, in their order, then the latest."""
        return self.order_by(F("featured").asc(nulls_last=True), "-ordered_on", "-pk")

    def for_teasers(self) -> Self:
        """What components/teaser shows: label, name and picture. No query besides its own."""
        return self.select_related("programme", "picture")

    def for_cards(self) -> Self:
        """All that cards/project.html shows: as many queries for 1 project as for 1,000."""
        return self.for_teasers().prefetch_related("partners")


class ProjectPartnerManager(models.Manager["ProjectPartner"]):
    """Partners are never shown without their organisation and its country."""

    def get_queryset(self) -> models.QuerySet["ProjectPartner"]:
        return super().get_queryset().select_related("organisation__country")
