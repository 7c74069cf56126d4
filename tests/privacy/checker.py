"""Goes over the whole site once as one visitor, and says which cells of the table tell them something."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

from tests.privacy.table import LANGUAGES, NEVER, THINGS, WAYS
from tests.privacy.world import PASSWORD, Half, World, cover_addresses, somebody

SEARCH = {"en": "/en/search/", "sv": "/sv/sok/"}
HERE = {"Sec-Fetch-Site": "same-origin"}

# What is told, by thing, way and language: everything there is to tell, or anything of it.
Told = dict[tuple[str, str, str], tuple[bool, bool]]


class Look:
    """What one visitor is answered at an address."""

    def __init__(self, client: Client, address: str) -> None:
        self.response: Any = client.get(address)
        self.status: int = self.response.status_code
        self.html = self._body() if self.status in {200, 403, 404} else ""
        self.headers = str(dict(self.response.items()))

    def _body(self) -> str:
        chunks = self.response.streaming_content if self.response.streaming else [self.response.content]
        return b"".join(chunks).decode(errors="replace")

    @property
    def data(self) -> str:
        return " ".join(re.findall(r"<script type=\"application/ld\+json\">(.*?)</script>", self.html, re.DOTALL))

    @property
    def results(self) -> str:
        return str(BeautifulSoup(self.html, "html.parser").select("ol.results"))


def look_over(client: Client, world: World, languages: Iterable[str] = LANGUAGES) -> Told:
    """Every way to every thing, each address once."""
    sitemap = Look(client, "/sitemap.xml").html
    told: Told = {}
    for language in languages:
        half = world.halves[language]
        found = {**_pages(client, world, half, language, sitemap), **_files(client, half, language)}
        told |= {(thing, way, language): answer for (thing, way), answer in found.items()}
    assert {(thing, way) for thing in THINGS for way in WAYS} - set(NEVER) == {cell[:2] for cell in told}
    return told


def _pages(client: Client, world: World, half: Half, language: str, sitemap: str) -> dict[tuple[str, str], Any]:
    home = Look(client, f"/{language}/").html
    linking = Look(client, _url(half.linking)).html
    own = [Look(client, _url(page)) for page in half.private_pages]
    inside = [*half.private_pages, *([half.section] if world.cause.place == "section" else [])]
    first_words = str(half.page.title).split()[0]
    return {
        ("page", "the page itself"): _told(
            page.title in look.html + look.headers for page, look in zip(half.private_pages, own, strict=True)
        ),
        ("page", "list"): _told([half.news.title in Look(client, _url_of_list(language)).html]),
        ("page", "callout"): _told([_url(half.publication) in linking]),
        ("page", "rich text link"): _told([_url(half.news) in linking]),
        ("page", "feed"): _told([half.news.title in Look(client, f"/{language}/feed/").html]),
        ("page", "JSON-LD"): _told(page.title in look.data for page, look in zip(half.private_pages, own, strict=True)),
        ("page", "hreflang"): _told([_url(half.page) in Look(client, _url(half.translation)).html]),
        ("page", "sitemap"): _told(_url(page) + "<" in sitemap for page in inside),
        ("page", "search"): _told([half.page.title in Look(client, f"{SEARCH[language]}?q={first_words}").results]),
        # Of those private, the one that stands in the menu, and the section itself.
        ("page", "menu"): _told(f'"{_url(page)}"' in home for page in inside if page.show_in_menus),
    }


def _files(client: Client, half: Half, language: str) -> dict[tuple[str, str], Any]:
    papers = half.documents
    page, news, publication = (Look(client, _url(found)) for found in half.private_pages)
    feed = Look(client, f"/{language}/feed/").html
    covers = cover_addresses(half, publication.html)
    center = Look(client, {"en": "/en/knowledge-centre/", "sv": "/sv/kunskapscentrum/"}[language]).html
    photograph = f"photograph-{language}."
    return {
        ("document", "the page itself"): _told([papers["publication"].title in publication.html,
                                                _number(papers["publication"]) in publication.html]),
        ("document", "serving"): _told(
            answer for paper in papers.values() for answer in _served(client, paper.pk, paper.filename, paper.title)
        ),
        ("document", "list"): _told([papers["list"].title in page.html]),
        ("document", "callout"): _told([_number(papers["callout"]) in page.html]),
        ("document", "rich text link"): _told([_number(papers["link"]) in news.html]),
        ("document", "feed"): _told([_number(papers["link"]) in feed]),
        ("document", "JSON-LD"): _told([_number(papers["publication"]) in publication.data]),
        ("picture", "the page itself"): _told([photograph in news.html]),
        ("picture", "list"): _told([photograph in Look(client, _url_of_list(language)).html]),
        ("picture", "feed"): _told([photograph in feed]),
        ("cover", "the page itself"): _told([bool(covers)]),
        ("cover", "list"): _told([f"/{papers['publication'].title}." in center]),
        # The addresses of old, and those of today.
        ("cover", "serving"): _told(
            Look(client, address).status == 200 for address in covers or half.old_cover_addresses
        ),
    }  # fmt: skip


def _served(client: Client, number: int, filename: str, title: str) -> list[bool]:
    """Whether the right name, a wrong one and none tell anything of a document, or lead to it."""
    looks = [Look(client, f"/documents/{number}/{name}") for name in (filename, "anything.txt", "")]
    return [title in look.headers or look.status == 200 for look in looks]


def _told(answers: Iterable[bool]) -> tuple[bool, bool]:
    found = [bool(answer) for answer in answers]
    return all(found), any(found)


def _number(document: Any) -> str:
    return f"/documents/{document.pk}/"


def _url(page: Page) -> str:
    return page.get_url() or ""


def _url_of_list(language: str) -> str:
    return {"en": "/en/news/", "sv": "/sv/nyheter/"}[language]


def strangers(world: World) -> list[Client]:
    """Who has no key; where groups have it, somebody who is logged in as well."""
    found = [Client(headers=HERE)]
    if world.cause.key == "groups":
        found.append(Client(headers=HERE))
        found[-1].force_login(somebody())
    return found


def holder_of_the_key(world: World) -> Client:
    """A visitor who was asked for the key at each address, and gave it."""
    client = Client(headers=HERE)
    if world.cause.key in {"login", "groups"}:
        client.force_login(somebody(world.group))
        return client
    documents = [f"/documents/{paper.pk}/" for half in world.halves.values() for paper in half.documents.values()]
    pages = [_url(page) for half in world.halves.values() for page in half.private_pages]
    for address in documents if world.cause.place == "collection" else pages:
        asked = client.get(address)
        if asked.status_code == 302 and "_util" in asked["Location"]:
            asked = client.get(asked["Location"])
        if asked.status_code == 403:
            form = BeautifulSoup(asked.content, "html.parser").select_one("main form[method=post]")
            assert form is not None
            typed = {str(field["name"]): str(field.get("value", "")) for field in form.select("input")}
            answer = client.post(str(form["action"]), {**typed, "password": PASSWORD})
            assert (answer.status_code, urlsplit(answer["Location"]).path) == (302, address)
    return client
