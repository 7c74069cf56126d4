"""Covers: a document that is a PDF has its first page as a picture, made anew when its file is replaced."""

import os

from django.core.files.base import ContentFile
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Collection

from iclds.core.models import SiteDocument, SiteImage
from iclds.core.pdf_pages import first_page
from iclds.core.text import shortened

LONGEST_TEXT = 255


def follow_document(document: SiteDocument) -> None:
    """Make or remove the cover of a document just saved, and name it after the document.

    The file that a cover was made from is noted, also when nothing could be made of it: a broken file is tried once.
    """
    before = document.cover
    file = document.file.name or ""
    if file != document.cover_file:
        document.cover, document.cover_file = _make_cover(document), file
        SiteDocument.objects.filter(pk=document.pk).update(cover=document.cover, cover_file=document.cover_file)
        if before:
            before.delete()
    elif before and (texts := _texts(document)).items() - vars(before).items():
        SiteImage.objects.filter(pk=before.pk).update(**texts)


def _make_cover(document: SiteDocument) -> SiteImage | None:
    if document.file_extension != "pdf":
        return None
    try:
        with document.open_file() as file:
            jpeg = first_page(file.read())
    except OSError:
        # The file is not in the storage; the document itself says so to whoever asks for it.
        return None
    if jpeg is None:
        return None
    name = f"{os.path.splitext(document.filename)[0]}.jpg"
    cover = SiteImage(
        collection=Collection.get_first_root_node(), file=ContentFile(jpeg, name=name), **_texts(document)
    )
    cover.file_size = len(jpeg)
    cover.save()
    return cover


def _texts(document: SiteDocument) -> dict[str, str]:
    """Title and descriptions of the document's cover."""

    def in_words(language: str) -> str:
        with translation.override(language):
            return shortened(gettext("Cover of “%(title)s”") % {"title": document.title}, LONGEST_TEXT)

    return {"title": in_words("en"), "description": in_words("en"), "description_sv": in_words("sv")}
