"""Makes pages in both trees: first all of them, then their texts, which link to each other."""

import json
import uuid
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from iclds.core.languages import LANGUAGE_CODES
from iclds.core.models import BasePage
from iclds.home.loader.entries import Entry
from iclds.home.loader.markup import Known, rich_text, stream
from iclds.home.models import HomePage

KEYS = uuid.uuid5(uuid.NAMESPACE_URL, "https://icld.se/content")

Streams = dict[str, Any]


def translation_key(key: str) -> uuid.UUID:
    """The lasting key that both language versions of a page share; by it a page is found again."""
    return uuid.uuid5(KEYS, key)


class Tree:
    """The page trees while they are being loaded.

    `known` collects what texts may refer to. Texts are kept back until `write_texts`, when every page has its id.
    """

    def __init__(self, known: Known) -> None:
        self.known = known
        self.locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGE_CODES}
        self.pages: dict[tuple[str, str], BasePage] = {}
        self.made = 0
        self._unwritten: list[tuple[BasePage, Entry, Callable[[BasePage], None]]] = []

    def page(
        self,
        key: str,
        language: str,
        page_class: type[BasePage],
        parent: BasePage | None,
        entry: Entry,
        *,
        streams: Streams | None = None,
        rich: dict[str, str] | None = None,
        then: Callable[[BasePage], None] | None = None,
        **fields: Any,
    ) -> BasePage:
        """The page of a content key in a language, made where it is missing.

        `streams`: block lists by StreamField; `rich`: markup by rich text field; `then`: sets relations of a page
        just made. All are worked off by `write_texts`.
        """
        existing = page_class.objects.filter(
            translation_key=translation_key(key), locale=self.locales[language]
        ).first()
        page = existing or self._make(key, language, page_class, parent, entry, fields)
        self.pages[key, language] = page
        self.known.pages[key, language] = page.pk
        if existing is None:

            def write(page: BasePage) -> None:
                for name, blocks in (streams or {}).items():
                    raw = stream(entry, f"{name}.{language}", blocks, language, self.known)
                    setattr(page, name, json.dumps(raw))
                for name, markup in (rich or {}).items():
                    setattr(page, name, rich_text(entry, f"{name}.{language}", markup, language, self.known))
                if then:
                    then(page)

            self._unwritten.append((page, entry, write))
        return page

    def _make(
        self,
        key: str,
        language: str,
        page_class: type[BasePage],
        parent: BasePage | None,
        entry: Entry,
        fields: dict[str, Any],
    ) -> BasePage:
        now = timezone.now()
        page = page_class(
            locale=self.locales[language],
            translation_key=translation_key(key),
            first_published_at=now,
            last_published_at=now,
            latest_revision_created_at=now,
            **fields,
        )
        above = parent or Page.get_first_root_node()
        try:
            above.add_child(instance=page)
        except ValidationError as error:
            raise _as_content_error(entry, error) from error
        self.made += 1
        return page

    def write_texts(self) -> None:
        """Fill in the texts of all pages made, now that they can link to each other."""
        for page, entry, write in self._unwritten:
            write(page)
            try:
                page.save()
            except ValidationError as error:
                raise _as_content_error(entry, error) from error
            _begin_history(page)
        self._unwritten.clear()


def _begin_history(page: BasePage) -> None:
    """A first version: without one, Wagtail tells no second editor that a first has saved, and nothing is restored."""
    revision = page.save_revision(clean=False, log_action=True)
    Page.objects.filter(pk=page.pk).update(live_revision=revision, has_unpublished_changes=False)


def _as_content_error(entry: Entry, error: ValidationError) -> Exception:
    field, problems = next(iter(error.message_dict.items()))
    return entry.error(field, " ".join(problems))


def make_site(home: HomePage) -> None:
    """Make `home` the site's root and take Wagtail's welcome page away."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = site.root_page if site.root_page_id and site.root_page_id != home.pk else None
    site.root_page = home
    site.site_name = settings.WAGTAIL_SITE_NAME
    site.save()
    set_site_address()
    if welcome and welcome.specific_class is Page:
        welcome.delete()


def set_site_address() -> bool:
    """Write the public address (SITE_URL) into Wagtail's site record; whether it changed."""
    parts = urlsplit(settings.SITE_URL)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or (site.hostname, site.port) == (parts.hostname, port):
        return False
    site.hostname, site.port = parts.hostname, port
    site.save()
    return True
