"""What needs an editor: the lines of the first screen. A line counts a selection and leads to where it is acted on."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import IntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.images import permissions as image_permissions
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from iclds.core.models import SiteImage
from iclds.core.translation_state import behind, without_translation
from iclds.home.models import AccessibilityPage, BrokenLink, HomePage, StandardPage
from iclds.users.models import User
from programmes.models import ApplicationRound, CountryPage, FAQPage, GuidancePage, Programme, ProgrammePage
from projects.models import Project, ProjectPage

NOT_LOOKED_AT = datetime.timedelta(days=365)
SOON = datetime.timedelta(days=14)
NEEDS_CHANGES = WorkflowState.STATUS_NEEDS_CHANGES
# More than this is said as "1,000+": a count that stops early costs the same on a large site.
MOST_COUNTED = 1_000
# Pages that have to be true today; news and publications are of their date.
LASTING = (HomePage, StandardPage, AccessibilityPage, ProgrammePage, GuidancePage, FAQPage, CountryPage)


@dataclass(frozen=True)
class PageList:
    """A list of pages that want something, under Reports at its own address."""

    slug: str
    title: str | Promise
    select: Callable[[User], PageQuerySet]

    def for_user(self, user: User, may_edit: PageQuerySet) -> PageQuerySet:
        """Those of its pages that this user may edit (`editable_by`, asked once for many lists)."""
        return self.select(user) & may_edit


def editable_by(user: User) -> PageQuerySet:
    return page_permission_policy.instances_user_has_any_permission_for(user, {"change"})


@dataclass(frozen=True)
class Line:
    """One line of the first screen: how many rows it is about, MOST_COUNTED at most, and where they are listed.

    `is_soon` where a date draws near.
    """

    text: str
    count: int
    url: str
    is_soon: bool = False

    @property
    def is_at_least(self) -> bool:
        """Whether there may be more than the count says."""
        return self.count == MOST_COUNTED


def drafts_of(user: User) -> PageQuerySet:
    """Pages whose latest version is of this user, not published, and in nobody's review."""
    in_review = WorkflowState.objects.filter(status__in=[WorkflowState.STATUS_IN_PROGRESS, NEEDS_CHANGES])
    drafts = Page.objects.filter(has_unpublished_changes=True, latest_revision__user=user)
    return drafts.exclude(pk__in=_keys(in_review, "object_id"))


def sent_back(user: User) -> PageQuerySet:
    """Pages that this user submitted and a reviewer wants changed."""
    returned = WorkflowState.objects.filter(status=NEEDS_CHANGES, requested_by=user)
    return Page.objects.filter(pk__in=_keys(returned, "object_id"))


def to_review(user: User) -> PageQuerySet:
    """Pages submitted for review that this user may approve."""
    waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    if not user.is_superuser:  # who may approve everything, in no group at all
        waiting = waiting.filter(task__groupapprovaltask__groups__in=user.groups.all())
    return Page.objects.filter(pk__in=_keys(waiting, "workflow_state__object_id"))


def scheduled(user: User) -> PageQuerySet:
    """Pages that will go live, or leave, by themselves."""
    approved = _keys(Revision.page_revisions.filter(approved_go_live_at__isnull=False), "object_id")
    return Page.objects.filter(Q(pk__in=approved) | Q(live=True, expire_at__gt=timezone.now()))


def _keys(rows: QuerySet[Any], field: str) -> QuerySet[Any]:
    """The primary keys that a field of text holds, for a query within another."""
    return rows.annotate(key=Cast(field, IntegerField())).values("key")


def not_looked_at(user: User) -> PageQuerySet:
    """Lasting pages that nobody has published for twelve months."""
    old = timezone.now() - NOT_LOOKED_AT
    return Page.objects.live().type(*LASTING).filter(last_published_at__lt=old)


def untranslated(user: User) -> PageQuerySet:
    """Pages in one language only; a project's facts stand in both without a story."""
    return without_translation(Page.objects.filter(depth__gt=1).not_type(ProjectPage))


PAGE_LISTS = (
    PageList("sent-back", gettext_lazy("Sent back to you"), sent_back),
    PageList("review", gettext_lazy("Waiting for your review"), to_review),
    PageList("drafts", gettext_lazy("Your drafts"), drafts_of),
    PageList("scheduled", gettext_lazy("Scheduled pages"), scheduled),
    PageList("untranslated", gettext_lazy("Pages without a translation"), untranslated),
    PageList(
        "behind", gettext_lazy("Pages behind their translation"), lambda user: behind(Page.objects.filter(depth__gt=1))
    ),
    PageList("not-looked-at", gettext_lazy("Pages not looked at for twelve months"), not_looked_at),
)


def lines_for(user: User) -> list[Line]:
    """What this user can act on, the empty lines left out. One query a line."""
    if not page_permission_policy.user_has_any_permission(user, {"add", "change", "publish"}):
        return []
    found = [*_page_lines(user)]
    if user.has_perm("programmes.change_programme"):
        found += _round_lines(timezone.now())
    if user.has_perm("projects.change_project"):
        found += _project_lines()
    found.append(
        _line(_("Pictures without a description"), pictures_without_description(user), "pictures_without_description")
    )
    if user.has_perm("home.view_brokenlink"):
        found.append(_line(_("Broken links"), BrokenLink.objects.all(), "broken_links:index"))
    return [line for line in found if line.count]


def _line(text: str, rows: QuerySet[Any], url: str, *, is_soon: bool = False) -> Line:
    return Line(text, rows.order_by()[:MOST_COUNTED].count(), resolve_url(url), is_soon)


def _page_lines(user: User) -> Iterator[Line]:
    may_edit = editable_by(user)
    for pages in PAGE_LISTS:
        url = reverse("to_do", args=[pages.slug])
        yield _line(str(pages.title), pages.for_user(user, may_edit), url)


def _round_lines(now: datetime.datetime) -> Iterator[Line]:
    programmes = "wagtailsnippets_programmes_programme:list"
    coming = ApplicationRound.objects.filter(programme__accepts_applications=True)
    changing = coming.filter(Q(opens__range=(now, now + SOON)) | Q(closes__range=(now, now + SOON)))
    yield _line(_("Rounds that open or close within two weeks"), changing, programmes, is_soon=True)
    without = Programme.objects.filter(accepts_applications=True).exclude(
        pk__in=coming.filter(closes__gt=now).values("programme")
    )
    yield _line(_("Programmes that take applications and have no round to come"), without, programmes)


def _project_lines() -> Iterator[Line]:
    address = reverse("wagtailsnippets_projects_project:list")
    texts: dict[str, Any] = {
        "partner": _("Projects without a partner"),
        "dates": _("Projects whose start or end is not known"),
        "core-area": _("Projects without a core area"),
    }
    for fact, text in texts.items():
        yield _line(text, Project.objects.public().lacking(fact), f"{address}?lacking={fact}")


def pictures_without_description(user: User) -> QuerySet[SiteImage]:
    """Pictures that this user may change and that lack their description in one language or the other.

    Covers have theirs from their document.
    """
    pictures = image_permissions.permission_policy.instances_user_has_any_permission_for(user, {"change"})
    return pictures.filter(Q(description="") | Q(description_sv=""), cover_of=None)
