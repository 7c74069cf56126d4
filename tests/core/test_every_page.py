"""What holds for every type of page, whatever stands on it."""

import pytest

from iclds.core.models import SiteDocument, SiteImage
from iclds.core.text import one_line
from tests.every_page import KINDS, make_every_page
from tests.factories.pages import NewsPageFactory
from tests.little_site import LittleSite
from tests.visiting import Visit

SECTIONS = ("home", "programme_page", "countries", "projects", "knowledge", "news")
HOSTILE = [
    pytest.param("</script><script>alert(1)</script>", id="the end of a script"),
    pytest.param("\"Quoted\" & 'single' <b>bold</b>", id="quotes and markup"),
    pytest.param("Zero\x01\x1f control\u0085 characters", id="control characters"),
    pytest.param("Å" * 120, id="one very long word"),
    pytest.param("مرحبا 世界 😀", id="other scripts"),
]


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("section", SECTIONS)
def test_an_empty_site_can_be_visited(section: str, language: str, site: LittleSite, visit: Visit) -> None:
    page = getattr(site, section)[language]

    screen = visit(page.get_url())

    assert (screen.h1, screen.language) == (page.title, language)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_every_type_of_page_can_be_visited(language: str, site: LittleSite, visit: Visit) -> None:
    pages = make_every_page(site, language, "Clean water")

    headings = {kind: visit(page.get_url()).h1 for kind, page in pages.items()}

    assert headings == dict.fromkeys(KINDS, "Clean water")


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_a_page(title: str, site: LittleSite, visit: Visit) -> None:
    pages = make_every_page(site, title=title)

    headings = {kind: visit(page.get_url()).h1 for kind, page in pages.items()}

    assert headings == dict.fromkeys(KINDS, one_line(title))
    for section in SECTIONS:
        visit(getattr(site, section)["en"].get_url())


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_the_search(title: str, site: LittleSite, visit: Visit) -> None:
    make_every_page(site, title=f"Kisumu {title}")

    screen = visit("/en/search/?q=Kisumu")

    # The project stands for its story.
    assert screen.texts(".results__title") == [one_line(f"Kisumu {title}")] * len(KINDS)


def test_pages_stay_when_their_pictures_are_deleted(site: LittleSite, visit: Visit) -> None:
    pages = make_every_page(site)
    SiteImage.objects.all().delete()

    alt_texts = {kind: visit(page.get_url()).alt_texts for kind, page in pages.items()}

    assert alt_texts == {kind: [] for kind in KINDS}


def test_pages_stay_when_files_are_missing_on_the_disk(site: LittleSite, visit: Visit) -> None:
    pages = make_every_page(site)
    for image in SiteImage.objects.all():
        image.file.storage.delete(image.file.name)
    for document in SiteDocument.objects.all():
        document.file.storage.delete(document.file.name)

    alt_texts = {kind: visit(page.get_url()).alt_texts for kind, page in pages.items()}

    assert alt_texts == {kind: [] for kind in KINDS}
    for section in SECTIONS:
        visit(getattr(site, section)["en"].get_url())


def test_pages_stay_when_a_document_is_deleted(site: LittleSite, visit: Visit) -> None:
    pages = make_every_page(site)
    SiteDocument.objects.all().delete()

    for page in pages.values():
        visit(page.get_url())
    assert "Ask for the publication" in visit(pages["publication"].get_url()).text


@pytest.mark.parametrize(("language", "described"), [("en", "A well"), ("sv", "En brunn")])
def test_no_alternative_text_is_a_file_name(language: str, described: str, site: LittleSite, visit: Visit) -> None:
    """Case D15: pictures on a page are described in its language, those of cards beside their title are silent."""
    pages = make_every_page(site, language)
    NewsPageFactory(parent=site.news[language], picture=SiteImage.objects.all()[0])

    screens = [visit(page.get_url()) for page in pages.values()]

    assert {alt for screen in screens for alt in screen.alt_texts} == {"", described, "A well in Kisumu"}
    shared = {
        alt for screen in screens for alt in screen.reading.attributes("meta[property='og:image:alt']", "content")
    }
    assert shared == {described}
