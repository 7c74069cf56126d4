"""The outlines of the world: whose a place is, and that what was simplified stayed whole."""

from itertools import pairwise

import pytest

from iclds.core.maps.geometry import DATA, Detail, land, outlines, shapes
from iclds.core.maps.projections import Point
from iclds.core.maps.topology import merged


def is_inside(place: Point, ring: tuple[Point, ...]) -> bool:
    """Whether a place lies in a ring: a line from it to the north crosses an odd number of sides."""
    x, y = place
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (x1 > x) != (x2 > x) and y < y1 + (x - x1) / (x2 - x1) * (y2 - y1):
            crossings += 1
    return crossings % 2 == 1


def holders(latitude: float, longitude: float, detail: Detail = Detail.FINE) -> set[str]:
    """The countries that a place lies in, holes for enclaves considered."""
    return {
        code
        for code in shapes()
        if sum(is_inside((longitude, latitude), outline.places) for outline in outlines(code, detail)) % 2
    }


@pytest.mark.parametrize("detail", Detail)
@pytest.mark.parametrize(
    ("place", "country"),
    [
        pytest.param((45.0, 34.1), "UA", id="Simferopol on Crimea"),
        pytest.param((45.15, 34.8), "UA", id="the east of Crimea"),
        pytest.param((48.0, 37.8), "UA", id="Donetsk"),
        pytest.param((42.6, 20.9), "XK", id="Kosovo"),
        pytest.param((44.0, 20.9), "RS", id="Serbia beside it"),
        pytest.param((9.56, 44.06), "SO", id="Hargeisa in Somaliland"),
        pytest.param((35.3, 33.4), "CY", id="the north of Cyprus"),
        pytest.param((26.8, -12.2), "EH", id="Western Sahara west of the wall"),
        pytest.param((24.0, -14.5), "EH", id="Western Sahara in the south"),
        pytest.param((31.6, -8.0), "MA", id="Marrakesh"),
        pytest.param((28.6, -10.5), "MA", id="Morocco north of the parallel"),
        pytest.param((42.9, 41.3), "GE", id="Abkhazia"),
        pytest.param((42.2, 43.95), "GE", id="South Ossetia"),
        pytest.param((-29.5, 28.3), "LS", id="Lesotho inside South Africa"),
        pytest.param((-1.3, 36.8), "KE", id="Nairobi"),
        pytest.param((62.5, 15.5), "SE", id="the middle of Sweden"),
        pytest.param((66.5, -175.0 + 360), "RU", id="Chukotka beyond 180 degrees"),
    ],
)
def test_a_place_lies_in_one_country(place: tuple[float, float], country: str, detail: Detail) -> None:
    assert holders(*place, detail) == {country}


@pytest.mark.parametrize("place", [pytest.param((31.9, 35.2), id="Ramallah"), pytest.param((31.4, 34.37), id="Gaza")])
def test_palestine_is_a_country_of_its_own(place: tuple[float, float]) -> None:
    assert holders(*place) == {"PS"}


def test_palestine_stands_in_the_picture_of_the_world() -> None:
    assert len(outlines("PS", Detail.COARSE)) > 0


@pytest.mark.parametrize("detail", Detail)
def test_every_outline_is_closed(detail: Detail) -> None:
    gaping = [
        code for code in shapes() for outline in outlines(code, detail) if outline.places[0] != outline.places[-1]
    ]

    assert gaping == []


@pytest.mark.parametrize("detail", Detail)
def test_no_line_jumps_from_one_edge_of_the_world_to_the_other(detail: Detail) -> None:
    jumps = [
        code
        for code in shapes()
        for outline in outlines(code, detail)
        for (before, _), (after, _) in pairwise(outline.places)
        if abs(after - before) > 90
    ]

    assert jumps == []


def test_every_country_has_an_outline_and_only_the_smallest_none_in_the_picture_of_the_world() -> None:
    without = {detail: [code for code in shapes() if not outlines(code, detail)] for detail in Detail}

    assert without[Detail.FINE] == []
    assert len(without[Detail.COARSE]) < 12


def test_antarctica_is_left_out() -> None:
    assert min(latitude for outline in land(Detail.COARSE) for _longitude, latitude in outline.places) > -60


@pytest.mark.parametrize(
    ("rings", "outline"),
    [
        pytest.param([(0, 1), (~1, 2)], [(0, 2)], id="two neighbours"),
        pytest.param([(0,), (1,)], [(0,), (1,)], id="two islands"),
        pytest.param([(0, 1), (~1, 2), (3,)], [(3,), (0, 2)], id="two neighbours and an island"),
        pytest.param([(0,), (1,), (~1,)], [(0,)], id="an enclave fills its hole"),
        pytest.param([(0, 1), (~1, 2, 3), (~3, 4)], [(0, 2, 4)], id="three in a row"),
    ],
)
def test_shapes_together_have_the_lines_that_they_do_not_share(
    rings: list[tuple[int, ...]], outline: list[tuple[int, ...]]
) -> None:
    assert merged(rings) == outline


def test_the_data_stay_small() -> None:
    assert DATA.stat().st_size < 190_000
