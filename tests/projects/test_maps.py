"""The map of a project, and the pairs of places that stand for all partnerships."""

import gzip
from typing import Any

import pytest
from django.utils import translation

from iclds.registers.models import Country, Organisation
from projects.maps import two_place_map
from projects.threads import NARROW, WIDE, Layout, SignaturePair, chosen, signature_pairs, threads
from tests.factories.projects import ProjectFactory
from tests.factories.registers import CountryFactory, OrganisationFactory
from tests.little_site import LittleSite
from tests.visiting import Visit

ADDRESS = "/en/projects/clean-water/"


@pytest.fixture
def kenya(site: LittleSite) -> Country:
    return CountryFactory(code="KE", name_en="Kenya")


@pytest.fixture
def vaxjo(site: LittleSite) -> Organisation:
    return OrganisationFactory(name_en="Växjö", name_sv="Växjö kommun", latitude=56.88, longitude=14.81)


@pytest.fixture
def kisumu(kenya: Country) -> Organisation:
    return OrganisationFactory(name_en="Kisumu", country=kenya, latitude=-0.1, longitude=34.75)


def test_the_map_of_a_project_names_both_places_and_how_far_apart_they_are(
    vaxjo: Organisation, kisumu: Organisation, visit: Visit
) -> None:
    ProjectFactory(slug="clean-water", swedish=[vaxjo], international=[kisumu])

    screen = visit(ADDRESS)

    assert screen.texts(".map--places .map__label") == ["Växjö", "Kisumu"]
    assert screen.texts("#places-map-title") == ["Map of the places that work together: Växjö, Kisumu"]
    assert screen.texts(".map__caption") == ["From Växjö to Kisumu it is about 6,580 km."]
    assert len(gzip.compress("".join(map(str, screen.find_all("svg"))).encode())) < 25_000


def test_the_map_speaks_the_language_of_the_page(vaxjo: Organisation, kisumu: Organisation, visit: Visit) -> None:
    ProjectFactory(slug="clean-water", swedish=[vaxjo], international=[kisumu])

    assert visit("/sv/projekt/clean-water/").texts(".map--places .map__label") == ["Växjö kommun", "Kisumu"]


@pytest.mark.parametrize("missing", ["swedish", "abroad", "nobody abroad"])
def test_there_is_no_map_without_two_places(
    missing: str, kenya: Country, vaxjo: Organisation, kisumu: Organisation, visit: Visit
) -> None:
    unknown_here, unknown_there = OrganisationFactory(), OrganisationFactory(country=kenya)
    ProjectFactory(
        slug="clean-water",
        swedish=[unknown_here if missing == "swedish" else vaxjo],
        international={"swedish": [kisumu], "abroad": [unknown_there], "nobody abroad": []}[missing],
    )

    assert visit(ADDRESS).find_all(".map--places") == []


def test_three_parties_are_joined_and_an_unknown_one_is_left_out(
    kenya: Country, vaxjo: Organisation, kisumu: Organisation
) -> None:
    chisinau = OrganisationFactory(name_en="Chișinău", country=CountryFactory(code="MD"), latitude=47, longitude=28.9)
    unknown = OrganisationFactory(name_en="Unknown", country=kenya)

    found = two_place_map([vaxjo, kisumu, chisinau, unknown])

    assert found is not None
    assert found.names == ["Växjö", "Kisumu", "Chișinău"]
    assert [(entry.swedish, entry.abroad, entry.km) for entry in found.distances] == [
        ("Växjö", "Kisumu", 6580), ("Växjö", "Chișinău", 1460),
    ]  # fmt: skip
    assert [found.frame.holds(point) for arc in found.arcs for point in arc.points()] == [True] * 34


def test_the_map_follows_the_register(vaxjo: Organisation, kisumu: Organisation) -> None:
    before = two_place_map([vaxjo, kisumu])
    kisumu.latitude, kisumu.longitude = -1.3, 36.8

    after = two_place_map([vaxjo, kisumu])

    assert before is not None
    assert after is not None
    assert before.arcs != after.arcs


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        pytest.param(54.7, 25.3, id="across the Baltic"),
        pytest.param(59.86, 17.64, id="hardly away"),
        pytest.param(-33.9, 18.4, id="at the Cape"),
        pytest.param(4.6, -74.1, id="in the Andes"),
        pytest.param(-8.6, 115.2, id="in Indonesia"),
        pytest.param(-36.8, 174.8, id="nearly opposite"),
    ],
)
def test_names_and_arcs_stay_in_the_picture(
    latitude: float, longitude: float, kenya: Country, vaxjo: Organisation
) -> None:
    name = "A municipality with a name that is rather long"
    away = OrganisationFactory(name_en=name, country=kenya, latitude=latitude, longitude=longitude)

    found = two_place_map([vaxjo, away])

    assert found is not None
    boxes = [place.label.box for place in found.places if place.label]
    corners = [corner for box in boxes for corner in ((box.left, box.top), (box.right, box.bottom))]
    assert [found.frame.holds(corner) for corner in corners] == [True] * 4
    assert [found.frame.holds(point) for point in found.arcs[0].points()] == [True] * 17
    assert len(gzip.compress(found.land.encode())) < 20_000


