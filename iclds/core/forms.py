"""The form that all page types share in the admin."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm


class BasePageForm(WagtailAdminPageForm):
    """Tells a new page where it will stand, so that the model can judge its address (BasePage.clean)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.path:
            self.instance.future_parent = self.parent_page
