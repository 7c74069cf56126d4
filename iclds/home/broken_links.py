"""Finds links that lead nowhere, within the site and out of it, and forgets those that were mended."""

from collections.abc import Iterable, Iterator

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from iclds.core.links import Link, links_on
from iclds.core.models import SiteDocument
from iclds.home.link_checks import MOST_A_NIGHT, Ask, ask, faults, tonights
from iclds.home.models import BrokenLink

LONGEST_ADDRESS = 2_000


def check_links(most: int = MOST_A_NIGHT, ask: Ask = ask) -> tuple[int, int]:
    """Check the links of all live pages and store what is broken; how many were asked outside, and how many are broken.

    Addresses on other sites that have no turn tonight keep what is known of them.
    """
    by_page = {page: list(links_on(page)) for page in Page.objects.live().specific().iterator(chunk_size=200)}
    addresses = {link.address for links in by_page.values() for link in links if link.address}
    asked = tonights(addresses, timezone.localdate(), most)
    outside = faults(asked, ask)
    known = dict(BrokenLink.objects.values_list("address", "fault"))
    outside = {**{address: fault for address, fault in known.items() if address in addresses}, **outside}
    rows = [row for page, links in by_page.items() for row in _rows(page, links, outside)]
    with transaction.atomic():
        BrokenLink.objects.all().delete()
        BrokenLink.objects.bulk_create(rows)
    return len(asked), len(rows)


def forget_mended(page: Page) -> None:
    """Drop what is known of links that the page no longer has."""
    kept = {_address(link) for link in links_on(page)}
    BrokenLink.objects.filter(page=page).exclude(address__in=kept).delete()


def _rows(page: Page, links: Iterable[Link], outside: dict[str, str]) -> Iterator[BrokenLink]:
    for link in links:
        fault = _fault_within(link) if link.kind else outside.get(link.address, "")
        if fault:
            yield BrokenLink(page_id=page.pk, text=link.text[:255], address=_address(link), fault=fault)


def _address(link: Link) -> str:
    return (f"{link.kind} {link.key}" if link.kind else link.address)[:LONGEST_ADDRESS]


def _fault_within(link: Link) -> str:
    if link.kind == "document":
        return "" if SiteDocument.objects.filter(pk=link.key).exists() else _("The document has been deleted.")
    live = Page.objects.filter(pk=link.key).values_list("live", flat=True).first()
    if live is None:
        return _("The page has been deleted.")
    return "" if live else _("The page is not published.")
