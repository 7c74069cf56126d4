"""What nobody does to the tree in the admin, and why.

That a page never moves into the other language is Wagtail's own rule (Page.can_move_to).
"""

from django.utils.translation import gettext as _
from wagtail.models import Page

from iclds.home.models import HomePage


def why_it_stays(page: Page) -> str:
    """Why a page is not unpublished, deleted or moved: every page of a language leads to its home page."""
    if isinstance(page.specific, HomePage):
        return _("The home page holds a language's whole site. It is changed, never taken away.")
    return ""
