"""Wagtail's mails about reviews, written so that none of them undoes what it tells of."""

import logging
from typing import Any

from django.db import transaction
from wagtail.admin import signal_handlers
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

UNTOLD = "A mail about a review could not be written; what it tells of is done."

logger = logging.getLogger(__name__)


class Unfailing:
    """A receiver of Wagtail's whose failure is told in the log.

    Wagtail calls it inside the transaction that submits, approves or sends back: an error raised there would roll that
    back and answer 500. One in the middle of a mail Wagtail drops without a word (its `OpenedConnection` answers every
    exception with yes), so that its answer is all there is to tell.
    """

    def __init__(self, notifier: Any) -> None:
        self.notifier = notifier

    def __call__(self, **signal: Any) -> bool:
        try:
            with transaction.atomic():
                is_written = bool(self.notifier(**signal))
        except Exception:
            logger.exception(UNTOLD)
            return False
        if not is_written and self.notifier.can_handle(**signal):
            logger.error(UNTOLD)
        return is_written


# Signals keep no receiver alive.
_RECEIVERS = (
    (task_submitted, TaskState, signal_handlers.task_submission_email_notifier,
     "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, signal_handlers.workflow_submission_email_notifier,
     "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, signal_handlers.workflow_rejection_email_notifier,
     "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, signal_handlers.workflow_approval_email_notifier,
     "workflow_state_approved_email_notification"),
)  # fmt: skip
UNFAILING = [(signal, sender, Unfailing(notifier), uid) for signal, sender, notifier, uid in _RECEIVERS]


def take_wagtails_place() -> None:
    """Connect ours under the numbers that Wagtail gives its own, whichever of both comes first."""
    for signal, sender, receiver, uid in UNFAILING:
        signal.disconnect(sender=sender, dispatch_uid=uid)
        # A second connection under the same number, such as Wagtail's a moment later, is left out by Django.
        signal.connect(receiver, sender=sender, dispatch_uid=uid)
