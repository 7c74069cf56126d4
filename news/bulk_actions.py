"""What is done to many pages at once."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page

from iclds.registers.bulk_actions import SetSubjects
from news.models.dated import DatedPage


class SetPageSubjects(SetSubjects, PageBulkAction):
    """On news and publications; other pages have no subjects."""

    def check_perm(self, page: Page) -> bool:
        """Not where somebody has locked it, where a version waits for its hour, or where it follows another page.

        Nor where something else on it is wrong, which its form says.
        """
        if not issubclass(page.specific_class or Page, DatedPage) or page.alias_of_id or page.scheduled_revision:
            return False
        may = page.permissions_for_user(self.request.user)
        return bool(may.can_publish() and not may.page_locked() and _is_sound(page))

    @classmethod
    def add_subjects(cls, item: Page, subjects: Any, user: Any) -> None:
        """On the latest version; where that waits unpublished, on the live one as well, which stays as it is."""
        page = item.specific
        waits = page.has_unpublished_changes
        latest = page.get_latest_revision_as_object()
        if page.live and waits:
            super().add_subjects(page, subjects, user)
        latest.subjects.add(*subjects)
        revision = latest.save_revision(user=user, log_action=True)
        if page.live and not waits:
            revision.publish(user=user)


def _is_sound(page: Page) -> bool:
    """Whether the latest version may be stored as it is."""
    try:
        page.get_latest_revision_as_object().full_clean()
    except ValidationError:
        return False
    return True
