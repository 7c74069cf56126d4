"""Case D04: what a feed reader gets, which has no base address."""

from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from news.feeds import with_absolute_addresses
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.pages import NewsPageFactory
from tests.factories.streams import document_link, link, picture, stream
from tests.little_site import LittleSite
from tests.visiting import Visit

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def feed(language: str = "en") -> ElementTree.Element:
    answer = Client().get(f"/{language}/feed/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/rss+xml; charset=utf-8")
    channel = ElementTree.fromstring(answer.content).find("channel")
    assert channel is not None
    return channel


def entries(language: str = "en") -> list[dict[str, str]]:
    return [{part.tag: part.text or "" for part in item} for item in feed(language).findall("item")]


def test_every_link_and_picture_in_an_entry_leads_somewhere(site: LittleSite) -> None:
    markup = (
        f"<h2>Top</h2><p>{link(site.projects['en'])} {document_link(DocumentFactory())} "
        '<a href="/en/news/">news</a> <a href="#top">top</a> <a href="mailto:a@icld.example">mail</a></p>'
    )
    NewsPageFactory(parent=site.news["en"], title="A grant", body=stream(("text", markup), picture(ImageFactory())))

    (entry,) = entries()
    text = BeautifulSoup(entry[CONTENT], "html.parser")
    addresses = [*(a["href"] for a in text.select("a")), *(img["src"] for img in text.select("img")), entry["link"]]

    public = [urlsplit(str(address)) for address in addresses if not str(address).startswith("mailto:")]
    assert len(public) == 6
    assert {(parts.scheme, parts.netloc) for parts in public} == {("https", "icld.example")}
    assert [Client().get(parts.path, follow=True).status_code for parts in public] == [200] * 6
    assert "https://icld.example/en/news/a-grant/#top" in addresses
    assert text.select("source, [srcset], [src^='/']") == []


def test_a_text_is_escaped_once(site: LittleSite) -> None:
    body = stream(("text", "<p>Waste &amp; water</p>"))
    NewsPageFactory(parent=site.news["en"], title="Waste & water", lead="Both < one", body=body)

    (entry,) = entries()

    assert (entry["title"], entry["description"]) == ("Waste & water", "Both < one")
    assert "<p>Waste &amp; water</p>" in entry[CONTENT]


@pytest.mark.parametrize("title", ["</title>]]>", "Zero\x01\x0b control", "\"quotes\" & 'more'", "😀 مرحبا"])
def test_no_title_breaks_the_feed(title: str, site: LittleSite) -> None:
    NewsPageFactory(parent=site.news["en"], title=title, slug="a", lead=title, body=stream(("text", f"<p>{title}</p>")))

    (entry,) = entries()

    assert entry["title"] == " ".join(title.replace("\x01", "").replace("\x0b", "").split())


def test_a_feed_holds_the_news_of_its_language_the_latest_first(site: LittleSite) -> None:
    NewsPageFactory(parent=site.news["en"], title="Old", published_on="2017-01-01")
    NewsPageFactory(parent=site.news["en"], title="New", published_on="2018-01-01")
    NewsPageFactory(parent=site.news["sv"], title="Nytt")
    NewsPageFactory(parent=site.knowledge["en"], title="An article")
    NewsPageFactory(parent=site.news["en"], title="Draft", live=False)

    assert [entry["title"] for entry in entries()] == ["New", "Old"]
    assert [entry["title"] for entry in entries("sv")] == ["Nytt"]
    assert (feed().findtext("language"), feed("sv").findtext("language")) == ("en", "sv")
    assert feed("sv").findtext("link") == "https://icld.example/sv/nyheter/"


def test_a_date_is_told_only_where_the_day_is_known(site: LittleSite) -> None:
    NewsPageFactory(parent=site.news["en"], title="Day", published_on="2018-09-20")
    NewsPageFactory(parent=site.news["en"], title="Month", published_on="2018-08-01", date_precision="month")

    assert [entry.get("pubDate") for entry in entries()] == ["Thu, 20 Sep 2018 12:00:00 +0200", None]


def test_an_entry_keeps_its_identity_when_its_address_changes(site: LittleSite) -> None:
    item = NewsPageFactory(parent=site.news["en"], slug="old")
    (before,) = entries()

    item.slug = "new"
    item.save()

    (after,) = entries()
    assert (before["guid"] == after["guid"], before["link"] == after["link"]) == (True, False)


def test_a_feed_of_no_news_is_a_feed(site: LittleSite) -> None:
    assert entries() == []


def test_a_lost_picture_does_not_break_the_feed(site: LittleSite) -> None:
    image = ImageFactory()
    NewsPageFactory(parent=site.news["en"], body=stream(picture(image)))
    image.file.storage.delete(image.file.name)

    assert len(entries()) == 1


def test_every_page_names_the_feed_of_its_language(site: LittleSite, visit: Visit) -> None:
    feeds = [
        visit(address).reading.attributes("link[type='application/rss+xml']", "href")
        for address in ("/en/", "/en/news/", "/sv/projekt/")
    ]

    assert feeds == [["/en/feed/"], ["/en/feed/"], ["/sv/feed/"]]


@pytest.mark.parametrize(
    ("markup", "absolute"),
    [
        pytest.param('<a href="/x/">a</a>', '<a href="https://icld.example/x/">a</a>', id="a path"),
        pytest.param('<a href="#x">a</a>', '<a href="https://icld.example/p/#x">a</a>', id="a heading"),
        pytest.param('<a href="">a</a>', "a", id="an empty link"),
        pytest.param("<a>a</a>", "a", id="a link to nothing"),
        pytest.param('<a href="//b.example/">a</a>', '<a href="https://b.example/">a</a>', id="without its scheme"),
        pytest.param('<a href="https://b.example/">a</a>', '<a href="https://b.example/">a</a>', id="elsewhere"),
    ],
)
def test_addresses_become_absolute(markup: str, absolute: str) -> None:
    assert with_absolute_addresses(markup, "https://icld.example/p/") == absolute
