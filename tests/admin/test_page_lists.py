"""All news, and all publications, as lists of the admin: filtered, searched, sorted, exported."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from iclds.registers.models import Country, Subject
from tests.admin.editing import soup, texts
from tests.admin.test_lists import PROJECTS, listed
from tests.factories.pages import NewsPageFactory, PublicationPageFactory
from tests.factories.projects import ProjectFactory
from tests.factories.registers import CountryFactory, OrganisationFactory, SubjectFactory
from tests.little_site import LittleSite

NEWS, PUBLICATIONS = reverse("news_pages:index"), reverse("publication_pages:index")


@pytest.fixture
def two_items(site: LittleSite) -> None:
    kenya, water = CountryFactory(), SubjectFactory(slug="water", name_en="Water")
    wells = NewsPageFactory(parent=site.news["en"], title="Wells", published_on=datetime.date(2018, 9, 20))
    wells.countries, wells.subjects, wells.place = [kenya], [water], "Kisumu"
    wells.save()
    NewsPageFactory(
        parent=site.knowledge["sv"], title="Skolor", published_on=datetime.date(2019, 5, 1), live=False, place="Visby"
    )
    report = PublicationPageFactory(parent=site.knowledge["en"], title="Lakes", series="policy-brief")
    report.subjects = [water]
    report.save()
    PublicationPageFactory(parent=site.knowledge["sv"], title="Sjöar", published_on=datetime.date(2012, 1, 1))


def titles(answer: HttpResponse) -> list[str]:
    return [row[0].split(" (")[0] for row in listed(answer)]


def test_all_news_stands_in_one_list(two_items: None, editor: Client) -> None:
    answer = editor.get(NEWS)

    assert texts(answer, "thead th a") == ["Title", "Date", "Place", "Status"]
    assert [[cell.split(" (")[0] for cell in row] for row in listed(answer)] == [
        ["Skolor", "1 May 2019", "Visby", "Current page status: draft"],
        ["Wells", "20 September 2018", "Kisumu", "Current page status: live"],
    ]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("live=True", ["Wells"], id="live ones"),
        pytest.param("is_article=True", ["Skolor"], id="of the Knowledge Centre"),
        pytest.param("subjects={water}", ["Wells"], id="by subject"),
        pytest.param("countries={kenya}", ["Wells"], id="by country"),
        pytest.param("language={swedish}", ["Skolor"], id="by language"),
        pytest.param("q=Wel", ["Wells"], id="by the beginning of a word"),
        pytest.param("ordering=published_on", ["Wells", "Skolor"], id="the oldest first"),
        pytest.param("q=Wel&ordering=place", ["Wells"], id="what is found, by place"),
        pytest.param("q=Wel&subjects={water}&countries={kenya}", ["Wells"], id="what is found, by subject and country"),
        pytest.param("q=Wel&is_article=True", [], id="what is found, where there is none"),
        pytest.param("subjects=x&language=y&live=z", ["Skolor", "Wells"], id="nonsense filters nothing"),
    ],
)
def test_news_is_filtered(question: str, found: list[str], two_items: None, site: LittleSite, editor: Client) -> None:
    keys = {
        "water": Subject.objects.get().pk, "kenya": Country.objects.get(code="KE").pk,
        "swedish": site.home["sv"].locale_id,
    }  # fmt: skip

    assert titles(editor.get(f"{NEWS}?{question.format(**keys)}")) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("", ["Lakes", "Sjöar"]), ("series=policy-brief", ["Lakes"]), ("ordering=published_on", ["Sjöar", "Lakes"]),
        ("q=Lak&ordering=authors_shown", ["Lakes"]),
    ],
)  # fmt: skip
def test_all_publications_stand_in_one_list(question: str, found: list[str], two_items: None, editor: Client) -> None:
    assert titles(editor.get(f"{PUBLICATIONS}?{question}")) == found


@pytest.mark.parametrize(
    ("address", "columns"),
    [
        (NEWS, "Title,Language,Date,Published,Address,Last published,Place,In the Knowledge Centre"),
        (PUBLICATIONS, "Title,Language,Date,Published,Address,Last published,Authors,Series,Number,ISBN,DOI,"
                       "Language of the publication"),
    ],
)  # fmt: skip
def test_the_lists_are_exported(address: str, columns: str, two_items: None, editor: Client) -> None:
    answer = editor.get(address, {"export": "csv"})

    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert (lines[0].lower(), len(lines)) == (columns.lower(), 3)


@pytest.mark.parametrize(("address", "kind"), [(NEWS, "newspage"), (PUBLICATIONS, "publicationpage")])
def test_a_list_leads_to_a_new_page_in_the_section_that_is_chosen(
    address: str, kind: str, site: LittleSite, editor: Client
) -> None:
    (add,) = {link["href"] for link in soup(editor.get(address)).select("header a[href*='choose_parent']")}
    place = site.knowledge["sv"]

    answer = editor.post(str(add), {"parent_page": place.pk})

    assert answer.url == reverse("wagtailadmin_pages:add", args=["news", kind, place.pk])


LISTS = [
    pytest.param(NEWS, 34, id="news"),
    pytest.param(f"{NEWS}?q=Item", 34, id="news, searched"),
    pytest.param(PUBLICATIONS, 34, id="publications"),
    pytest.param(PROJECTS, 18, id="projects"),
    pytest.param(f"{PROJECTS}?q=Project&status=unknown&lacking=dates", 18, id="projects, filtered and searched"),
    pytest.param(reverse("wagtailsnippets_registers_country:list"), 16, id="countries"),
    pytest.param(reverse("wagtailsnippets_registers_organisation:list"), 16, id="organisations"),
    pytest.param(reverse("to_do", args=["untranslated"]), 22, id="pages without a translation"),
    pytest.param(reverse("wagtailadmin_home"), 40, id="the first screen"),
]


@pytest.mark.parametrize(("address", "most"), LISTS)
def test_a_list_asks_no_more_for_twenty_rows_than_for_two(
    address: str, most: int, two_items: None, site: LittleSite, editor: Client, django_assert_max_num_queries: Any
) -> None:
    def add(numbers: range) -> None:
        for number in numbers:
            ProjectFactory(name_en=f"Project {number}", swedish=[OrganisationFactory()])
            NewsPageFactory(parent=site.news["en"], title=f"Item {number}")
            PublicationPageFactory(parent=site.knowledge["en"], title=f"Report {number}")

    add(range(2))
    editor.get(address)
    with django_assert_max_num_queries(most) as few:
        editor.get(address)
    add(range(2, 20))

    with django_assert_max_num_queries(len(few)):
        answer = editor.get(address)

    assert answer.status_code == 200


def test_a_list_that_nobody_filters_reads_no_table_for_it(two_items: None, editor: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        editor.get(NEWS)

    assert not [query for query in asked if 'IN (SELECT U0."page_ptr_id"' in query["sql"]]


def test_rows_of_one_date_keep_their_order_from_page_to_page(site: LittleSite, editor: Client) -> None:
    for number in range(55):
        NewsPageFactory(parent=site.news["en"], title=f"Item {number}", published_on=datetime.date(2018, 1, 1))

    seen = [title for page in (1, 2) for title in titles(editor.get(NEWS, {"p": page}))]

    assert len(seen) == len(set(seen)) == 55
