"""The Knowledge Centre: publications and dated articles."""

import datetime
import json

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from iclds.background.worker import work_off
from iclds.core.models import SiteDocument
from news.models import PublicationPage
from tests.factories.media import DocumentFactory, ImageFactory, pdf_of
from tests.factories.news import PublicationAuthorFactory
from tests.factories.pages import NewsPageFactory, PublicationPageFactory
from tests.factories.registers import CountryFactory, SubjectFactory
from tests.factories.streams import link
from tests.little_site import LittleSite
from tests.visiting import Screen, Visit

ADDRESS = "/en/knowledge-centre/"


@pytest.fixture
def migration(site: LittleSite) -> PublicationPage:
    """The publication that ICLD's own page shows."""
    page = PublicationPageFactory(
        parent=site.knowledge["en"], title="Local Government and Migration", slug="migration", lead="A review.",
        series="research-report", number="7", isbn="978-91-86725-00-0", doi="10.1234/abc",
        abstract=f"<p>What it says, and {link(site.news['en'], 'the news')}.</p>",
    )  # fmt: skip
    PublicationAuthorFactory(page=page, family_name="Hochleithner", given_names="Stephan", sort_order=1)
    PublicationAuthorFactory(page=page, family_name="Exner", given_names="Andreas", sort_order=2)
    page.save()
    return page


def test_a_publication_is_named_as_the_organisation_does(migration: PublicationPage, visit: Visit) -> None:
    assert visit(ADDRESS).card_titles == ["KC – Hochleithner S & Exner A (2018) - Local Government and Migration"]


def test_a_publication_page_tells_all_that_is_known(migration: PublicationPage, visit: Visit) -> None:
    migration.countries.set([CountryFactory(code="KE", name_en="Kenya")])
    migration.subjects.set([SubjectFactory(name_en="Migration")])
    migration.document = DocumentFactory(title="The report")
    migration.save()

    screen = visit(f"{ADDRESS}migration/")

    assert screen.texts(".citation__text") == [
        "Hochleithner S & Exner A (2018). Local Government and Migration. Research Report 7. ISBN 978-91-86725-00-0. "
        "https://doi.org/10.1234/abc"
    ]
    rows = dict(text.split(" ", 1) for text in screen.texts(".facts-box .facts__row"))
    assert (rows["Authors"], rows["Published"]) == ("Stephan Hochleithner Andreas Exner", "2018")
    assert screen.links["the news"] == "/en/news/"
    assert "The report" in screen.texts(".document-link__title")
    assert screen.links["10.1234/abc"] == "https://doi.org/10.1234/abc"


@pytest.fixture
def report(migration: PublicationPage) -> SiteDocument:
    """Its PDF, whose first page can be seen."""
    document = DocumentFactory(title="The report", file=ContentFile(pdf_of((200, 30, 30)), name="report.pdf"))
    migration.document = document
    migration.save()
    work_off()
    return document


def pictures_on(screen: Screen, place: str) -> list[str]:
    """The names of the pictures' files, without what the storage and Wagtail add."""
    names = [str(img["src"]).rsplit("/", 1)[-1] for img in screen.find_all(f"{place} img")]
    return [name.split(".")[0].split("_")[0] for name in names]


def test_the_first_page_of_the_pdf_is_the_cover(report: SiteDocument, visit: Visit) -> None:
    assert pictures_on(visit(ADDRESS), ".card--publication") == ["report"]
    page = visit(f"{ADDRESS}migration/")
    assert pictures_on(page, ".page-header__cover") == ["report"]
    assert page.alt_texts[0] == "Cover of “The report”"
    assert "/report" in page.reading.attributes("meta[property='og:image']", "content")[0]


def test_the_first_six_of_a_list_have_their_covers_and_the_others_words(site: LittleSite, visit: Visit) -> None:
    for number in range(8):
        PublicationPageFactory(parent=site.knowledge["en"], title=f"Report {number}", picture=ImageFactory())

    cards = visit(ADDRESS).find_all(".card--publication")

    assert [bool(card.select("img")) for card in cards] == [True] * 6 + [False] * 2


def test_a_cover_that_an_editor_chose_stands_before_that_of_the_pdf(
    report: SiteDocument, migration: PublicationPage, visit: Visit
) -> None:
    migration.picture = ImageFactory(file__filename="chosen.jpg")
    migration.save()

    assert pictures_on(visit(ADDRESS), ".card--publication") == ["chosen"]
    assert pictures_on(visit(f"{ADDRESS}migration/"), ".page-header__cover") == ["chosen"]


def test_a_new_pdf_brings_its_cover_to_the_page(report: SiteDocument, visit: Visit) -> None:
    report.file = ContentFile(pdf_of((30, 30, 200)), name="second-edition.pdf")
    report.save()
    assert pictures_on(visit(f"{ADDRESS}migration/"), ".page-header__cover") == []
    work_off()

    assert pictures_on(visit(f"{ADDRESS}migration/"), ".page-header__cover") == ["second-edition"]


def test_search_engines_learn_who_wrote_it(migration: PublicationPage, visit: Visit) -> None:
    screen = visit(f"{ADDRESS}migration/")

    data = json.loads(screen.find_all("script[type='application/ld+json']")[0].string or "")
    (report,) = [item for item in data["@graph"] if item["@type"] == "Report"]
    assert [author["name"] for author in report["author"]] == ["Hochleithner S", "Exner A"]
    assert (report["datePublished"], report["sameAs"]) == ("2018", "https://doi.org/10.1234/abc")


