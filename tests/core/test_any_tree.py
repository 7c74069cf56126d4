"""Whatever editors do to the tree, no public page fails, and none leads to what is not there.

Pages are unpublished, moved, deleted, renamed to an address that is taken, translated and
closed to the public, in any order, as far as the admin lets an editor do it. Then a visitor follows every link.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as site_settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from wagtail.models import Locale, Page, PageViewRestriction

from iclds.users.models import User
from tests.every_page import make_every_page
from tests.factories.pages import GuidancePageFactory, NewsPageFactory, StandardPageFactory, in_both_trees
from tests.factories.streams import link, text
from tests.little_site import LittleSite

NOT_PAGES = ("/admin/", "/documents/", "/media/", "/static/")
ACTIONS = ("unpublish", "publish", "move", "delete", "rename", "translate", "close", "draft")
# One thing that an editor does: to which page, with which other page, by their places in the tree.
steps = st.tuples(st.sampled_from(ACTIONS), st.integers(0, 40), st.integers(0, 40))


def act(action: str, page: Page, other: Page, editor: User) -> None:
    """One thing done to a page as the admin lets this editor do it; what it refuses stays undone."""
    may = page.permissions_for_user(editor)
    if action == "unpublish" and may.can_unpublish():
        page.unpublish(user=editor)
    elif action == "publish" and may.can_publish():
        page.save_revision(user=editor).publish(user=editor)
    elif action == "draft" and may.can_edit():
        page.title = "A draft that nobody may see"
        page.save_revision(user=editor, clean=False)
    elif action == "move" and may.can_move_to(other) and Page._slug_is_available(page.slug, other, page):
        page.move(other, pos="last-child", user=editor)
    elif action == "delete" and may.can_delete():
        page.delete(user=editor)
    elif action == "rename" and may.can_publish():
        page.slug = other.slug
        page.full_clean()
        page.save_revision(user=editor).publish(user=editor)
    elif action == "translate" and may.can_edit():
        for locale in Locale.objects.exclude(pk=page.locale_id):
            above = page.get_parent().get_translation_or_none(locale)
            if above and not page.has_translation(locale) and above.permissions_for_user(editor).can_add_subpage():
                page.copy_for_translation(locale).specific.save_revision(user=editor).publish(user=editor)
    elif action == "close" and may.can_publish():
        PageViewRestriction.objects.get_or_create(page=page, restriction_type="login")


@dataclass
class Visitor:
    """Reads pages and follows their links; `complaints` says what led nowhere."""

    browser: Client = field(default_factory=Client)
    statuses: dict[str, int] = field(default_factory=dict)
    pages: dict[str, BeautifulSoup] = field(default_factory=dict)

    def status(self, address: str) -> int:
        """200 for what is shown in the end, 302 for what asks for a login, otherwise what was answered."""
        if address not in self.statuses:
            self.statuses[address] = 0  # while redirects are followed: a circle is no answer
            answer = self.browser.get(address)
            place = answer.get("Location", "")
            if answer.status_code in {301, 302} and "login" not in place:
                self.statuses[address] = self.status(urljoin(address, place).split("#")[0])
            else:
                self.statuses[address] = answer.status_code
                if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                    self.pages[address] = BeautifulSoup(answer.content, "html.parser")
        return self.statuses[address]

    def links(self, address: str) -> Iterator[str]:
        """The site's own pages that a page leads to, in its text and in its head."""
        for found in self.pages[address].select("a[href], link[rel=alternate][href], link[rel=canonical][href]"):
            target = urlsplit(urljoin(address, str(found["href"])))
            # A list asked for something else is the same page.
            is_page = target.scheme in {"", "https"} and not target.query and not target.path.startswith(NOT_PAGES)
            if is_page and target.netloc in {"", site_settings.SITE_HOST}:
                yield target.path

    def complaints(self) -> list[str]:
        """What is wrong on the pages read so far and on all that they lead to."""
        found: list[str] = []
        seen: set[str] = set()
        while left := set(self.pages) - seen:
            for address in left:
                seen.add(address)
                soup = self.pages[address]
                if len(soup.select("h1")) != 1:
                    found.append(f"{address} has no one heading")
                if "A draft that nobody may see" in soup.get_text():
                    found.append(f"{address} shows a draft")
                for target in self.links(address):
                    if self.status(target) not in {200, 302}:
                        found.append(f"{address} leads to {target}: {self.status(target)}")
        return found


@pytest.fixture
def tree(site: LittleSite) -> LittleSite:
    """Every type of page, some in both languages, and pages that link to each other."""
    pages = make_every_page(site, "en")
    about = in_both_trees(StandardPageFactory, site.home, {"en": "About", "sv": "Om"}, show_in_menus=True)
    StandardPageFactory(parent=about["en"], title="Office", body=text(f"<p>{link(pages['guidance'])}</p>"))
    in_both_trees(GuidancePageFactory, site.programme_page, {"en": "How to apply", "sv": "Så söker du"})
    in_both_trees(
        NewsPageFactory, site.news, {"en": "Wells", "sv": "Brunnar"}, body=text(f"<p>{link(about['sv'])}</p>")
    )
    return site


def check(did: list[tuple[str, int, int]], editor: User) -> list[str]:
    """Do all of it, then read every page that should be there, and every address of one that should not."""
    cache.clear()
    for action, first, second in did:
        pages = list(Page.objects.filter(depth__gt=1).order_by("path"))
        if not pages:
            break
        page, other = (pages[number % len(pages)].specific for number in (first, second))
        try:
            with transaction.atomic():
                act(action, page, other, editor)
        except ValidationError:
            continue
    cache.clear()
    visitor, found = Visitor(), []
    for page in Page.objects.filter(depth__gt=1).order_by("path"):
        address = page.get_url()
        if page.live and address and visitor.status(address) not in {200, 302}:
            found.append(f"{page} ({page.specific_class.__name__}) at {address}: {visitor.status(address)}")
        # A project's facts stand there without its story.
        is_shown = address and visitor.status(address) == 200 and address in visitor.pages
        if not page.live and is_shown and page.specific_class.__name__ != "ProjectPage":
            found.append(f"{page} is not live and shown at {address}")
    return [*found, *visitor.complaints()]


@given(did=st.lists(steps, max_size=6))
@settings(
    max_examples=6, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
def test_whatever_is_done_to_the_tree_every_link_leads_somewhere(
    tree: LittleSite, publisher: User, did: list[tuple[str, int, int]]
) -> None:
    with transaction.atomic():
        complaints = check(did, publisher)
        transaction.set_rollback(True)

    assert complaints == []
