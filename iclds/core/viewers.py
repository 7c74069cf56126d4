"""Whoever asks: which view restrictions of pages and collections the request being answered has passed.

What a page shows depends on it in many places that know no request (querysets, properties, templates), so it is kept
for the answer being made (iclds.core.middleware.KnowTheViewer). Outside a request everybody is a stranger.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from django.http import HttpRequest
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction
from wagtail.permission_policies.collections import CollectionPermissionPolicy

# Any of these on a collection lets an editor see in the admin what is in it.
USES_IN_ADMIN = ("add", "change", "choose")


class Viewer:
    """Whoever asks. Without a request, or without a session, a stranger who has passed nothing.

    Asks the database only for what is wanted of it, and once: `passed_pages` 1 query for who has a session, the closed
    collections 1 for a stranger and some 5 for others.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        has_session = request is not None and settings.SESSION_COOKIE_NAME in request.COOKIES
        self.request = request if has_session else None
        # Set by whoever has found out in passing that no collection is private: then nobody needs to ask.
        self.knows_no_private_collection = False
        # Whether anything was asked of it, so that the answer may differ from a stranger's.
        self.was_asked = False

    @property
    def is_stranger(self) -> bool:
        return self.request is None

    @property
    def is_editor(self) -> bool:
        """Whether they are let into the admin."""
        return self.request is not None and self.request.user.has_perm("wagtailadmin.access_admin")

    @cached_property
    def passed_pages(self) -> frozenset[int]:
        """Keys of the PageViewRestrictions that they have passed."""
        return self._passed(PageViewRestriction.objects.all())

    @cached_property
    def passed_collections(self) -> frozenset[int]:
        """Keys of the CollectionViewRestrictions that they have passed."""
        return self._passed(CollectionViewRestriction.objects.all())

    @cached_property
    def closed_collections(self) -> frozenset[int]:
        """Keys of the collections below a restriction that they have not passed; an editor may see more."""
        if self.knows_no_private_collection:
            return frozenset()
        not_passed = CollectionViewRestriction.objects.exclude(pk__in=self.passed_collections)
        listed = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        above = not_passed.alias(listed=listed).filter(listed__startswith=F("collection__path"))
        return frozenset(Collection.objects.filter(Exists(above)).order_by().values_list("pk", flat=True))

    @cached_property
    def closed_to_documents(self) -> frozenset[int]:
        """Keys of the collections whose documents they may not see."""
        return self._without_those_of_an_editor(document_policy)

    @cached_property
    def closed_to_pictures(self) -> frozenset[int]:
        """Keys of the collections whose pictures they may not see."""
        return self._without_those_of_an_editor(image_policy)

    def _passed(self, restrictions: QuerySet[Any]) -> frozenset[int]:
        self.was_asked = True
        if self.request is None:
            return frozenset()
        found = restrictions.prefetch_related("groups")
        return frozenset(restriction.pk for restriction in found if restriction.accept_request(self.request))

    def _without_those_of_an_editor(self, policy: CollectionPermissionPolicy) -> frozenset[int]:
        closed = self.closed_collections
        if not closed or self.request is None or not self.is_editor:
            return closed
        used = policy.collections_user_has_any_permission_for(self.request.user, USES_IN_ADMIN)
        return closed - frozenset(used.values_list("pk", flat=True))


_current: ContextVar[Viewer | None] = ContextVar("viewer", default=None)


def current_viewer() -> Viewer:
    """Whoever asks for the answer that is being made; outside a request a stranger."""
    return _current.get() or Viewer()


@contextmanager
def seen_by(viewer: Viewer) -> Iterator[Viewer]:
    """What is made within is made for this viewer."""
    token = _current.set(viewer)
    try:
        yield viewer
    finally:
        _current.reset(token)
