"""Lists and choosers show what tells two rows apart, and are filtered by it."""

import csv
import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset

from iclds.registers.models import Country
from news.models import NewsPage
from projects.models import Project
from tests.admin.editing import send, texts
from tests.factories.pages import NewsPageFactory, ProjectPageFactory, PublicationPageFactory
from tests.factories.projects import ProjectFactory
from tests.factories.registers import (
    ContactFactory,
    CoreAreaFactory,
    CountryFactory,
    OrganisationFactory,
)
from tests.little_site import LittleSite

PROJECTS = reverse("wagtailsnippets_projects_project:list")
# The two are called the same, as several are in the real register.
KISUMU = ["Education project", "2016-0025", "Växjö – Kisumu", "2016–2018", "Completed", "True"]
LUSAKA = ["Education project", "2019-0007", "Malmö – Lusaka", "2019–?", "Not known", "False"]
# A chooser has the reference with the name.
KISUMU_OFFERED = ["Education project (2016-0025)", *KISUMU[2:-1]]
LUSAKA_OFFERED = ["Education project (2019-0007)", *LUSAKA[2:-1]]


def rows(markup: str) -> list[list[str]]:
    """The cells of a list, without the tick box and the row's buttons."""
    found = []
    for row in BeautifulSoup(markup, "html.parser").select("tbody tr"):
        for extra in row.select("ul.actions, [data-controller='w-dropdown'], .bulk-action-checkbox-cell"):
            extra.decompose()
        found.append([" ".join(cell.get_text(" ").split()) for cell in row.select("td")])
    return [[cell for cell in row if cell] for row in found]


def listed(answer: HttpResponse) -> list[list[str]]:
    assert answer.status_code == 200
    return rows(answer.content.decode())


def offered(answer: HttpResponse) -> list[list[str]]:
    """The rows of a chooser, which comes wrapped in JSON at first."""
    text = answer.content.decode()
    return rows(json.loads(text)["html"] if answer["Content-Type"].startswith("application/json") else text)


@pytest.fixture
def two_alike(site: LittleSite) -> list[Project]:
    kenya, zambia = CountryFactory(), CountryFactory(code="ZM", name_en="Zambia")
    vaxjo, malmo = (OrganisationFactory(name_en=name) for name in ("Växjö", "Malmö"))
    kisumu, lusaka = (OrganisationFactory(name_en=name, country=country)
                      for name, country in (("Kisumu", kenya), ("Lusaka", zambia)))  # fmt: skip
    return [
        ProjectFactory(
            name_en="Education project", reference="2016-0025", swedish=[vaxjo], international=[kisumu], type="project",
            starts_on=datetime.date(2016, 1, 1), ends_on=datetime.date(2018, 12, 31), countries=[kenya],
        ),
        ProjectFactory(
            name_en="Education project", reference="2019-0007", swedish=[malmo], international=[lusaka],
            starts_on=datetime.date(2019, 1, 1), countries=[zambia], is_public=False,
        ),
    ]  # fmt: skip


def test_the_register_tells_two_projects_of_one_name_apart(two_alike: list[Project], editor: Client) -> None:
    answer = editor.get(PROJECTS)

    assert texts(answer, "thead th")[1:] == ["Name (English)", "Reference", "Partners", "Years", "Status", "Public"]
    assert listed(answer) == [LUSAKA, KISUMU]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("status=completed", [KISUMU], id="completed ones"),
        pytest.param("status=unknown", [LUSAKA], id="those whose status is not known"),
        pytest.param("status=planned", [], id="none is planned"),
        pytest.param("type=project", [KISUMU], id="by type"),
        pytest.param("is_public=false", [LUSAKA], id="taken from the site"),
        pytest.param("ordering=reference", [KISUMU, LUSAKA], id="in the order of the reference"),
        pytest.param("q=educ&status=completed", [KISUMU], id="searched among completed ones"),
        pytest.param("q=educ&lacking=dates", [LUSAKA], id="searched among those without dates"),
        pytest.param("q=educ&type=project&ordering=reference", [KISUMU], id="searched, filtered and sorted"),
        pytest.param("q=educ&ordering=-ordered_on", [LUSAKA, KISUMU], id="searched and sorted by year"),
        pytest.param("status=nonsense", [LUSAKA, KISUMU], id="an unknown status filters nothing"),
    ],
)
def test_the_register_is_filtered(question: str, found: list[Any], two_alike: list[Project], editor: Client) -> None:
    for project in two_alike:
        project.save()

    assert listed(editor.get(f"{PROJECTS}?{question}")) == found


