"""What the ground floor leaves to the worker."""

from django.utils.translation import gettext_lazy as _

from iclds.background.clock import every
from iclds.background.queues import labelled, quick_job, slow_job
from iclds.core import privacy_actions
from iclds.core.cover_making import make_cover_of


@labelled(_("Make the cover of a PDF"))
@slow_job
def make_cover(document_id: int, file: str) -> None:
    make_cover_of(document_id=document_id, file=file)


@every(minutes=5)
@labelled(_("Bring up to date which documents are private"))
@quick_job
def forget_private_renditions() -> None:
    privacy_actions.bring_up_to_date()
