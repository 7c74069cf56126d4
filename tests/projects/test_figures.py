"""The projects in figures, under their list: counted from the register, drawn and written."""

import datetime

import pytest

from iclds.core.sorting import swedish_key
from iclds.registers.models import Country
from projects.models import Project
from projects.models.statistics import LONGEST_SPAN, in_a_row
from tests.factories.projects import ProjectFactory
from tests.factories.registers import CoreAreaFactory, CountryFactory
from tests.little_site import LittleSite
from tests.visiting import Screen, Visit

ADDRESS = "/en/projects/"


@pytest.fixture
def countries(site: LittleSite) -> dict[str, Country]:
    names = {"KE": ("Kenya", "Kenya"), "ZA": ("South Africa", "Sydafrika"), "UA": ("Ukraine", "Ukraina")}
    return {
        code: CountryFactory(code=code, name_en=english, name_sv=swedish)
        for code, (english, swedish) in names.items()
    }  # fmt: skip


@pytest.fixture(autouse=True)
def projects(countries: dict[str, Country]) -> list[Project]:
    """Three in Kenya, of which one also in South Africa, and one in Ukraine."""
    kenya, south_africa, ukraine = countries.values()
    return [
        ProjectFactory(name_en="Water", countries=[kenya], starts_on=datetime.date(2018, 5, 1)),
        ProjectFactory(name_en="Waste", countries=[kenya, south_africa], starts_on=datetime.date(2018, 1, 1)),
        ProjectFactory(name_en="Youth", countries=[kenya], starts_on=datetime.date(2021, 12, 31)),
        ProjectFactory(name_en="Budget", countries=[ukraine]),
    ]


def rows(screen: Screen, part: str) -> dict[str, int]:
    """The table of one part, by its heading's id."""
    inside = f"section[aria-labelledby={part}] tbody"
    return dict(zip(screen.texts(f"{inside} th"), map(int, screen.texts(f"{inside} td")), strict=True))


def drawn(screen: Screen) -> list[str]:
    """How long the threads of the countries are."""
    return screen.reading.attributes("section[aria-labelledby=by-country] .bars__thread", "x2")


def test_projects_are_counted_by_country_and_drawn(visit: Visit) -> None:
    screen = visit(ADDRESS)

    assert rows(screen, "by-country") == {"Kenya": 3, "South Africa": 1, "Ukraine": 1}
    assert drawn(screen) == ["100.0%", "33.3%", "33.3%"]


def test_the_reader_has_them_in_swedish(visit: Visit) -> None:
    screen = visit("/sv/projekt/")

    assert list(rows(screen, "by-country")) == sorted(["Kenya", "Sydafrika", "Ukraina"], key=swedish_key)
    assert "33.3%" in drawn(screen)


def test_projects_are_counted_by_the_year_they_started(visit: Visit) -> None:
    screen = visit(ADDRESS)

    assert rows(screen, "by-year") == {"2018": 2, "2019": 0, "2020": 0, "2021": 1}
    assert screen.texts(".years__column title") == ["2018: 2", "2021: 1"]
    assert "When 1 project started is not known." in screen.text


def test_projects_are_counted_by_core_area(projects: list[Project], visit: Visit) -> None:
    transparency, equity = CoreAreaFactory(name_en="Transparency"), CoreAreaFactory(name_en="Equity")
    projects[0].core_areas.set([transparency])
    projects[1].core_areas.set([transparency, equity])

    assert rows(visit(ADDRESS), "by-core-area") == {"Transparency": 2, "Equity": 1}


def test_they_follow_the_register(projects: list[Project], countries: dict[str, Country], visit: Visit) -> None:
    projects[0].countries.set([countries["UA"]])
    Project.objects.filter(pk=projects[1].pk).update(is_public=False)

    screen = visit(ADDRESS)

    assert rows(screen, "by-country") == {"Ukraine": 2, "Kenya": 1}
    assert rows(screen, "by-year") == {"2018": 1, "2019": 0, "2020": 0, "2021": 1}


def test_they_follow_the_filters_and_a_row_adds_one(visit: Visit) -> None:
    screen = visit(f"{ADDRESS}?country=KE")

    assert screen.texts("#figures-title") == ["These projects in figures"]
    assert rows(screen, "by-country") == {"Kenya": 3, "South Africa": 1}
    assert screen.links["South Africa"] == f"{ADDRESS}?country=ZA"


def test_a_row_leads_to_its_projects_and_keeps_what_was_chosen(projects: list[Project], visit: Visit) -> None:
    area = CoreAreaFactory(name_en="Transparency", slug="transparency")
    for project in projects[:3]:
        project.core_areas.set([area])

    link = visit(f"{ADDRESS}?country=KE&page=1&status=nonsense").links["Transparency"]

    assert link == f"{ADDRESS}?country=KE&area=transparency"
    assert sorted(visit(link).card_titles) == ["Waste", "Water", "Youth"]


@pytest.mark.parametrize("left", [0, 2])
def test_few_projects_have_no_figures(left: int, visit: Visit) -> None:
    Project.objects.exclude(pk__in=Project.objects.values_list("pk")[:left]).delete()

    assert not visit(ADDRESS).find_all("#figures-title")


def test_the_second_page_has_no_figures(countries: dict[str, Country], visit: Visit) -> None:
    for _ in range(30):
        ProjectFactory(countries=[countries["KE"]])

    assert visit(ADDRESS).find_all("#figures-title")
    assert not visit(f"{ADDRESS}?page=2").find_all("#figures-title")


def test_what_nobody_knows_is_not_drawn(site: LittleSite, visit: Visit) -> None:
    Project.objects.all().delete()
    for _ in range(3):
        ProjectFactory()

    screen = visit(ADDRESS)

    assert not screen.find_all("#by-country, #by-core-area, #by-year")


def test_ten_countries_stand_first_and_the_others_behind_a_click(projects: list[Project], visit: Visit) -> None:
    projects[0].countries.set([CountryFactory(code=f"X{letter}", name_en=letter) for letter in "ABCDEFGHIJKL"])

    screen = visit(ADDRESS)

    tables = screen.find_all("section[aria-labelledby=by-country] table")
    assert [len(table.find_all("th", scope="row")) for table in tables] == [10, 5]
    assert screen.texts("section[aria-labelledby=by-country] summary") == ["5 more countries"]


def test_a_mistyped_year_opens_no_millennium(projects: list[Project], visit: Visit) -> None:
    Project.objects.filter(pk=projects[0].pk).update(starts_on=datetime.date(201, 1, 1))

    assert rows(visit(ADDRESS), "by-year") == {"201": 1, "2018": 1, "2021": 1}


def test_years_between_stand_with_nothing() -> None:
    assert in_a_row({2021: 1, 2018: 2}) == [(2018, 2), (2019, 0), (2020, 0), (2021, 1)]
    assert in_a_row({}) == []
    assert len(in_a_row({2000: 1, 2000 + LONGEST_SPAN: 1})) == 2
