"""Private pages, documents and pictures in both languages, each with a name that stands nowhere else, and open pages
that would tell of them.
"""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.test import Client, TestCase
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from iclds.core.models import DocumentList, DocumentListEntry, SharedCallout, SiteDocument, SiteImage
from iclds.users.models import User
from tests.factories.media import DocumentFactory, ImageFactory, pdf_of
from tests.factories.pages import GuidancePageFactory, NewsPageFactory, PublicationPageFactory, StandardPageFactory
from tests.factories.streams import document_link, link, picture, stream
from tests.factories.users import UserFactory
from tests.little_site import LittleSite
from tests.privacy.table import LANGUAGES, Cause

PASSWORD = "a shared password"
OTHER = {"en": "sv", "sv": "en"}


@dataclass
class Half:
    """What is private in one language, and the open pages that would tell of it."""

    section: Page
    page: Page
    news: Page
    publication: Page
    # Open: the page's translation in the other language, and a page that links to what is private.
    translation: Page
    linking: Page
    # By the way in which they are used.
    documents: dict[str, SiteDocument]
    picture: SiteImage
    # Where the cover was when everybody might see it.
    old_cover_addresses: list[str] = field(default_factory=list)

    @property
    def private_pages(self) -> list[Page]:
        return [self.page, self.news, self.publication]


@dataclass
class World:
    cause: Cause
    halves: dict[str, Half]
    collection: Collection
    group: Group


def make_world(site: LittleSite, cause: Cause) -> World:
    """Everything open at first, and seen by a stranger; then private for the given cause."""
    cache.clear()
    collection = Collection.get_first_root_node().add_child(name="Board")
    used = collection if cause.place == "collection" else Collection.get_first_root_node()
    world = World(
        cause,
        {language: _make_half(site, language, used, cause) for language in LANGUAGES},
        collection,
        Group.objects.create(name="Board members"),
    )
    if cause.state not in {"draft", "scheduled"}:
        for half in world.halves.values():
            half.old_cover_addresses = cover_addresses(half, Client().get(half.publication.get_url()).content.decode())
            assert half.old_cover_addresses, "the cover is shown while it is open"
    # Files are deleted after the commit, which no test comes to.
    with TestCase.captureOnCommitCallbacks(execute=True):
        _apply(world)
    return world


def cover_addresses(half: Half, html: str) -> list[str]:
    stem = half.documents["publication"].title
    parts = html.replace('"', " ").replace(",", " ").split()
    return [part for part in parts if part.startswith("/media/") and f"/{stem}." in part]


def _make_half(site: LittleSite, language: str, collection: Collection, cause: Cause) -> Half:
    is_live = cause.state not in {"draft", "scheduled"}
    # The open ones first: a document belongs to the page that is saved with it.
    documents = {
        use: DocumentFactory(title=f"paper-{use}-{language}", file__filename=f"paper-{use}-{language}.txt",
                             collection=collection)
        for use in ("list", "callout", "link")
    }  # fmt: skip
    documents["publication"] = _with_cover(f"paper-publication-{language}", collection)
    image = ImageFactory(file__filename=f"photograph-{language}.jpg", collection=collection)
    section = GuidancePageFactory(parent=site.home[language], title=f"Boardroom {language}")
    page = GuidancePageFactory(
        parent=section, title=f"Minutes {language}", live=is_live,
        body=stream(
            ("document_list", {"list": _list_of(documents["list"], language).pk}),
            ("shared_callout", {"callout": _callout(document_link(documents["callout"]), f"own {language}").pk}),
        ),
    )  # fmt: skip
    news = NewsPageFactory(
        parent=section, title=f"Leak {language}", live=is_live, picture=image,
        published_on=datetime.date(2024, 1, 1),
        body=stream(("text", f"<p>{document_link(documents['link'])}</p>"), picture(image)),
    )  # fmt: skip
    publication = PublicationPageFactory(
        parent=section, title=f"Treatise {language}", live=is_live, document=documents["publication"]
    )
    translation = GuidancePageFactory(
        parent=site.home[OTHER[language]], title=f"Open version of {language}", translation_key=page.translation_key,
        show_in_menus=False,
    )  # fmt: skip
    linking = StandardPageFactory(
        parent=site.home[language], title=f"Links {language}", show_in_menus=False,
        body=stream(
            ("text", f"<p>{link(news)}</p>"),
            ("shared_callout", {"callout": _callout(link(publication), f"open {language}").pk}),
        ),
    )  # fmt: skip
    return Half(section, page, news, publication, translation, linking, documents, image)


def _with_cover(name: str, collection: Collection) -> SiteDocument:
    file = ContentFile(pdf_of((30, 30, 200)), name=f"{name}.pdf")
    document: SiteDocument = DocumentFactory(title=name, file=file, collection=collection)
    SiteDocument.objects.filter(pk=document.pk).update(
        cover=ImageFactory(file__filename=f"{name}.jpg"), cover_file=document.file.name
    )
    document.refresh_from_db()
    return document


def _list_of(document: SiteDocument, language: str) -> DocumentList:
    found = DocumentList.objects.create(name=f"List {language}", title_en="Papers", title_sv="Papper")
    DocumentListEntry.objects.create(list=found, document=document)
    return found


def _callout(markup: str, name: str) -> SharedCallout:
    words = f"<p>{markup}</p>"
    return SharedCallout.objects.create(name=name, title_en="Note", title_sv="Notera", text_en=words, text_sv=words)


def _apply(world: World) -> None:
    cause = world.cause
    if cause.place == "collection":
        _restrict(CollectionViewRestriction(collection=world.collection), world)
    for half in world.halves.values():
        if cause.place == "section":
            _restrict(PageViewRestriction(page=half.section), world)
        for page in half.private_pages:
            if cause.place == "page":
                _restrict(PageViewRestriction(page=page), world)
            elif cause.state == "scheduled":
                page.go_live_at = timezone.now() + datetime.timedelta(days=1)
                page.save_revision().publish()
            elif cause.state == "unpublished":
                page.unpublish()


def _restrict(restriction: Any, world: World) -> None:
    restriction.restriction_type, restriction.password = world.cause.key, PASSWORD
    restriction.save()
    if world.cause.key == "groups":
        restriction.groups.add(world.group)


def somebody(*groups: Group) -> User:
    user: User = UserFactory()
    user.groups.set(groups)
    return user
