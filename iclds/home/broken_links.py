"""Finds links that lead nowhere, within the site and out of it, and forgets those that were mended."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models, transaction
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from iclds.core.links import Link, links_on
from iclds.core.models import SiteDocument
from iclds.home.link_checks import MOST_A_NIGHT, Answer, Ask, ask, faults, tonights
from iclds.home.models import BrokenLink
from iclds.home.models.links import LONGEST_ADDRESS, Fault


@dataclass(frozen=True)
class Known:
    """What links may lead to: pages by their key, with title and whether they are live, documents, other sites."""

    pages: dict[int, tuple[str, bool]]
    documents: set[int]
    outside: dict[str, int]

    def broken(self, page: int, link: Link) -> BrokenLink | None:
        """The row for a link that leads nowhere."""
        row = BrokenLink(
            page_id=page, text=link.text[:255], address=link.address[:LONGEST_ADDRESS], kind=link.kind, key=link.key
        )
        if link.kind == "document":
            row.fault = "" if link.key in self.documents else Fault.DOCUMENT_DELETED
        elif link.kind:
            row.title, is_live = self.pages.get(link.key, ("", False))
            row.fault = "" if is_live else Fault.PAGE_UNPUBLISHED if link.key in self.pages else Fault.PAGE_DELETED
        else:
            status = self.outside.get(link.address, Answer.WELL)
            row.fault, row.status = _outside_fault(status), status if status > 0 else None
        return row if row.fault else None


def check_links(most: int = MOST_A_NIGHT, ask: Ask = ask) -> tuple[int, int]:
    """Check the links of all live pages and store what is broken; how many were asked outside, and how many are broken.

    Addresses on other sites that have no turn tonight keep what is known of them.
    """
    asked = tonights({link.address for _page, link in _live_links() if link.address}, timezone.localdate(), most)
    statuses = faults(asked, ask)
    # Asking takes its time, in which editors mend, unpublish and delete: so the links are read again.
    before = list(BrokenLink.objects.all())
    known = Known(
        pages={pk: (title, live) for pk, title, live in Page.objects.values_list("pk", "title", "live")},
        documents=set(SiteDocument.objects.values_list("pk", flat=True)),
        outside={row.address: row.status or Answer.NOBODY for row in before if row.address} | statuses,
    )
    found_at = {_identity(row): row.found_at for row in before}
    rows = [row for page, link in _live_links() if (row := known.broken(page, link))]
    for row in rows:
        row.found_at = found_at.get(_identity(row), row.found_at)
    with transaction.atomic():
        still_live = set(Page.objects.live().values_list("pk", flat=True))
        rows = [row for row in rows if row.page_id in still_live]
        BrokenLink.objects.all().delete()
        BrokenLink.objects.bulk_create(rows)
    return len(asked), len(rows)


def _live_links() -> Iterator[tuple[int, Link]]:
    """Every link of every live page, with the page's key."""
    for page in Page.objects.live().prefetch_related("locale").specific().iterator(chunk_size=200):
        for link in links_on(page):
            yield page.pk, link


def _identity(row: BrokenLink) -> tuple[int, str, str, int]:
    return row.page_id, row.address, row.kind, row.key


def _outside_fault(status: int) -> str:
    if status == Answer.WELL:
        return ""
    if status == Answer.NOBODY:
        return Fault.NO_ANSWER
    return Fault.OUT_OF_ORDER if status >= 500 else Fault.NOT_THERE


def forget_mended(page: Page) -> None:
    """Drop what is known of links that the page no longer has."""
    kept = {(link.address[:LONGEST_ADDRESS], link.kind, link.key) for link in links_on(page)}
    rows = BrokenLink.objects.filter(page=page)
    rows.filter(pk__in=[row.pk for row in rows if (row.address, row.kind, row.key) not in kept]).delete()


def forget_mended_where_used(shared: models.Model) -> None:
    """The same for every page that shows what is written once, such as a callout."""
    users = ReferenceIndex.get_references_to(shared).filter(base_content_type__model="page")
    pages = Page.objects.filter(pk__in=[int(key) for key in users.values_list("object_id", flat=True)])
    for page in pages.filter(pk__in=BrokenLink.objects.values("page")).specific():
        forget_mended(page)


def forget_links_to(page: Page) -> None:
    """Links to a page that was published lead somewhere again."""
    BrokenLink.objects.filter(kind="page", key=page.pk).delete()


def forget_links_of(page: Page) -> None:
    """Nobody meets the links of a page that was unpublished."""
    BrokenLink.objects.filter(page=page).delete()
