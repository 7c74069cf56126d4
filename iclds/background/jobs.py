"""What the worker clears away behind itself."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from iclds.background.clock import every
from iclds.background.queues import JOBS, labelled, quick_job

# The arguments of a job may be personal, such as the address that somebody typed to get a new password.
DONE_KEPT = datetime.timedelta(hours=6)
FAILED_KEPT = datetime.timedelta(days=14)


@every(hours=1)
@labelled(_("Delete jobs that were done long ago"))
@quick_job
def delete_old_jobs() -> None:
    """Jobs that were done go after some hours, those that failed after two weeks."""
    now = timezone.now()
    jobs = DBTaskResult.objects.filter(backend_name=JOBS)
    jobs.successful().filter(finished_at__lt=now - DONE_KEPT).delete()
    jobs.failed().filter(finished_at__lt=now - FAILED_KEPT).delete()
