"""Which pages lack a version in the other language, and which have fallen behind it."""

import datetime

from django.db.models import Count, DateTimeField, Exists, ExpressionWrapper, OuterRef, Value
from wagtail.models import Page
from wagtail.query import PageQuerySet

# Both versions are seldom published at the same minute; what follows within a day belongs to the same change.
SAME_CHANGE = datetime.timedelta(days=1)


def without_translation(pages: PageQuerySet) -> PageQuerySet:
    """Live pages that have no version in another language, not even a draft."""
    versions = Page.objects.filter(translation_key=OuterRef("translation_key")).exclude(pk=OuterRef("pk"))
    return pages.live().filter(~Exists(versions))


def behind(pages: PageQuerySet) -> PageQuerySet:
    """Live pages whose version in another language was published more than a day after them."""
    own = ExpressionWrapper(OuterRef("last_published_at") + Value(SAME_CHANGE), output_field=DateTimeField())
    newer = Page.objects.live().filter(translation_key=OuterRef("translation_key"), last_published_at__gt=own)
    # Said at first, because an index knows it: most pages of a site in one language need no comparing.
    several = Page.objects.order_by().values("translation_key").annotate(versions=Count("pk")).filter(versions__gt=1)
    translated = pages.live().filter(translation_key__in=several.values("translation_key"))
    return translated.filter(Exists(newer.exclude(pk=OuterRef("pk"))))


def is_behind(page: Page, version: Page) -> bool:
    """Whether `version`, in another language, was published more than a day after `page`; the rule of `behind`."""
    if not (page.live and version.live and page.last_published_at and version.last_published_at):
        return False
    return version.last_published_at - page.last_published_at > SAME_CHANGE