def pair(swedish: str, abroad: str, country: str, count: int = 1) -> SignaturePair:
    return SignaturePair(swedish, 60, abroad, 0, country, "east-africa", count)


def test_a_choice_of_pairs_shows_as_many_countries_and_places_as_can_be() -> None:
    candidates = [
        pair("Växjö", "JB Marks", "South Africa", 9),
        pair("Växjö", "Kisumu", "Kenya", 5),
        pair("Umeå", "Kisumu", "Kenya", 2),
        pair("Umeå", "Homa Bay", "Kenya", 4),
        pair("Ale", "Kisumu", "Kenya", 1),
    ]

    found = [(entry.swedish, entry.abroad) for entry in chosen(candidates, 3)]

    assert found == [("Växjö", "JB Marks"), ("Umeå", "Homa Bay"), ("Ale", "Kisumu")]


def test_signature_pairs_are_counted_in_one_query(
    kenya: Country, vaxjo: Organisation, kisumu: Organisation, django_assert_num_queries: Any
) -> None:
    zambia = CountryFactory(code="ZM", name_en="Zambia", region="southern-africa")
    lundazi = OrganisationFactory(name_en="Lundazi", country=zambia, latitude=-12.29, longitude=33.18)
    unknown = OrganisationFactory(name_en="Unknown", country=kenya)
    for _ in range(2):
        ProjectFactory(swedish=[vaxjo], international=[kisumu, unknown])
    ProjectFactory(swedish=[vaxjo], international=[lundazi])
    ProjectFactory(swedish=[vaxjo], international=[lundazi], is_public=False)

    with django_assert_num_queries(1):
        found = signature_pairs(10)

    assert found == [
        SignaturePair("Växjö", 56.88, "Kisumu", -0.1, "Kenya", "east-africa", 2),
        SignaturePair("Växjö", 56.88, "Lundazi", -12.29, "Zambia", "southern-africa", 1),
    ]
    with translation.override("sv"):
        assert signature_pairs(1)[0].swedish == "Växjö kommun"


def test_threads_run_between_two_columns_from_north_to_south() -> None:
    pairs = [
        SignaturePair("Växjö", 56.9, "JB Marks", -26.7, "South Africa", "southern-africa", 7),
        SignaturePair("Kalix", 65.9, "Masaka", -0.3, "Uganda", "east-africa", 4),
        SignaturePair("Växjö", 56.9, "Chișinău", 47.0, "Moldova", "europe", 1),
    ]

    picture = threads(pairs)

    assert [end.name for end in picture.swedish] == ["Kalix", "Växjö"]
    assert [end.name for end in picture.abroad] == ["Chișinău", "Masaka", "JB Marks"]
    assert [(thread.here, thread.there) for thread in picture.threads] == [(1, 2), (0, 1), (1, 0)]
    ys = [end.y for end in (*picture.swedish, *picture.abroad)]
    assert min(ys) > 0
    assert max(ys) < picture.height
    assert picture.threads[1].path.startswith(f"M{picture.left} {picture.swedish[0].y}C")


@pytest.mark.parametrize(
    ("layout", "shown"),
    [
        pytest.param(WIDE, ("A very long D…", "Bosnia and Herzegovina"), id="wide, with the country"),
        pytest.param(NARROW, ("A very long Di…", ""), id="narrow, without"),
    ],
)
def test_a_long_name_is_cut_to_its_column(layout: Layout, shown: tuple[str, str]) -> None:
    name = "A very long District Council of the Northern Hills"

    (end,) = threads([pair("Växjö", name, "Bosnia and Herzegovina")], layout).abroad

    assert (end.name, end.detail) == shown


def test_nothing_to_show_makes_an_empty_picture() -> None:
    assert threads([], NARROW).threads == []
    assert threads([], WIDE).height > 0
