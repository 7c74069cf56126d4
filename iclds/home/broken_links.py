"""Finds links that lead nowhere, within the site and out of it, and forgets those that were mended."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from iclds.core.links import Link, links_on
from iclds.core.models import SiteDocument
from iclds.home.link_checks import MOST_A_NIGHT, Ask, ask, faults, tonights
from iclds.home.models import BrokenLink
from iclds.home.models.links import LONGEST_ADDRESS


@dataclass(frozen=True)
class Within:
    """What links within the site may lead to: pages by their key, with whether they are live, and documents."""

    pages: dict[int, bool]
    documents: set[int]

    def fault(self, link: Link) -> str:
        """What is wrong with a link to a page or document; empty where nothing is."""
        if link.kind == "document":
            return "" if link.key in self.documents else _("The document has been deleted.")
        if link.key not in self.pages:
            return _("The page has been deleted.")
        return "" if self.pages[link.key] else _("The page is not published.")


def check_links(most: int = MOST_A_NIGHT, ask: Ask = ask) -> tuple[int, int]:
    """Check the links of all live pages and store what is broken; how many were asked outside, and how many are broken.

    Addresses on other sites that have no turn tonight keep what is known of them.
    """
    by_page = {page.pk: list(links_on(page)) for page in Page.objects.live().specific().iterator(chunk_size=200)}
    addresses = {link.address for links in by_page.values() for link in links if link.address}
    asked = tonights(addresses, timezone.localdate(), most)
    outside = faults(asked, ask)
    known = dict(BrokenLink.objects.values_list("address", "fault"))
    outside = {**{address: fault for address, fault in known.items() if address in addresses}, **outside}
    within = Within(
        dict(Page.objects.values_list("pk", "live")), set(SiteDocument.objects.values_list("pk", flat=True))
    )
    rows = [row for page, links in by_page.items() for row in _rows(page, links, outside, within)]
    with transaction.atomic():
        BrokenLink.objects.all().delete()
        BrokenLink.objects.bulk_create(rows)
    return len(asked), len(rows)


def forget_mended(page: Page) -> None:
    """Drop what is known of links that the page no longer has."""
    kept = {_address(link) for link in links_on(page)}
    BrokenLink.objects.filter(page=page).exclude(address__in=kept).delete()


def _rows(page: int, links: Iterable[Link], outside: dict[str, str], within: Within) -> Iterator[BrokenLink]:
    for link in links:
        fault = within.fault(link) if link.kind else outside.get(link.address, "")
        if fault:
            yield BrokenLink(page_id=page, text=link.text[:255], address=_address(link), fault=fault)


def _address(link: Link) -> str:
    return (f"{link.kind} {link.key}" if link.kind else link.address)[:LONGEST_ADDRESS]
