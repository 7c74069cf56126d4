"""Panels for the forms of the admin."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel, TitleFieldPanel
from wagtail.models import Locale, Page

from iclds.core.languages import language_name
from iclds.core.translation_state import is_behind

CHOOSE_SEVERAL = _("In the lists, hold Ctrl (on a Mac: Cmd) while you click to choose several or to take one away.")


class NamePanel(TitleFieldPanel):
    """A name that fills the address beside it while the row is new; a later change of it leaves the address alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"classname": "", "placeholder": False, **kwargs})

    class BoundPanel(TitleFieldPanel.BoundPanel):
        def get_should_apply(self) -> bool:
            return not self.instance.pk


@dataclass(frozen=True)
class Version:
    """A page in another language, or that there is none. Addresses are empty where there is nowhere to go."""

    locale: Locale
    page: Page | None
    is_newer: bool = False
    is_older: bool = False
    url: str = ""
    changes_url: str = ""
    translate_url: str = ""


class TranslationsPanel(Panel):
    """Which languages a page exists in, which one is behind, and what changed there. It changes nothing itself."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/admin/translations_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            page = self.instance
            pages = {version.locale_id: version for version in page.get_translations().select_related("locale")}
            others = Locale.objects.exclude(pk=page.locale_id)
            return {
                **super().get_context_data(parent_context),
                "versions": [self._version(locale, pages.get(locale.pk)) for locale in others],
            }

        def _version(self, locale: Locale, version: Page | None) -> Version:
            page = self.instance
            if version is None:
                may_translate = self.request.user.has_perm("simple_translation.submit_translation")
                address = reverse("simple_translation:submit_page_translation", args=[page.pk])
                return Version(locale, None, translate_url=address if may_translate else "")
            is_newer = is_behind(page, version)
            return Version(
                locale,
                version,
                is_newer=is_newer,
                is_older=is_behind(version, page),
                url=version.get_url(self.request) or "",
                changes_url=self._changes_since(version) if is_newer else "",
            )

        def _changes_since(self, version: Page) -> str:
            """Where the version of that time is compared with the live one; empty where it is not kept."""
            before = version.revisions.filter(created_at__lte=self.instance.last_published_at).order_by("-created_at")
            if (revision := before.first()) is None:
                return ""
            return reverse("wagtailadmin_pages:revisions_compare", args=[version.pk, revision.pk, "live"])


@dataclass(frozen=True)
class PublicNumber:
    """One thing that the site says of a row, and where it says so."""

    label: str
    value: str
    url: str = ""


class PublicNumbersPanel(Panel):
    """What readers find on the site about the row that is edited. Heirs count; nothing is changed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("On the site"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/admin/public_numbers_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        def numbers(self) -> list[PublicNumber]:
            raise NotImplementedError("An heir says what it counts.")

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "numbers": self.numbers()}


def addresses(pages: Iterable[Page]) -> list[PublicNumber]:
    """Where live pages stand on the site, by language."""
    return [
        PublicNumber(language_name(page.locale.language_code), page.title, page.get_url() or "")
        for page in pages
        if page.live and page.get_url()
    ]
