"""Maps of who takes part: they say what the registers say, and change with them."""

import gzip

import pytest
from django.utils import timezone

from iclds.registers.codelists import OrganisationKind
from iclds.registers.models import Country, Organisation
from programmes.maps import SwedishPartner, sweden_map
from projects.models import Project
from tests.factories.pages import CountryPageFactory
from tests.factories.programmes import ProgrammeCountryFactory
from tests.factories.projects import ProjectFactory
from tests.factories.registers import CountryFactory, OrganisationFactory
from tests.little_site import LittleSite
from tests.strict_reader import one_line
from tests.visiting import Screen, Visit

INDEX = "/en/partner-countries/"
EVERY_COUNTRY = "BA XK RS UA GE MK MD TR BY IN ID CN VN BW KE MZ NA ZA TZ UG ZM ZW RW CO GT"


@pytest.fixture
def kenya(site: LittleSite) -> Country:
    return CountryFactory(code="KE", name_en="Kenya")


@pytest.fixture
def vaxjo(site: LittleSite) -> Organisation:
    return OrganisationFactory(name_en="Växjö", slug="vaxjo", latitude=56.88, longitude=14.81)


def marked(screen: Screen) -> tuple[list[str], list[str]]:
    """The countries on the map of the world: those of today, and those of before."""
    names = [
        [one_line(title) for title in screen.find_all(f".map--world path.map__country{kind} > title")]
        for kind in (":not(.map__country--former)", ".map__country--former")
    ]
    return names[0], names[1]


def bytes_of_pictures(screen: Screen) -> int:
    """What all drawings of a page weigh on their way to a reader."""
    return len(gzip.compress("".join(map(str, screen.find_all("svg"))).encode()))


def test_the_map_of_the_world_marks_partner_countries(site: LittleSite, kenya: Country, visit: Visit) -> None:
    ProgrammeCountryFactory(programme=site.programme, country=kenya)
    CountryFactory(code="RW", name_en="Rwanda")

    screen = visit(INDEX)

    assert marked(screen) == (["Kenya"], [])
    assert screen.texts(".map--world .map__key") == ["Partner country", "Sweden"]
    assert "1 country may be applied with today." in screen.texts("#world-map-text")[0]


def test_a_country_that_becomes_former_is_drawn_as_such(site: LittleSite, kenya: Country, visit: Visit) -> None:
    period = ProgrammeCountryFactory(programme=site.programme, country=kenya, from_year=2008)
    before = marked(visit(INDEX))

    period.to_year = timezone.localdate().year - 1
    period.save()

    assert (before, marked(visit(INDEX))) == ((["Kenya"], []), ([], ["Kenya"]))


def test_the_map_names_countries_in_the_language_of_the_page(site: LittleSite, visit: Visit) -> None:
    country = CountryFactory(code="GE", name_en="Georgia", name_sv="Georgien")
    ProgrammeCountryFactory(programme=site.programme, country=country)

    assert marked(visit("/sv/partnerlander/")) == (["Georgien"], [])


def test_a_country_too_small_to_be_seen_gets_a_dot(site: LittleSite, kenya: Country, visit: Visit) -> None:
    ProgrammeCountryFactory(programme=site.programme, country=kenya)
    kosovo = CountryFactory(code="XK", name_en="Kosovo")
    ProgrammeCountryFactory(programme=site.programme, country=kosovo)

    assert visit(INDEX).texts(".map--world circle.map__dot > title") == ["Kosovo"]


def test_a_code_that_is_on_no_map_breaks_nothing(site: LittleSite, visit: Visit) -> None:
    country = CountryFactory(code="QQ", name_en="Nowhere")
    ProgrammeCountryFactory(programme=site.programme, country=country)
    CountryPageFactory(parent=site.countries["en"], country=country)

    assert marked(visit(INDEX)) == ([], [])
    assert visit("/en/partner-countries/nowhere/").find_all(".map--locator") == []


