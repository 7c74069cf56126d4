"""Panels of the project's edit screen: what the site says of it, and its stories, with one click to a missing one."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.models import Locale, Page

from iclds.core.languages import active_language, in_language, language_name
from iclds.core.panels import PublicNumber, PublicNumbersPanel


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


class ProjectNumbersPanel(PublicNumbersPanel):
    """What the site says of a project."""

    class BoundPanel(PublicNumbersPanel.BoundPanel):
        def numbers(self) -> list[PublicNumber]:
            project = self.instance
            if not project.is_public:
                return [PublicNumber(gettext("Status"), gettext("Not on the site"))]
            news = project.newspages.for_readers_of(active_language())
            return [
                PublicNumber(gettext("Status"), str(project.status.label)),
                PublicNumber(gettext("Granted"), self._granted()),
                PublicNumber(gettext("Partners"), number_format(project.partners.count())),
                PublicNumber(gettext("News items"), number_format(news.count())),
                *self._addresses(),
            ]

        def _granted(self) -> str:
            """The sum of all grants; “about” where one of them is known roughly."""
            grants = list(self.instance.grants.all())
            if not grants:
                return gettext("Not known")
            amount = number_format(sum(grant.amount for grant in grants), force_grouping=True)
            if any(grant.is_approximate for grant in grants):
                return gettext("about %(amount)s SEK") % {"amount": amount}
            return f"{amount} SEK"

        def _addresses(self) -> list[PublicNumber]:
            """The project's own, which it has in both languages with or without a story."""
            lists = Page.objects.filter(content_type__model="projectindexpage").select_related("locale")
            return [
                PublicNumber(
                    language_name(found.locale.language_code),
                    in_language(self.instance, "name", found.locale.language_code),
                    f"{found.get_url()}{self.instance.slug}/",
                )
                for found in lists.live()
            ]
