"""Projections, distances, paths, arcs and labels: figures that can be checked by hand."""

import math
import re

import pytest

from iclds.core.maps.arcs import bridge
from iclds.core.maps.distance import distance_km, middle_of
from iclds.core.maps.geometry import Detail, Outline
from iclds.core.maps.labels import Named, placed
from iclds.core.maps.paths import area_path, closed_path, number, surroundings_path, world_path
from iclds.core.maps.projections import AzimuthalEqualArea, EqualEarth, Frame, fitted

STOCKHOLM, NAIROBI, LONDON, PARIS = (18.0686, 59.3293), (36.8219, -1.2921), (-0.1278, 51.5074), (2.3522, 48.8566)


@pytest.fixture
def kenya() -> Frame:
    return fitted(AzimuthalEqualArea(38, 0), [(34, -4.5), (42, 5)], 360, 300, margin=(80, 60))


def every_point(path: str) -> list[tuple[float, float]]:
    """The corners that a path of M, relative l and z goes through."""
    points = []
    for part in re.findall(r"M[^M]+", path):
        figures = [float(figure) for figure in re.findall(r"-?(?:\d+\.\d+|\.\d+|\d+)", part)]
        x = y = 0.0
        for across, down in zip(figures[::2], figures[1::2], strict=True):
            x, y = x + across, y + down
            points.append((x, y))
    return points


@pytest.mark.parametrize(
    ("place", "point"),
    [
        pytest.param((0, 0), (0, 0), id="where the equator meets Greenwich"),
        pytest.param((180, 0), (2.70663, 0), id="the edge of the world"),
        pytest.param((0, 90), (0, 1.31736), id="the north pole"),
        pytest.param((0, -90), (0, -1.31736), id="the south pole"),
    ],
)
def test_equal_earth(place: tuple[float, float], point: tuple[float, float]) -> None:
    assert EqualEarth()(*place) == pytest.approx(point, abs=1e-5)


@pytest.mark.parametrize("projection", [EqualEarth(), AzimuthalEqualArea(0, 0), AzimuthalEqualArea(18, 62)])
@pytest.mark.parametrize("latitude", [-30, 0, 45, 62])
def test_areas_are_true(projection: EqualEarth | AzimuthalEqualArea, latitude: float) -> None:
    step = 0.01
    x0, y0 = projection(10, latitude)
    east, north = projection(10 + step, latitude), projection(10, latitude + step)

    area = abs((east[0] - x0) * (north[1] - y0) - (north[0] - x0) * (east[1] - y0))

    assert area == pytest.approx(math.radians(step) ** 2 * math.cos(math.radians(latitude)), rel=1e-3)


def test_the_middle_of_an_azimuthal_map_is_where_it_says_and_north_is_up() -> None:
    projection = AzimuthalEqualArea(18, 62)

    assert projection(18, 62) == pytest.approx((0, 0))
    assert projection(18, 63)[1] > 0
    # The chord of a quarter of the globe (Snyder, equation 24-1).
    assert math.hypot(*AzimuthalEqualArea(0, 0)(90, 0)) == pytest.approx(math.sqrt(2))


@pytest.mark.parametrize(
    ("first", "second", "km"),
    [
        pytest.param(STOCKHOLM, NAIROBI, 6937, id="Stockholm to Nairobi"),
        pytest.param(LONDON, PARIS, 344, id="London to Paris"),
        pytest.param((0, 0), (90, 0), 10007.6, id="a quarter of the equator"),
        pytest.param((179, 0), (-179, 0), 222.4, id="across the date line"),
        pytest.param(PARIS, PARIS, 0, id="to itself"),
    ],
)
def test_distances(first: tuple[float, float], second: tuple[float, float], km: float) -> None:
    assert distance_km(first, second) == pytest.approx(km, abs=1)


def test_the_middle_between_places_is_on_the_globe() -> None:
    assert middle_of([(170, 0), (-170, 0)]) == pytest.approx((180, 0))
    assert middle_of([(10, 20)]) == pytest.approx((10, 20))


def test_a_fitted_frame_holds_its_places_in_the_middle() -> None:
    places = [STOCKHOLM, NAIROBI]
    frame = fitted(AzimuthalEqualArea(27, 29), places, 360, 400, margin=(60, 40))

    points = [frame.place(*place) for place in places]

    assert [frame.holds(point, 39.9) for point in points] == [True, True]
    assert points[0][1] < points[1][1], "north is up"
    assert sum(y for _x, y in points) / 2 == pytest.approx(200)