def test_the_register_is_filtered_by_country(two_alike: list[Project], editor: Client) -> None:
    kenya = Country.objects.get(code="KE")

    assert listed(editor.get(f"{PROJECTS}?countries={kenya.pk}")) == [KISUMU]
    for project in two_alike:
        project.save()
    assert listed(editor.get(f"{PROJECTS}?countries={kenya.pk}&q=educ")) == [KISUMU]


@pytest.mark.parametrize("words", ["2016-0025", "Växjö", "Kisumu"])
def test_the_register_is_searched(words: str, two_alike: list[Project], editor: Client) -> None:
    for project in two_alike:
        project.save()

    assert listed(editor.get(PROJECTS, {"q": words})) == [KISUMU]


def test_a_chooser_tells_two_projects_of_one_name_apart(two_alike: list[Project], editor: Client) -> None:
    answer = editor.get(reverse("wagtailsnippetchoosers_projects_project:choose"))

    assert sorted(offered(answer)) == [KISUMU_OFFERED, LUSAKA_OFFERED]


def test_a_chooser_is_searched_by_partner(two_alike: list[Project], editor: Client) -> None:
    for project in two_alike:
        project.save()

    answer = editor.get(reverse("wagtailsnippetchoosers_projects_project:choose_results"), {"q": "Kisumu"})

    assert offered(answer) == [KISUMU_OFFERED]


def test_a_news_item_chooses_several_projects_and_tells_two_of_one_name_apart(
    two_alike: list[Project], site: LittleSite, editor: Client
) -> None:
    form = reverse("wagtailadmin_pages:add", args=["news", "newspage", site.news["en"].pk])
    saved = send(
        editor, form, title="Schools", slug="schools",
        project_links=inline_formset([{"project": project.pk} for project in two_alike]),
    )  # fmt: skip

    item = NewsPage.objects.get(slug="schools")
    assert saved.status_code == 302
    screen = editor.get(reverse("wagtailadmin_pages:edit", args=[item.pk]))
    chosen = texts(screen, "[id$=projects-section] [data-chooser-title]")
    assert chosen == ["Education project (2016-0025)", "Education project (2019-0007)"]
    several = editor.get(reverse("wagtailsnippetchoosers_projects_project:choose"), {"multiple": "1"})
    assert sorted(offered(several)) == [KISUMU_OFFERED, LUSAKA_OFFERED]


def test_the_list_of_a_hundred_projects_asks_no_more_than_that_of_one(
    site: LittleSite, editor: Client, django_assert_max_num_queries: Any
) -> None:
    for _number in range(20):
        ProjectFactory(swedish=[OrganisationFactory()], international=[OrganisationFactory()])

    with django_assert_max_num_queries(20):
        assert len(listed(editor.get(PROJECTS))) == 20


def test_the_explorer_names_the_date_of_news_and_the_year_of_publications(site: LittleSite, editor: Client) -> None:
    NewsPageFactory(parent=site.news["en"], title="Wells", published_on=datetime.date(2018, 9, 20))
    NewsPageFactory(parent=site.news["en"], title="Wells", slug="w-2", date_precision="month")
    PublicationPageFactory(parent=site.knowledge["en"], title="Local democracy")
    ProjectPageFactory(parent=site.projects["en"], project=ProjectFactory(name_en="Water", slug="kisumu-water"))

    titles = {
        section: sorted(
            texts(editor.get(reverse("wagtailadmin_explore", args=[getattr(site, section)["en"].pk])), ".title-wrapper")
        )
        for section in ("news", "knowledge", "projects")
    }

    assert titles == {
        "news": ["Wells (20 September 2018)", "Wells (September 2018)"],
        "knowledge": ["Local democracy (2018)"],
        "projects": ["Water (kisumu-water)"],
    }


def test_a_page_chooser_names_the_year_of_publications(site: LittleSite, editor: Client) -> None:
    PublicationPageFactory(parent=site.knowledge["en"], title="Local democracy")

    answer = editor.get(reverse("wagtailadmin_choose_page_child", args=[site.knowledge["en"].pk]))

    markup = BeautifulSoup(json.loads(answer.content)["html"], "html.parser")
    names = [link.get_text().strip() for link in markup.select("a.choose-page")]
    assert names == ["Knowledge Centre", "Local democracy (2018)"]


