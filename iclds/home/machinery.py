"""What stands still behind the site, at the top of the first screen: background work, jobs given up, mail."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from iclds.background.status import failed_jobs, standstill
from iclds.mail.status import mail_problem
from iclds.users.models import User


class MachineryPanel(Component):
    """Empty while all goes well. That nothing is worked concerns everybody; the rest is for administrators."""

    name = "machinery"
    order = 5
    template_name = "home/admin/machinery.html"

    def __init__(self, user: User) -> None:
        self.user = user

    def get_context_data(self, parent_context: Mapping[str, Any] | None) -> dict[str, Any]:
        runs_the_site = self.user.has_perm("background.view_heartbeat")
        now = timezone.now()
        return {
            "standstill": standstill(now),
            "failed_jobs": failed_jobs() if runs_the_site else [],
            "mail_problem": mail_problem(now) if runs_the_site else None,
            "runs_the_site": runs_the_site,
        }
