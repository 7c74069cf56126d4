"""The map of a project: its places in Sweden and abroad, and the lines that join them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format

from iclds.core.maps.arcs import Arc, bridge
from iclds.core.maps.distance import distance_km, middle_of
from iclds.core.maps.labels import Label, Named, placed
from iclds.core.maps.paths import detail_for, surroundings_path
from iclds.core.maps.projections import AzimuthalEqualArea, Frame, Point, fitted
from iclds.registers.models import Organisation
from programmes.maps import place_of

WIDTH = 360
# Places far apart east to west need less height than those one above the other.
LEAST_HEIGHT, MOST_HEIGHT = 270, 420
MARGIN = (64, 44)
# About 1,600 km: two places in the same part of the world are shown with what lies around them.
LEAST_WIDTH = 0.25
TEXT = 15
DOT = 6
# A distance is told to the nearest ten kilometres: coordinates are those of the seat.
ROUNDED_TO = 10


@dataclass(frozen=True)
class PlaceOnMap:
    name: str
    is_swedish: bool
    x: float
    y: float
    label: Label | None


@dataclass(frozen=True)
class Distance:
    """How far a Swedish place and one abroad lie apart."""

    swedish: str
    abroad: str
    km: int

    @property
    def shown(self) -> str:
        """With its thousands set apart as the language does."""
        return number_format(self.km, use_l10n=True, force_grouping=True)


@dataclass(frozen=True)
class TwoPlaceMap:
    frame: Frame
    land: str
    arcs: list[Arc]
    places: list[PlaceOnMap]
    distances: list[Distance]

    @property
    def nearest(self) -> Distance:
        return min(self.distances, key=lambda distance: distance.km)

    @property
    def farthest(self) -> Distance:
        return max(self.distances, key=lambda distance: distance.km)

    @property
    def names(self) -> list[str]:
        return [place.name for place in self.places]


@dataclass(frozen=True)
class _Located:
    organisation: Organisation
    place: Point

    @property
    def name(self) -> str:
        return self.organisation.name


def two_place_map(partners: Iterable[Organisation]) -> TwoPlaceMap | None:
    """Partners whose place is known; None unless one of them lies in Sweden and one abroad."""
    located = [_Located(partner, place) for partner in partners if (place := place_of(partner))]
    swedish = [found for found in located if found.organisation.is_swedish]
    abroad = [found for found in located if not found.organisation.is_swedish]
    if not swedish or not abroad:
        return None
    frame = _frame([found.place for found in located])
    points = {found.organisation.pk: frame.place(*found.place) for found in located}
    pairs = [(here, there) for here in swedish for there in abroad]
    arcs = [bridge(points[here.organisation.pk], points[there.organisation.pk], frame) for here, there in pairs]
    return TwoPlaceMap(
        frame=frame,
        land=surroundings_path(frame, detail_for(frame)),
        arcs=arcs,
        places=_named_places([*swedish, *abroad], points, frame, arcs),
        distances=[
            Distance(here.name, there.name, _rounded(distance_km(here.place, there.place))) for here, there in pairs
        ],
    )


def _frame(places: Sequence[Point]) -> Frame:
    longitude, latitude = middle_of(places)
    # Whole degrees: projects between the same places share what has been drawn.
    projection = AzimuthalEqualArea(round(longitude), round(latitude))
    flat = [projection(*place) for place in places]
    across = max(x for x, _y in flat) - min(x for x, _y in flat)
    down = max(y for _x, y in flat) - min(y for _x, y in flat)
    scale = min((WIDTH - 2 * MARGIN[0]) / max(across, 1e-6), WIDTH / LEAST_WIDTH)
    height = round(min(max(down * scale + 2 * MARGIN[1], LEAST_HEIGHT), MOST_HEIGHT))
    return fitted(projection, places, WIDTH, height, MARGIN, LEAST_WIDTH)


def _named_places(
    located: Sequence[_Located], points: dict[int, Point], frame: Frame, arcs: Sequence[Arc]
) -> list[PlaceOnMap]:
    # One place of each side is always named; the list of partners names them all.
    located = sorted(located, key=lambda found: found is not located[0] and found.organisation.is_swedish)
    wanted = [Named(found.name, points[found.organisation.pk], DOT) for found in located]
    labels = placed(wanted, frame, TEXT, lines=[point for arc in arcs for point in arc.points()], sure=2)
    return [
        PlaceOnMap(found.name, found.organisation.is_swedish, round(named.point[0], 1), round(named.point[1], 1), label)
        for found, named, label in zip(located, wanted, labels, strict=True)
    ]


def _rounded(km: float) -> int:
    return round(km / ROUNDED_TO) * ROUNDED_TO
