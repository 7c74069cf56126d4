"""Addresses: absolute ones for whoever has no base address, and those that no page may hide."""

from urllib.parse import urljoin

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation


def absolute_url(path: str) -> str:
    """`path` on the site's public address; an address that is absolute already stays as it is."""
    return urljoin(f"{settings.SITE_URL}/", path)


def fixed_address_at(path: str) -> bool:
    """Whether the site itself, not a page, answers `path` (such as "/en/search/")."""
    try:
        # Django resolves only addresses of the active language; the editor's need not be that of the page.
        with translation.override(translation.get_language_from_path(path) or translation.get_language()):
            match = resolve(path)
    except Resolver404:
        return False
    return match.url_name != "wagtail_serve"
