"""Who looks at what writers submit: two workflows of Wagtail's, one for each of those who publish."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask

from iclds.home.models import HomePage
from iclds.home.roles import ADMINISTRATOR, EDITOR, PROGRAMME_MANAGER, SECTIONS

# What Wagtail sets up on a new site: its reviewers are a group that this site does not have.
WAGTAILS_OWN = "Moderators approval"


@dataclass(frozen=True)
class Review:
    """A workflow on all pages of these types and below them, approved by any member of these roles."""

    name: str
    roles: tuple[str, ...]
    below: tuple[type[Page], ...]


# A review is called after those who do it. Editors of both languages read its name: "Submit to …", "Lämna in till …".
REVIEWS = (
    Review("Programansvariga / Programme managers", (PROGRAMME_MANAGER.name, ADMINISTRATOR.name), (HomePage,)),
    Review(
        "Redaktionen / Editors",
        (EDITOR.name, PROGRAMME_MANAGER.name, ADMINISTRATOR.name),
        SECTIONS,
    ),
)


@transaction.atomic
def make_reviews() -> None:
    """The workflows on their pages. Run after `make_roles`, as often as you like."""
    for workflow in Workflow.objects.filter(name=WAGTAILS_OWN, active=True):
        workflow.deactivate()
    for review in REVIEWS:
        _make(review)


def _make(review: Review) -> None:
    task = GroupApprovalTask.objects.filter(name=review.name).first() or GroupApprovalTask(name=review.name)
    task.active = True
    task.save()
    task.groups.set(Group.objects.filter(name__in=review.roles))
    workflow, _made = Workflow.objects.update_or_create(name=review.name, defaults={"active": True})
    WorkflowTask.objects.get_or_create(workflow=workflow, task=Task.objects.get(pk=task.pk), sort_order=0)
    for page_type in review.below:
        for page in page_type.objects.all():
            WorkflowPage.objects.update_or_create(page=Page.objects.get(pk=page.pk), defaults={"workflow": workflow})