def test_a_single_place_gets_the_width_that_is_asked_for() -> None:
    frame = fitted(AzimuthalEqualArea(18, 59), [STOCKHOLM], 360, 300, least=0.2)

    assert frame.scale == pytest.approx(1800)
    assert frame.place(*STOCKHOLM) == pytest.approx(frame.middle)
    with pytest.raises(ValueError, match="single place"):
        fitted(AzimuthalEqualArea(18, 59), [STOCKHOLM], 360, 300)


@pytest.mark.parametrize(
    ("value", "text"), [(12.0, "12"), (0.5, ".5"), (-0.5, "-.5"), (-0.01, "0"), (10.04, "10"), (100.25, "100.2")]
)
def test_numbers_are_as_short_as_they_may_be(value: float, text: str) -> None:
    assert number(value) == text


def test_a_path_is_relative_and_closed() -> None:
    assert closed_path([(0, 0), (10.5, 0), (10.5, -4), (10.5, -4.01)]) == "M0 0l10.5 0 0-4z"
    assert closed_path([(0, 0), (0.01, 0.01), (0, 0)]) == ""


def test_what_lies_outside_the_frame_is_cut_off(kenya: Frame) -> None:
    around_all = Outline(((0.0, -40.0), (80.0, -40.0), (80.0, 40.0), (0.0, 40.0), (0.0, -40.0)))
    far_away = Outline(((-100.0, 40.0), (-90.0, 40.0), (-90.0, 50.0), (-100.0, 40.0)))

    assert set(every_point(area_path([around_all], kenya))) == {(-3, 303), (363, 303), (363, -3), (-3, -3)}
    assert area_path([far_away], kenya) == ""


def test_the_land_around_a_country_stays_inside_its_frame(kenya: Frame) -> None:
    for detail in Detail:
        path = surroundings_path(kenya, detail)
        outside = [point for point in every_point(path) if not kenya.holds(point, -3.6)]

        assert outside == []
        assert path.count("M") == path.count("z") > 4


def test_the_world_stays_inside_its_frame() -> None:
    frame = fitted(EqualEarth(), [(-126, 0), (160, 0), (0, 84), (0, -56)], 960, 520)

    path = world_path(frame)

    assert [point for point in every_point(path) if not frame.holds(point, -4.5)] == []
    assert path.count("M") == path.count("z") > 50


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param((60, 200), (300, 200), id="level"),
        pytest.param((300, 200), (60, 200), id="level, to the west"),
        pytest.param((100, 40), (260, 360), id="to the south-east"),
        pytest.param((260, 40), (100, 360), id="to the south-west"),
        pytest.param((10, 12), (350, 14), id="along the upper edge"),
    ],
)
def test_an_arc_bends_up_and_stays_in_the_picture(
    start: tuple[float, float], end: tuple[float, float], kenya: Frame
) -> None:
    frame = Frame(kenya.projection, 360, 400, 1, 0, 0)

    arc = bridge(start, end, frame)

    points = list(arc.points())
    assert [*points[0], *points[-1]] == pytest.approx([*start, *end])
    assert points[8][1] < (start[1] + end[1]) / 2
    assert [frame.holds(point) for point in points] == [True] * 17


def test_labels_stay_in_the_frame_and_off_each_other(kenya: Frame) -> None:
    names = ["Kisumu County", "Homa Bay County", "Sundays River Valley Local Municipality of the Eastern Cape", "Ale"]
    points = [(8.0, 8.0), (355.0, 150.0), (200.0, 295.0), (200.0, 292.0)]

    labels = placed([Named(name, point, 5) for name, point in zip(names, points, strict=True)], kenya, 15, sure=2)

    boxes = [label.box for label in labels if label]
    assert len(boxes) >= 3
    assert [
        box for box in boxes if not (kenya.holds((box.left, box.top)) and kenya.holds((box.right, box.bottom)))
    ] == []
    assert [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :] if a.meets(b)] == []


def test_a_place_without_room_has_no_label_unless_it_must(kenya: Frame) -> None:
    crowd = [Named(f"Municipality {number}", (180.0, 150.0), 5) for number in range(9)]

    labels = placed(crowd, kenya, 15, sure=1)

    assert labels[0] is not None
    assert None in labels
