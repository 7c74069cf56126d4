"""Where a project stands, by its dates."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProjectStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    ACTIVE = "active", _("Active")
    COMPLETED = "completed", _("Completed")
    UNKNOWN = "unknown", _("Not known")


def project_status(
    starts_on: datetime.date | None, ends_on: datetime.date | None, today: datetime.date
) -> ProjectStatus:
    """Status of a project on a day. Its last day is still active.

    A project whose end is not known may have ended, so it is only known to be planned, before it starts.
    """
    if ends_on is not None and ends_on < today:
        return ProjectStatus.COMPLETED
    if starts_on is not None and starts_on > today:
        return ProjectStatus.PLANNED
    if starts_on is not None and ends_on is not None:
        return ProjectStatus.ACTIVE
    return ProjectStatus.UNKNOWN