def test_the_registers_show_both_languages(site: LittleSite, editor: Client) -> None:
    kenya = CountryFactory(name_sv="Kenya")
    OrganisationFactory(name_en="Homa Bay County", name_sv="Homa Bay", country=kenya, kind="region")
    CoreAreaFactory(name_en="Transparency", name_sv="Öppenhet", slug="transparency")
    ContactFactory(role_en="Reports", role_sv="Rapporter", email="report@icld.se")

    shown = {
        model: listed(editor.get(reverse(f"wagtailsnippets_{model}:list")))
        for model in ("registers_country", "registers_organisation", "registers_corearea", "core_contact")
    }

    assert shown == {
        "registers_country": [["Kenya", "Kenya", "KE", "East Africa", "0"]],
        "registers_organisation": [["Homa Bay County", "Homa Bay", "Kenya", "Region", "0"]],
        "registers_corearea": [["Transparency", "Öppenhet", "transparency"]],
        "core_contact": [["Reports", "Rapporter", "report@icld.se"]],
    }


@pytest.mark.parametrize(
    ("model", "found"),
    [
        ("registers_country", [["Zambia", "2"], ["Kenya", "1"], ["Angola", "0"]]),
        ("registers_organisation", [["Lusaka", "2"], ["Nakasi", "1"], ["Agadir", "0"]]),
    ],
)
def test_registers_are_sorted_by_their_public_projects_also_when_searched(
    model: str, found: list[list[str]], site: LittleSite, editor: Client
) -> None:
    kenya, zambia, angola = (
        CountryFactory(code=code, name_en=name) for code, name in (("KE", "Kenya"), ("ZM", "Zambia"), ("AO", "Angola"))
    )
    nakasi, lusaka, _agadir = (
        OrganisationFactory(name_en=name, country=country)
        for name, country in (("Nakasi", kenya), ("Lusaka", zambia), ("Agadir", angola))
    )
    ProjectFactory(countries=[kenya], international=[nakasi])
    for _number in range(2):
        ProjectFactory(countries=[zambia], international=[lusaka])
    ProjectFactory(countries=[angola], is_public=False)

    answer = editor.get(reverse(f"wagtailsnippets_{model}:list"), {"ordering": "-project_count", "q": "a"})
    sorted_by_name = editor.get(reverse(f"wagtailsnippets_{model}:list"), {"ordering": "name_en"})

    assert [[row[0], row[-1]] for row in listed(answer)] == found
    assert [row[0] for row in listed(sorted_by_name)] == sorted(row[0] for row in listed(sorted_by_name))


def exported(browser: Client, address: str) -> list[list[str]]:
    answer = browser.get(address, {"export": "csv"})
    return list(csv.reader(b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()))


def test_a_swedish_editor_has_swedish_names_first_and_in_order(
    site: LittleSite, editor: Client, speaks: Callable[[str], None]
) -> None:
    names = {"CN": ("China", "Kina"), "BW": ("Botswana", "Botswana"), "ZA": ("South Africa", "Afrika")}
    for code, (english, swedish) in names.items():
        CountryFactory(code=code, name_en=english, name_sv=swedish)
    ProjectFactory(name_en="Clean water", name_sv="Rent vatten")
    countries = reverse("wagtailsnippets_registers_country:list")
    assert [row[0] for row in listed(editor.get(countries))] == ["Botswana", "China", "South Africa"]

    speaks("sv")

    assert [row[:2] for row in listed(editor.get(countries))] == [
        ["Afrika", "South Africa"], ["Botswana", "Botswana"], ["Kina", "China"],
    ]  # fmt: skip
    assert [row[0] for row in listed(editor.get(f"{countries}?ordering=-name_sv"))] == ["Kina", "Botswana", "Afrika"]
    assert listed(editor.get(PROJECTS))[0][0] == "Rent vatten"


def test_a_file_speaks_the_editors_language(
    two_alike: list[Project], editor: Client, speaks: Callable[[str], None]
) -> None:
    speaks("sv")

    headings, first, _second = exported(editor, PROJECTS)

    assert dict(zip(headings, first, strict=True)) == {
        "Diarienummer": "2019-0007", "Adress": first[1], "Namn (engelska)": "Education project",
        "Namn (svenska)": "Education project", "Typ": "", "Status": "Okänd", "Parter": "Malmö – Lusaka",
        "Samarbetsländer": "Zambia", "Kärnområden": "", "Börjar": "2019-01-01", "Slutar": "",
        "Offentligt": "False",
    }  # fmt: skip
