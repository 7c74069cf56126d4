"""Panels for the forms of the admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import TitleFieldPanel

CHOOSE_SEVERAL = _("In the lists, hold Ctrl (on a Mac: Cmd) while you click to choose several or to take one away.")


class NamePanel(TitleFieldPanel):
    """A name that fills the address beside it while the row is new; a later change of it leaves the address alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"classname": "", "placeholder": False, **kwargs})

    class BoundPanel(TitleFieldPanel.BoundPanel):
        def get_should_apply(self) -> bool:
            return not self.instance.pk
