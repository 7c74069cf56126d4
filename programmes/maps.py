"""The maps about who takes part: partner countries in the world, one country and its places, partners in Sweden."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from iclds.core.maps.distance import middle_of
from iclds.core.maps.geometry import Detail, largest_outlines, outlines
from iclds.core.maps.labels import Label, Named, placed
from iclds.core.maps.paths import country_path, detail_for, surroundings_path, world_path
from iclds.core.maps.projections import AzimuthalEqualArea, EqualEarth, Frame, Point, fitted
from iclds.registers.codelists import OrganisationKind
from iclds.registers.models import SWEDEN, Organisation
from programmes.country_lists import ListedCountry

# All land but Antarctica and islands in the midst of the Pacific.
WORLD = fitted(EqualEarth(), [(-126, 0), (160, 0), (0, 84), (0, -56)], 960, 520)
# A country that would be smaller than this square of the picture gets a dot as well, or nobody would find it.
EASILY_SEEN = 11
COUNTRY_SIZE = (360, 300)
COUNTRY_SHARE = 0.56
# Wide enough for the neighbours of a small country, in earth radii: about 900 km.
LEAST_WIDTH = 0.14
SWEDEN_SIZE = (320, 620)
REGIONS = {OrganisationKind.REGION, OrganisationKind.COUNTY_COUNCIL}
TEXT = 15
DOT = 4.5
NAMES_IN_SWEDEN = 12
MOST_PROJECTS = 8


@dataclass(frozen=True)
class CountryShape:
    """A country on the map of the world; `dot` where it is too small to be seen. The list beside the map links it.

    The smallest states have a dot and no path.
    """

    name: str
    path: str
    url_path: str
    dot: Point | None


@dataclass(frozen=True)
class WorldMap:
    frame: Frame
    land: str
    sweden: str
    partners: list[CountryShape]
    former: list[CountryShape]


@dataclass(frozen=True)
class Place:
    """A dot with its name; the name is None where there is no room for it, and stands in the text beside the map."""

    name: str
    x: float
    y: float
    label: Label | None


@dataclass(frozen=True)
class LocatorMap:
    frame: Frame
    land: str
    country: str
    places: list[Place]


@dataclass(frozen=True)
class SwedishPartner:
    """A Swedish partner as the table tells it; `count` public projects."""

    organisation: Organisation
    count: int

    @property
    def is_region(self) -> bool:
        """Counties are regions today; everything else is drawn as a municipality."""
        return self.organisation.kind in REGIONS


@dataclass(frozen=True)
class SwedishDot:
    """A partner on the map of Sweden: the more projects, the larger its area. A region is drawn as `diamond`."""

    partner: SwedishPartner
    x: float
    y: float
    radius: float
    label: Label | None

    @property
    def diamond(self) -> str:
        half = round(self.radius * 1.25, 1)
        return f"M{self.x} {round(self.y - half, 1)}l{half} {half} {-half} {half} {-half} {-half}z"


@dataclass(frozen=True)
class SwedenMap:
    frame: Frame
    land: str
    dots: list[SwedishDot]
    most_projects: list[SwedishPartner]


def place_of(organisation: Organisation) -> Point | None:
    """Longitude and latitude, where they are known."""
    if organisation.longitude is None or organisation.latitude is None:
        return None
    return float(organisation.longitude), float(organisation.latitude)


def world_map(countries: Iterable[ListedCountry]) -> WorldMap:
    """Every partner country, those of today told apart from former ones."""
    countries = list(countries)
    return WorldMap(
        frame=WORLD,
        land=world_path(WORLD),
        sweden=country_path(SWEDEN, WORLD, Detail.COARSE),
        partners=_shapes(country for country in countries if country.is_eligible),
        former=_shapes(country for country in countries if country.was_eligible),
    )


def _shapes(countries: Iterable[ListedCountry]) -> list[CountryShape]:
    shapes = []
    for entry in countries:
        code = entry.country.code
        if outlines(code, Detail.FINE):
            path = country_path(code, WORLD, Detail.COARSE)
            shapes.append(CountryShape(entry.name, path, entry.url_path, _dot_if_small(code)))
    return sorted(shapes, key=lambda shape: shape.name)


@cache
def _dot_if_small(code: str) -> Point | None:
    points = [WORLD.place(*place) for outline in largest_outlines(code, Detail.FINE) for place in outline.places]
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    if math.sqrt((max(xs) - min(xs)) * (max(ys) - min(ys))) > EASILY_SEEN:
        return None
    return round((max(xs) + min(xs)) / 2, 1), round((max(ys) + min(ys)) / 2, 1)


def locator_map(code: str, partners: Sequence[Organisation]) -> LocatorMap | None:
    """The country among its neighbours, with the places of its local governments; None for a code without a shape."""
    found = largest_outlines(code, Detail.FINE)
    if not found:
        return None
    places = [place for outline in found for place in outline.places]
    width, height = COUNTRY_SIZE
    margin = (width * (1 - COUNTRY_SHARE) / 2, height * (1 - COUNTRY_SHARE) / 2)
    frame = fitted(AzimuthalEqualArea(*_middle(places)), places, width, height, margin, LEAST_WIDTH)
    detail = detail_for(frame)
    return LocatorMap(
        frame=frame,
        land=surroundings_path(frame, detail),
        country=country_path(code, frame, detail),
        places=_places(partners, frame),
    )


def _middle(places: Sequence[Point]) -> Point:
    """The middle of the box around them, which a long coast on one side does not move; round, to be remembered by."""
    longitude, latitude = middle_of(places)
    latitudes = [lat for _lon, lat in places]
    return round(longitude), round((max(latitudes) + min(latitudes)) / 2 if latitudes else latitude)


def _places(partners: Sequence[Organisation], frame: Frame) -> list[Place]:
    dots = [(partner.name, frame.place(*place)) for partner in partners if (place := place_of(partner))]
    dots = [(name, point) for name, point in dots if frame.holds(point)]
    labels = placed([Named(name, point, DOT) for name, point in dots], frame, TEXT)
    return [Place(name, round(x, 1), round(y, 1), label) for (name, (x, y)), label in zip(dots, labels, strict=True)]


def sweden_map(partners: Iterable[SwedishPartner]) -> SwedenMap:
    """Sweden with every partner whose place is known: the largest underneath, regions above their main town."""
    frame = _sweden_frame()
    by_projects = sorted(partners, key=lambda partner: -partner.count)
    placed_partners = [
        (partner, frame.place(*place)) for partner in by_projects if (place := place_of(partner.organisation))
    ]
    named = [Named(partner.organisation.name, point, _radius(partner.count)) for partner, point in placed_partners]
    labels = placed(named, frame, TEXT)
    left = NAMES_IN_SWEDEN
    dots = []
    for (partner, (x, y)), label in zip(placed_partners, labels, strict=True):
        shown = label if left > 0 else None
        left -= shown is not None
        dots.append(SwedishDot(partner, round(x, 1), round(y, 1), _radius(partner.count), shown))
    dots.sort(key=lambda dot: dot.partner.is_region)
    several = [partner for partner in by_projects if partner.count > 1]
    return SwedenMap(frame, country_path(SWEDEN, frame, Detail.FINE), dots, several[:MOST_PROJECTS])


def _sweden_frame() -> Frame:
    places = [place for outline in outlines(SWEDEN, Detail.FINE) for place in outline.places]
    return fitted(AzimuthalEqualArea(16.5, 62.5), places, *SWEDEN_SIZE, margin=(6, 6))


def _radius(count: int) -> float:
    return round(2.5 + 2 * math.sqrt(count), 1)
