"""What an object refers to as it is in memory, such as a draft: the reference index knows stored rows only."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex, Revision

References = dict[type[Model], set[str]]

# More digits than any key has, and no more than a column of the database holds.
LONGEST_KEY = 18


def is_key(text: str) -> bool:
    """Whether a key as rich text names it can be one: pasted links may have anything there."""
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_KEY


def references_from(instance: Model) -> References:
    """The keys of all that an object refers to by fields, blocks, rich text and child rows, by model."""
    found: References = defaultdict(set)
    for content_type, key, _model_path, _content_path in ReferenceIndex._extract_references_from_object(instance):
        model = ContentType.objects.get_for_id(content_type).model_class()
        if model is not None and is_key(key):
            found[model].add(key)
    return found


def documents_shown_by(instance: Model) -> set[int]:
    """The documents that an object holds, itself or by the lists and callouts that it shows."""
    references = references_from(instance)
    documents = {int(key) for key in references.get(get_document_model(), ())}
    for model, keys in references.items():
        if getattr(model, "is_shown_by_pages", False):
            documents |= documents_of_rows(model, keys)
    return documents


def documents_of_drafts() -> set[int]:
    """The documents that the latest drafts of pages hold. Reads each draft: for jobs and single screens."""
    latest = Page.objects.filter(has_unpublished_changes=True).values("latest_revision")
    found: set[int] = set()
    for revision in Revision.objects.filter(pk__in=latest).iterator():
        found |= documents_shown_by(revision.as_object())
    return found


def documents_of_rows(model: type[Model], keys: Iterable[Any]) -> set[int]:
    """The documents that stored rows of a model hold by themselves."""
    found = ReferenceIndex.objects.filter(
        base_content_type=ReferenceIndex._get_base_content_type(model),
        object_id__in=[str(key) for key in keys],
        to_content_type=ContentType.objects.get_for_model(get_document_model()),
    )
    return {int(key) for key in found.values_list("to_object_id", flat=True) if is_key(key)}