def test_a_country_page_shows_the_country_and_its_places(
    site: LittleSite, kenya: Country, vaxjo: Organisation, visit: Visit
) -> None:
    CountryPageFactory(parent=site.countries["en"], country=kenya)
    kisumu = OrganisationFactory(name_en="Kisumu", slug="kisumu", country=kenya, latitude=-0.1, longitude=34.75)
    unknown = OrganisationFactory(name_en="Somewhere", slug="somewhere", country=kenya)
    ProjectFactory(countries=[kenya], swedish=[vaxjo], international=[kisumu, unknown])

    screen = visit("/en/partner-countries/kenya/")

    assert screen.texts("#locator-map-title") == ["Map of Kenya and the countries around it"]
    assert screen.texts(".map--locator .map__label") == ["Kisumu"]
    assert screen.links["Kisumu"] == "/en/projects/?partner=kisumu"
    assert screen.links["Somewhere"] == "/en/projects/?partner=somewhere"


def test_the_table_says_what_the_map_of_sweden_shows(
    site: LittleSite, kenya: Country, vaxjo: Organisation, visit: Visit
) -> None:
    gotland = OrganisationFactory(
        name_en="Region Gotland", slug="region-gotland", kind=OrganisationKind.REGION, latitude=57.63, longitude=18.3
    )
    OrganisationFactory(name_en="Without a project", latitude=60, longitude=15)
    for partners in ([vaxjo, gotland], [vaxjo]):
        ProjectFactory(swedish=partners)
    ProjectFactory(swedish=[gotland], is_public=False)

    screen = visit(INDEX)

    rows = [[one_line(cell) for cell in row.find_all(["th", "td"])] for row in screen.find_all(".map__table tbody tr")]
    assert rows == [["Region Gotland", "Region", "1"], ["Växjö", "Municipality", "2"]]
    assert screen.texts(".map--sweden circle > title") == ["Växjö: 2"]
    assert screen.texts(".map--sweden path > title") == ["Region Gotland: 1"]
    assert screen.texts(".map__most li") == ["Växjö 2 projects"]
    assert screen.links["Växjö"] == "/en/projects/?partner=vaxjo"


def test_the_map_of_sweden_follows_the_register(site: LittleSite, vaxjo: Organisation, visit: Visit) -> None:
    ProjectFactory(swedish=[vaxjo])
    before = visit(INDEX).texts(".map--sweden circle > title")

    Project.objects.update(is_public=False)

    assert before == ["Växjö: 1"]
    assert visit(INDEX).find_all(".map--sweden") == []


def test_more_projects_make_a_larger_sign(vaxjo: Organisation) -> None:
    other = OrganisationFactory(latitude=62, longitude=15)

    dots = sweden_map([SwedishPartner(vaxjo, 1), SwedishPartner(other, 9)]).dots

    assert [dot.partner.count for dot in dots] == [9, 1]
    assert dots[0].radius > dots[1].radius


def test_pictures_stay_small_with_every_country_and_seventy_partners(site: LittleSite, visit: Visit) -> None:
    for code in EVERY_COUNTRY.split():
        ProgrammeCountryFactory(programme=site.programme, country=CountryFactory(code=code, name_en=f"Country {code}"))
    for number in range(70):
        partner = OrganisationFactory(latitude=56 + number / 8, longitude=13 + number / 15)
        ProjectFactory(swedish=[partner])

    assert bytes_of_pictures(visit(INDEX)) < 25_000


@pytest.mark.parametrize("code", ["KE", "XK", "ID", "CN", "GR"])
def test_a_locator_map_stays_small(code: str, site: LittleSite, visit: Visit) -> None:
    country = CountryFactory(code=code, name_en="The country")
    CountryPageFactory(parent=site.countries["en"], country=country)

    screen = visit("/en/partner-countries/the-country/")

    assert len(screen.find_all(".map--locator")) == 1
    assert bytes_of_pictures(screen) < 25_000
