"""What the ground floor leaves to the worker."""

from django.utils.translation import gettext_lazy as _

from iclds.background.queues import labelled, slow_job
from iclds.core.cover_making import make_cover_of


@labelled(_("Make the cover of a PDF"))
@slow_job
def make_cover(document_id: int, file: str) -> None:
    make_cover_of(document_id=document_id, file=file)
