"""Tells an editor in words who may see a document, and which pages decide it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from iclds.core.file_privacy import Document, may_show_document, uses_of
from iclds.core.page_privacy import visible_pages
from iclds.core.references import documents_of_drafts
from iclds.core.viewers import Viewer

PAGES_NAMED = 5


@dataclass(frozen=True)
class PrivacyNotice:
    """Whether a document is private by what uses it, and why."""

    is_private: bool
    text: str


def privacy_notice(document: Document, user: Any) -> PrivacyNotice | None:
    """Why a document is private or open; None where nothing uses it. Names only pages that the editor may work on."""
    if not may_show_document(document, Viewer()):
        # What is stored says what holds when the document leaves the collection, so that stays as it is.
        return PrivacyNotice(document.is_private, _("Private: its collection is private."))
    uses = uses_of([document.pk]).get(document.pk)
    if uses is None and document.pk in documents_of_drafts():
        return PrivacyNotice(True, _("Private: only a draft uses it."))
    if uses is None:
        return None
    pages = Page.objects.filter(pk__in=uses.pages)
    visible = set(visible_pages(pages, Viewer()).values_list("pk", flat=True))
    is_open = uses.are_open(visible)
    if uses.public_rows and not visible:
        return PrivacyNotice(False, _("Open to everybody: a project or another public register uses it."))
    if not uses.pages:
        return PrivacyNotice(True, _("Private: only what readers do not see uses it, such as a hidden project."))
    named = _in_words(pages.filter(pk__in=visible) if visible else pages, user)
    if is_open:
        return PrivacyNotice(False, _("Open to everybody: it is used on %(pages)s.") % {"pages": named})
    reason = _("Private: it is used only on pages that are not open to everybody: %(pages)s.") % {"pages": named}
    return PrivacyNotice(True, reason)


def _in_words(pages: Any, user: Any) -> str:
    """Titles of at most PAGES_NAMED pages, and how many others there are."""
    actions = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}
    known = page_permission_policy.instances_user_has_any_permission_for(user, actions)
    theirs = pages.filter(pk__in=known.values("pk")).order_by("path")
    titles = list(theirs.values_list("title", flat=True)[:PAGES_NAMED])
    others = pages.count() - len(titles)
    named = ", ".join(f"“{title}”" for title in titles)
    if not others:
        return named
    rest = ngettext("%(count)d page", "%(count)d pages", others) % {"count": others}
    return _("%(named)s and %(rest)s more") % {"named": named, "rest": rest} if named else rest
