"""Warns an editor of what a page holds but readers do not see, because it is private."""

from collections.abc import Iterator

from django.db.models import Model
from django.utils.translation import ngettext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction

from iclds.core.page_privacy import any_above
from iclds.core.references import documents_shown_by, references_from
from iclds.core.viewers import Viewer


def hidden_use_warnings(page: Page) -> Iterator[str]:
    """What strangers do not see of a page that they may see; nothing about one that is private itself."""
    stranger, restrictions = Viewer(), PageViewRestriction.objects.all()
    references = references_from(page)
    documents = _in_collections(get_document_model(), documents_shown_by(page), stranger.closed_to_documents)
    if documents:
        yield ngettext(
            "A document stands in a private collection: readers do not see it.",
            "%(count)d documents stand in a private collection: readers do not see them.",
            documents,
        ) % {"count": documents}
    pictures = _in_collections(get_image_model(), references.get(get_image_model(), set()), stranger.closed_to_pictures)
    if pictures:
        yield ngettext(
            "A picture stands in a private collection: readers do not see it.",
            "%(count)d pictures stand in a private collection: readers do not see them.",
            pictures,
        ) % {"count": pictures}
    if not restrictions.exists() or Page.objects.filter(any_above(restrictions), pk=page.pk).exists():
        return
    links = Page.objects.filter(any_above(restrictions), pk__in=references.get(Page, set()), live=True).count()
    if links:
        yield ngettext(
            "A link leads to a private page: readers see its words without the link.",
            "%(count)d links lead to private pages: readers see their words without the link.",
            links,
        ) % {"count": links}


def _in_collections(model: type[Model], keys: set[int] | set[str], collections: frozenset[int]) -> int:
    if not keys or not collections:
        return 0
    return int(model._default_manager.filter(pk__in=keys, collection__in=collections).count())