def test_without_its_file_the_page_says_where_to_ask(migration: PublicationPage, visit: Visit) -> None:
    screen = visit(f"{ADDRESS}migration/")

    assert screen.texts(".callout__title") == ["The file is not on this site"]
    assert screen.links["partnership@icld.se"] == "mailto:partnership@icld.se"


def test_a_publication_of_which_only_the_title_is_known(site: LittleSite, visit: Visit) -> None:
    PublicationPageFactory(parent=site.knowledge["en"], title="A study", date_precision="none")

    screen = visit(f"{ADDRESS}a-study/")

    assert (screen.h1, screen.texts(".citation__text")) == ("A study", ["A study."])
    assert visit(ADDRESS).card_titles == ["KC – A study"]


def test_a_swedish_report_on_the_english_pages_is_marked_and_translated(site: LittleSite, visit: Visit) -> None:
    PublicationPageFactory(
        parent=site.knowledge["en"], title="Partnerskap på väg", slug="report", content_language="sv",
        publication_language="sv", title_translation="Partnerships on their way", corporate_author="ICLD",
    )  # fmt: skip

    screen, listed = visit(f"{ADDRESS}report/"), visit(ADDRESS)

    assert screen.reading.attributes("h1", "lang") == ["sv"]
    assert "Partnerships on their way" in screen.text
    assert listed.texts(".card__lead") == ["Partnerships on their way"]
    assert listed.texts(".tag--language") == ["in Swedish"]


@pytest.mark.parametrize(
    ("query", "titles", "errors"),
    [
        pytest.param("", ["KC – Brief (2018)", "KC – Report (2018)"], [], id="all"),
        pytest.param("?series=policy-brief", ["KC – Brief (2018)"], [], id="one series"),
        pytest.param(
            "?series=x",
            ["KC – Brief (2018)", "KC – Report (2018)"],
            ["Select a valid choice. x is not one of the available choices."],
            id="no series",
        ),
        pytest.param("?series=thesis", [], [], id="a series without any"),
    ],
)
def test_publications_by_series(
    query: str, titles: list[str], errors: list[str], site: LittleSite, visit: Visit
) -> None:
    PublicationPageFactory(parent=site.knowledge["en"], title="Report", series="research-report")
    PublicationPageFactory(parent=site.knowledge["en"], title="Brief", series="policy-brief")

    screen = visit(f"{ADDRESS}{query}")

    assert (screen.card_titles, screen.errors) == (titles, errors)
    assert screen.result_count == f"{len(titles)} publication{'s' if len(titles) != 1 else ''}"


def test_the_articles_have_a_view_of_their_own(site: LittleSite, visit: Visit) -> None:
    for day in range(1, 5):
        NewsPageFactory(parent=site.knowledge["en"], title=f"Article {day}", published_on=datetime.date(2016, 12, day))

    assert visit(ADDRESS).card_titles == ["Article 4", "Article 3", "Article 2"]
    screen = visit(f"{ADDRESS}?show=articles")
    assert screen.card_titles == [f"Article {day}" for day in (4, 3, 2, 1)]
    assert screen.result_count == "4 articles"
    assert screen.title == "Knowledge Centre: Articles – ICLD"


def test_an_item_stands_in_the_section_it_was_moved_or_copied_to(site: LittleSite, visit: Visit) -> None:
    moved = NewsPageFactory(parent=site.news["en"], title="Moved")
    copied = NewsPageFactory(parent=site.news["en"], title="Copied")

    moved.move(site.knowledge["en"], pos="last-child")
    copied.copy(to=site.knowledge["en"], update_attrs={"title": "A copy"})

    assert visit("/en/news/").card_titles == ["Copied"]
    assert visit(f"{ADDRESS}?show=articles").card_titles == ["A copy", "Moved"]


def test_the_views_pages_keep_the_view(site: LittleSite, visit: Visit, settings: object) -> None:
    settings.NEWS_PER_PAGE = 1  # type: ignore[attr-defined]
    for _ in range(2):
        NewsPageFactory(parent=site.knowledge["en"])

    assert visit(f"{ADDRESS}?show=articles").links["Next"] == "?show=articles&page=2"


def test_a_publication_leads_to_others(migration: PublicationPage, site: LittleSite, visit: Visit) -> None:
    for title in ("One", "Two", "Three", "Four"):
        PublicationPageFactory(parent=site.knowledge["en"], title=title)

    assert visit(f"{ADDRESS}migration/").card_titles == ["KC – Four (2018)", "KC – Three (2018)", "KC – Two (2018)"]


def test_covers_are_silent_in_lists_and_described_on_their_page(migration: PublicationPage, visit: Visit) -> None:
    migration.picture = ImageFactory(description="Cover: Local Government and Migration")
    migration.save()

    assert visit(ADDRESS).alt_texts == [""]
    assert visit(f"{ADDRESS}migration/").alt_texts == ["Cover: Local Government and Migration"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("doi", "https://doi.org/10.1234/abc", id="a DOI with its address"),
        pytest.param("doi", "abc", id="no DOI"),
        pytest.param("isbn", "12", id="too short an ISBN"),
        pytest.param("isbn", "978-91-X6725-00-Ö", id="letters in an ISBN"),
    ],
)
def test_what_is_no_number_of_a_publication_is_refused(field: str, value: str, site: LittleSite) -> None:
    with pytest.raises(ValidationError) as refused:
        PublicationPageFactory(parent=site.knowledge["en"], **{field: value})

    assert list(refused.value.message_dict) == [field]


def test_two_reports_of_a_title_are_told_apart_in_the_admin(migration: PublicationPage) -> None:
    assert migration.get_admin_display_title() == "Local Government and Migration (2018)"
