"""The list of projects and its filters."""

import datetime

import pytest
from django.utils import timezone

from iclds.registers.models import Country
from tests.factories.projects import ProjectFactory
from tests.factories.registers import CoreAreaFactory, CountryFactory, OrganisationFactory
from tests.little_site import LittleSite
from tests.visiting import Visit

ADDRESS = "/en/projects/"


@pytest.fixture
def kenya(site: LittleSite) -> Country:
    return CountryFactory(code="KE", name_en="Kenya")


def test_a_visitor_sees_the_projects_of_one_country(kenya: Country, visit: Visit) -> None:
    ProjectFactory(name_en="Clean water in Kisumu", countries=[kenya])
    ProjectFactory(name_en="Waste in Lusaka", countries=[CountryFactory(code="ZM", name_en="Zambia")])

    screen = visit(f"{ADDRESS}?country=KE")

    assert (screen.card_titles, screen.result_count) == (["Clean water in Kisumu"], "1 project")
    assert screen.title == "Projects: Kenya – ICLD"


def test_all_filters_hold_together(kenya: Country, visit: Visit) -> None:
    vaxjo, area = OrganisationFactory(name_en="Växjö", slug="vaxjo"), CoreAreaFactory(slug="transparency")
    today = timezone.localdate()
    running = {"starts_on": today, "ends_on": today}
    both = ProjectFactory(name_en="Joint work", countries=[kenya], swedish=[vaxjo], **running)
    both.core_areas.set([area])
    ProjectFactory(name_en="Kenya alone", countries=[kenya])
    ProjectFactory(name_en="Växjö alone", swedish=[vaxjo])

    screen = visit(f"{ADDRESS}?country=KE&partner=vaxjo&area=transparency&status=active&q=joint")

    assert screen.card_titles == ["Joint work"]
    assert len(screen.texts(".selection li")) == 5


@pytest.mark.parametrize("field", ["country", "partner", "area", "status"])
def test_a_value_that_nobody_offers_is_told_and_filters_nothing(field: str, kenya: Country, visit: Visit) -> None:
    ProjectFactory(name_en="Clean water", countries=[kenya])

    screen = visit(f"{ADDRESS}?{field}=nonsense")

    assert screen.errors == ["Select a valid choice. nonsense is not one of the available choices."]
    assert (screen.card_titles, screen.result_count) == (["Clean water"], "1 project")


def test_a_wrong_value_leaves_the_right_ones_in_force(kenya: Country, visit: Visit) -> None:
    ProjectFactory(name_en="Clean water", countries=[kenya])
    ProjectFactory(name_en="Waste")

    assert visit(f"{ADDRESS}?country=KE&status=nonsense").card_titles == ["Clean water"]


def test_a_country_that_is_no_partner_country_is_not_offered(site: LittleSite, visit: Visit) -> None:
    CountryFactory(code="SE", name_en="Sweden", region="")

    assert visit(f"{ADDRESS}?country=SE").errors != []


def test_partners_are_offered_in_swedish_order(site: LittleSite, visit: Visit) -> None:
    for name in ("Östersund", "Åmål", "Ängelholm", "Växjö"):
        OrganisationFactory(name_en=name, name_sv=name)
    OrganisationFactory(name_en="Kisumu", country=CountryFactory(code="KE"))

    for address in (ADDRESS, "/sv/projekt/"):
        offered = visit(address).texts("select[name=partner] option")[1:]
        assert offered == ["Växjö", "Åmål", "Ängelholm", "Östersund"]


def test_where_nothing_is_found_the_filters_can_be_removed(kenya: Country, visit: Visit) -> None:
    screen = visit(f"{ADDRESS}?country=KE")

    assert (screen.result_count, screen.links["Remove all filters"]) == ("0 projects", ADDRESS)
    assert screen.texts(".empty__title") == ["No project meets all of this"]


