"""A panel of the project's edit screen that leads to its stories, and makes one that is missing."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.models import Locale


class StoriesPanel(Panel):
    """Which languages a project is told in. It shows; it changes nothing by itself."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "projects/admin/stories_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            project = self.instance
            context = super().get_context_data(parent_context)
            stories = {story.locale_id: story for story in project.stories.all()} if project.pk else {}
            context["project"] = project
            context["languages"] = [(locale, stories.get(locale.pk)) for locale in Locale.objects.all()]
            context["explanation"] = _("Save the project first; then its story can be written here.")
            return context
