"""What a page is, for search engines: schema.org as JSON-LD."""

from typing import Any, Protocol

from django.conf import settings

from iclds.core.addresses import absolute_url
from iclds.core.navigation import Frame


class Described(Protocol):
    """A page with a title and a description for search engines."""

    @property
    def meta_title(self) -> str: ...

    @property
    def meta_description(self) -> str: ...


ORGANISATION = {
    "@type": "Organization",
    "@id": f"{settings.SITE_URL}/#organisation",
    "name": "Swedish International Centre for Local Democracy",
    "alternateName": "ICLD",
    "url": f"{settings.SITE_URL}/",
}


def web_page_data(page: Described, frame: Frame, kind: str = "WebPage") -> dict[str, Any]:
    return {
        "@type": kind,
        "@id": f"{frame.canonical_url}#page",
        "url": frame.canonical_url,
        "name": page.meta_title,
        "description": page.meta_description,
        "inLanguage": frame.language,
        "publisher": {"@id": ORGANISATION["@id"]},
    }


def breadcrumb_data(frame: Frame) -> dict[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": crumb.title, "item": absolute_url(crumb.url)}
            for position, crumb in enumerate(frame.breadcrumbs, start=1)
        ],
    }


def graph(items: list[dict[str, Any]]) -> dict[str, Any]:
    """One JSON-LD document of several things; values that are None are left out."""
    kept = [{key: value for key, value in item.items() if value is not None} for item in items]
    return {"@context": "https://schema.org", "@graph": kept}
