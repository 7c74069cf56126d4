"""The two queues for work that should not hold a request, and how a function is put on one of them.

    @slow_job
    def make_cover(document_id: int) -> None: ...

    make_cover.enqueue(document.pk)     # inside the transaction that causes it

A job is a function of a module with arguments that JSON can carry. It may run twice, so it must do no harm twice, and
it looks at the database as it is when it runs, not as it was when it was enqueued. It runs outside any transaction.
"""

from django_tasks import task

# The backend in settings.TASKS whose jobs wait in the database; "default" is Wagtail's and immediate.
JOBS = "jobs"

# Mail and what is due by the clock, each done within seconds; and whatever may take minutes. Each has a process of its
# own, so nothing quick ever waits for something slow.
QUICK, SLOW = "quick", "slow"
QUEUES = (QUICK, SLOW)

quick_job = task(backend=JOBS, queue_name=QUICK)
slow_job = task(backend=JOBS, queue_name=SLOW)
