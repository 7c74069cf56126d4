"""After a page was unpublished, deleted or moved: whether its version in the other language should follow.

Asked, never done by itself: the button leads to Wagtail's own screen, which asks for rights and confirmation.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from iclds.core.languages import language_in_text
from iclds.users.models import User


@dataclass(frozen=True)
class Question:
    """What has not followed, the words of the button, and where it leads."""

    text: str
    label: str
    url: str


def still_published(page: Page, user: User) -> list[Question]:
    """Live versions in other languages that this user may unpublish."""
    return [
        Question(
            _("“%(title)s” in %(language)s is still published.") % _named(version),
            _("Unpublish it too"),
            reverse("wagtailadmin_pages:unpublish", args=[version.pk]),
        )
        for version in _versions(page)
        if version.permissions_for_user(user).can_unpublish()
    ]


def still_there(page: Page, user: User) -> list[Question]:
    """Versions in other languages, drafts as well, that this user may delete."""
    return [
        Question(
            _("“%(title)s” in %(language)s is still there.") % _named(version),
            _("Delete it too"),
            reverse("wagtailadmin_pages:delete", args=[version.pk]),
        )
        for version in _versions(page)
        if version.permissions_for_user(user).can_delete()
    ]


def still_in_its_old_place(page: Page, user: User) -> list[Question]:
    """Versions in other languages whose page above is not the translation of this one's, where there is one."""
    above = page.get_parent()
    found = []
    for version in _versions(page):
        place = above.get_translation_or_none(version.locale)
        if place is None or version.is_child_of(place):
            continue
        if version.permissions_for_user(user).can_move_to(place):
            found.append(
                Question(
                    _("“%(title)s” in %(language)s stands where it stood.") % _named(version),
                    _("Move it too"),
                    reverse("wagtailadmin_pages:move_confirm", args=[version.pk, place.pk]),
                )
            )
    return found


def _versions(page: Page) -> list[Page]:
    # By the key, which a deleted page still knows.
    versions = Page.objects.filter(translation_key=page.translation_key).exclude(locale_id=page.locale_id)
    return list(versions.select_related("locale").specific(defer=True))


def _named(version: Page) -> dict[str, str]:
    return {"title": version.title, "language": language_in_text(version.locale.language_code)}
