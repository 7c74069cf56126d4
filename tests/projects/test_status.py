"""Where a project stands, by its dates; and that the database knows the same rule."""

import datetime
import itertools

import pytest

from projects.models import Project
from projects.status import ProjectStatus, project_status
from tests.factories.projects import ProjectFactory

TODAY = datetime.date(2026, 11, 25)
YESTERDAY, TOMORROW = TODAY - datetime.timedelta(days=1), TODAY + datetime.timedelta(days=1)
DAYS = {"unknown": None, "yesterday": YESTERDAY, "today": TODAY, "tomorrow": TOMORROW}
POSSIBLE = [
    (start, end)
    for start, end in itertools.product(DAYS, DAYS)
    if (starts := DAYS[start]) is None or (ends := DAYS[end]) is None or starts <= ends
]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "status"),
    [
        pytest.param(None, None, ProjectStatus.UNKNOWN, id="nothing known"),
        pytest.param(TOMORROW, None, ProjectStatus.PLANNED, id="starts tomorrow"),
        pytest.param(TOMORROW, TOMORROW, ProjectStatus.PLANNED, id="starts and ends tomorrow"),
        pytest.param(TODAY, None, ProjectStatus.UNKNOWN, id="started today, end not known"),
        pytest.param(TODAY, TODAY, ProjectStatus.ACTIVE, id="first and last day today"),
        pytest.param(YESTERDAY, TODAY, ProjectStatus.ACTIVE, id="the last day is still active"),
        pytest.param(YESTERDAY, YESTERDAY, ProjectStatus.COMPLETED, id="ended yesterday"),
        pytest.param(YESTERDAY, None, ProjectStatus.UNKNOWN, id="may have ended"),
        pytest.param(None, YESTERDAY, ProjectStatus.COMPLETED, id="ended, start not known"),
        pytest.param(None, TODAY, ProjectStatus.UNKNOWN, id="ends today, may not have started"),
    ],
)
def test_status_by_the_dates(
    starts_on: datetime.date | None, ends_on: datetime.date | None, status: ProjectStatus
) -> None:
    assert project_status(starts_on, ends_on, TODAY) == status


@pytest.mark.django_db
def test_the_database_follows_the_same_rule() -> None:
    for start, end in POSSIBLE:
        ProjectFactory(slug=f"{start}-{end}", starts_on=DAYS[start], ends_on=DAYS[end])

    by_rule = {
        (f"{start}-{end}", status)
        for start, end in POSSIBLE
        for status in [project_status(DAYS[start], DAYS[end], TODAY)]
    }
    by_database = {
        (slug, status)
        for status in ProjectStatus
        for slug in Project.objects.with_status(status, TODAY).values_list("slug", flat=True)
    }
    assert by_database == by_rule
