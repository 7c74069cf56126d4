"""Who may see a document or a picture.

What stands in a private collection is for whoever has passed its restrictions, and for editors who may use it in the
admin. Besides, a document is as private as all that uses it: the pages, lists, callouts and register rows that hold it.
One without any use keeps the last answer (SiteDocument.is_private). Pictures have no such rule: those of pages that a
reader may not see are not named to him, and lie in folders that nobody can guess.

On a page that shows a document, the page itself is a use that the reader may see, so the collection decides alone
(`may_show_document`); at the document's own address all is asked (`may_fetch`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.models import Page, ReferenceIndex

from iclds.core.page_privacy import visible_pages
from iclds.core.references import is_key
from iclds.core.viewers import USES_IN_ADMIN, Viewer, current_viewer


class InCollection(Protocol):
    collection_id: int


class Document(InCollection, Protocol):
    pk: int
    is_private: bool


DocumentType = TypeVar("DocumentType", bound=InCollection)
PictureType = TypeVar("PictureType", bound=InCollection)


def may_show_document(document: InCollection, viewer: Viewer | None = None) -> bool:
    """Whether a page that the viewer may see may show them a document that it uses: its name, size, cover, address."""
    return document.collection_id not in (viewer or current_viewer()).closed_to_documents


def may_show_picture(picture: InCollection, viewer: Viewer | None = None) -> bool:
    return picture.collection_id not in (viewer or current_viewer()).closed_to_pictures


def shown_documents(documents: Iterable[DocumentType | None]) -> list[DocumentType]:
    """Those of a page's documents that may be shown to whoever asks, in their order."""
    return [document for document in documents if document is not None and may_show_document(document)]


def shown_document(document: DocumentType | None) -> DocumentType | None:
    return document if document is not None and may_show_document(document) else None


def shown_picture(picture: PictureType | None) -> PictureType | None:
    return picture if picture is not None and may_show_picture(picture) else None


def may_fetch(document: Document, viewer: Viewer) -> bool:
    """Whether the viewer may have the file, its collection aside."""
    if may_use_in_admin(document, viewer):
        return True
    by_use = answers_by_use([document.pk], viewer)
    return by_use.get(document.pk, not document.is_private)


def may_use_in_admin(document: Any, viewer: Viewer) -> bool:
    return (
        viewer.request is not None
        and viewer.is_editor
        and document_policy.user_has_any_permission_for_instance(viewer.request.user, USES_IN_ADMIN, document)
    )


@dataclass
class Uses:
    """What uses one document: the pages that show it, and rows of other models, which are public unless hidden."""

    pages: set[int] = field(default_factory=set)
    public_rows: int = 0
    hidden_rows: int = 0

    def are_open(self, visible_pages: set[int]) -> bool:
        return self.public_rows > 0 or not visible_pages.isdisjoint(self.pages)


def answers_by_use(document_ids: Collection[int] | None, viewer: Viewer) -> dict[int, bool]:
    """Whether the viewer may see each document by what uses it; without those that nothing stored uses.

    None asks for all documents. 2 queries, and 1 for each other kind of thing among the uses.
    """
    uses = uses_of(document_ids)
    pages = Page.objects.filter(pk__in={page for found in uses.values() for page in found.pages})
    visible = set(visible_pages(pages, viewer).order_by().values_list("pk", flat=True))
    return {document_id: found.are_open(visible) for document_id, found in uses.items()}


def uses_of(document_ids: Collection[int] | None) -> dict[int, Uses]:
    """The stored uses of each document that has any. Lists and callouts count with the pages that show them."""
    to_documents = _references_to(get_document_model(), document_ids)
    by_type: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for document_id, content_type, key in to_documents.values_list(
        "to_object_id", "base_content_type_id", "object_id"
    ).distinct():
        if is_key(document_id):
            by_type[content_type][key].add(int(document_id))
    uses: dict[int, Uses] = defaultdict(Uses)
    for content_type, documents in by_type.items():
        model = ContentType.objects.get_for_id(content_type).model_class()
        if model is not None:
            _add_uses(uses, model, documents)
    return dict(uses)


def _add_uses(uses: dict[int, Uses], model: type[Model], documents: dict[str, set[int]]) -> None:
    """Note that rows of `model` use documents, given by the key of the row."""
    if issubclass(model, Page):
        for key, used in documents.items():
            for document_id in used:
                uses[document_id].pages.add(int(key))
    elif getattr(model, "is_shown_by_pages", False):
        for key, page in pages_that_show(model, documents):
            for document_id in documents[key]:
                uses[document_id].pages.add(page)
    else:
        hidden = hidden_keys(model, documents)
        for key, used in documents.items():
            for document_id in used:
                uses[document_id].hidden_rows += key in hidden
                uses[document_id].public_rows += key not in hidden


def pages_that_show(model: type[Model], keys: Iterable[Any]) -> Iterable[tuple[str, int]]:
    """The keys of rows that are written once and shown on pages, each with the key of a page that shows it."""
    pages = _references_to(model, keys).filter(base_content_type=ContentType.objects.get_for_model(Page))
    return [(key, int(page)) for key, page in pages.values_list("to_object_id", "object_id").distinct()]


def hidden_keys(model: type[Model], keys: Iterable[Any]) -> set[str]:
    """Those of the keys whose rows their model hides from readers, such as a project that is not public."""
    if not hasattr(model, "hidden_from_readers"):
        return set()
    return {str(key) for key in model.hidden_from_readers().filter(pk__in=list(keys)).values_list("pk", flat=True)}


def _references_to(model: type[Model], keys: Iterable[Any] | None) -> QuerySet[ReferenceIndex]:
    found = ReferenceIndex.objects.filter(to_content_type=ContentType.objects.get_for_model(model))
    return found if keys is None else found.filter(to_object_id__in=[str(key) for key in keys])
