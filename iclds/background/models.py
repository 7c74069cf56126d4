"""What the worker remembers: when it was last alive, and when what is due by the clock was last put on the queue."""

from django.db import models


class Heartbeat(models.Model):
    """One row: the last moment at which the worker was seen."""

    THE_ROW = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=THE_ROW, editable=False)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.seen_at.isoformat()


class ClockEntry(models.Model):
    """When a job of the clock, named by the path of its function, was last put on the queue."""

    path = models.CharField(max_length=200, primary_key=True)
    enqueued_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.path