@pytest.mark.parametrize(
    ("number", "days"),
    [
        pytest.param("", [5, 4], id="the first page"),
        pytest.param("2", [3, 2], id="the second"),
        pytest.param("3", [1], id="the last"),
        pytest.param("99", [1], id="one too high"),
        pytest.param("0", [1], id="zero"),
        pytest.param("x", [5, 4], id="nonsense"),
    ],
)
def test_the_list_is_paged_latest_first(
    number: str, days: list[int], site: LittleSite, visit: Visit, settings: object
) -> None:
    settings.PROJECTS_PER_PAGE = 2  # type: ignore[attr-defined]
    for day in range(1, 6):
        ProjectFactory(name_en=f"Project {day}", starts_on=datetime.date(2018, 1, day))

    assert visit(f"{ADDRESS}?page={number}").card_titles == [f"Project {day}" for day in days]


def test_the_pages_keep_the_filters(kenya: Country, visit: Visit, settings: object) -> None:
    settings.PROJECTS_PER_PAGE = 1  # type: ignore[attr-defined]
    for _ in range(3):
        ProjectFactory(countries=[kenya])

    screen = visit(f"{ADDRESS}?country=KE&page=2")

    assert screen.links["Next"] == "?country=KE&page=3"
    assert screen.links["Previous"] == "?country=KE"
    assert screen.title == "Projects: Kenya (page 2) – ICLD"


def test_projects_of_unknown_start_stand_last(site: LittleSite, visit: Visit) -> None:
    ProjectFactory(name_en="Unknown")
    ProjectFactory(name_en="Old", starts_on=datetime.date(2008, 1, 1))

    assert visit(ADDRESS).card_titles == ["Old", "Unknown"]


def test_a_project_with_two_partners_of_a_country_is_listed_once(kenya: Country, visit: Visit) -> None:
    ProjectFactory(
        name_en="Clean water",
        countries=[kenya, CountryFactory(code="ZM")],
        swedish=[OrganisationFactory(slug="a"), OrganisationFactory(slug="b")],
    )

    assert visit(f"{ADDRESS}?country=KE&partner=a").card_titles == ["Clean water"]


def test_words_find_projects_by_name_and_partner(site: LittleSite, visit: Visit) -> None:
    project = ProjectFactory(name_en="Clean water", swedish=[OrganisationFactory(name_en="Växjö")])
    project.save()
    ProjectFactory(name_en="Waste")

    assert [visit(f"{ADDRESS}?q={words}").card_titles for words in ("water", "växjö", "gold")] == [
        ["Clean water"], ["Clean water"], [],
    ]  # fmt: skip


def test_all_projects_with_a_common_word_are_listed_also_under_another_filter(
    kenya: Country, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("MOST_RANKED", "MOST_RESULTS"):
        monkeypatch.setattr(f"iclds.search.engine.{limit}", 1)
    ProjectFactory(name_en="Water in Kisumu", countries=[kenya])
    ProjectFactory(name_en="Water in Lusaka")
    ProjectFactory(name_en="Water in Visby")

    assert visit(f"{ADDRESS}?q=water").result_count == "3 projects"
    assert visit(f"{ADDRESS}?q=water&country=KE").card_titles == ["Water in Kisumu"]


def test_a_private_project_is_not_listed(site: LittleSite, visit: Visit) -> None:
    ProjectFactory(is_public=False)

    assert visit(ADDRESS).result_count == "0 projects"


def test_a_row_shows_partners_dates_and_status(site: LittleSite, visit: Visit) -> None:
    kenya = CountryFactory(code="KE", name_en="Kenya")
    ProjectFactory(
        starts_on=datetime.date(2016, 1, 1),
        ends_on=datetime.date(2018, 12, 31),
        only_years=True,
        swedish=[OrganisationFactory(name_en="Växjö")],
        international=[OrganisationFactory(name_en="Kisumu", country=kenya)],
    )

    (row,) = visit(ADDRESS).texts(".row")

    for words in ("Municipal Partnership", "Växjö", "Kisumu", "2016 – 2018", "Completed"):
        assert words in row


def test_without_filters_every_field_is_free(site: LittleSite, visit: Visit) -> None:
    screen = visit(f"{ADDRESS}?country=&partner=&area=&status=&q=&page=")

    assert (screen.errors, screen.texts(".selection li")) == ([], [])
