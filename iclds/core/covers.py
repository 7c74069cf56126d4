"""Covers: a document that is a PDF has its first page as a picture, made anew when its file is replaced."""

from iclds.core.cover_making import texts_of_cover
from iclds.core.jobs import make_cover
from iclds.core.models import SiteDocument, SiteImage


def follow_document(document: SiteDocument) -> None:
    """Take the cover of another file away from a document just saved and have its own one made; or keep it named after
    the document. Quick: draws nothing. Belongs in the transaction of the save, as SiteDocument.save sees to.

    The file that was tried is noted (cover_file), so that no file is tried twice.
    """
    file = document.file.name or ""
    if file == document.cover_file:
        _rename_cover(document)
        return
    old, is_pdf = document.cover, document.file_extension == "pdf"
    document.cover, document.cover_file, document.cover_problem = None, "" if is_pdf else file, ""
    SiteDocument.objects.filter(pk=document.pk).update(
        cover=None, cover_file=document.cover_file, cover_problem=document.cover_problem
    )
    if old:
        old.delete()
    if is_pdf:
        make_cover.enqueue(document.pk, file)


def _rename_cover(document: SiteDocument) -> None:
    if document.cover and (texts := texts_of_cover(document)).items() - vars(document.cover).items():
        SiteImage.objects.filter(pk=document.cover.pk).update(**texts)


def delete_cover_of(document: SiteDocument) -> None:
    """Delete the cover of a document about to be deleted: the one it has now, not when it was read."""
    cover_ids = SiteDocument.objects.select_for_update().filter(pk=document.pk).values_list("cover", flat=True)
    for cover in SiteImage.objects.filter(pk__in=list(cover_ids)):
        cover.delete()
