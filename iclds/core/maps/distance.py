"""How far two places lie from each other, and where the middle between places is."""

import math
from collections.abc import Sequence

from iclds.core.maps.projections import Point

# The mean radius R1 of the earth, as the International Union of Geodesy and Geophysics gives it (GRS 80).
EARTH_RADIUS_KM = 6371.0088


def angle_between(first: Point, second: Point) -> float:
    """The angle between two places (longitude, latitude) seen from the middle of the earth: the haversine formula."""
    (lon1, lat1), (lon2, lat2) = ((math.radians(lon), math.radians(lat)) for lon, lat in (first, second))
    across, up = math.sin((lon2 - lon1) / 2), math.sin((lat2 - lat1) / 2)
    return 2 * math.asin(min(1, math.sqrt(up * up + math.cos(lat1) * math.cos(lat2) * across * across)))


def distance_km(first: Point, second: Point) -> float:
    """As the crow flies, between two places (longitude, latitude)."""
    return EARTH_RADIUS_KM * angle_between(first, second)


def middle_of(places: Sequence[Point]) -> Point:
    """The place in the middle of others, on the globe."""
    x = y = z = 0.0
    for longitude, latitude in places:
        lon, lat = math.radians(longitude), math.radians(latitude)
        x, y, z = x + math.cos(lat) * math.cos(lon), y + math.cos(lat) * math.sin(lon), z + math.sin(lat)
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))
