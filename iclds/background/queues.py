"""The two queues for work that should not hold a request, and how a function is put on one of them.

    @labelled(_("Make the cover of a PDF"))
    @slow_job
    def make_cover(document_id: int) -> None: ...

    make_cover.enqueue(document.pk)     # inside the transaction that causes it

A job is a function of a module named `jobs`, with arguments that JSON can carry. It may run twice, so it must do no
harm twice, and it looks at the database as it is when it runs, not as it was when it was enqueued. It runs outside any
transaction.
"""

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django_tasks import task
from django_tasks.base import Task

# The backend in settings.TASKS whose jobs wait in the database; "default" is Wagtail's and immediate.
JOBS = "jobs"

# Mail and what is due by the clock, each done within seconds; and whatever may take minutes. Each has a process of its
# own, so nothing quick ever waits for something slow.
QUICK, SLOW = "quick", "slow"
QUEUES = (QUICK, SLOW)

quick_job = task(backend=JOBS, queue_name=QUICK)
slow_job = task(backend=JOBS, queue_name=SLOW)

_labels: dict[str, str | Promise] = {}


def labelled(text: str | Promise) -> Callable[[Task[..., Any]], Task[..., Any]]:
    """What a job does, in words for whoever reads on the first screen that it failed."""

    def note(job: Task[..., Any]) -> Task[..., Any]:
        _labels[job.module_path] = text
        return job

    return note


def label_of(path: str) -> str:
    """The words for a job by the path of its function; the path itself where nobody gave it any."""
    return str(_labels.get(path, path))
