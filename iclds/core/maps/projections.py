"""From longitude and latitude to the plane of a picture."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

Point = tuple[float, float]

# Bojan Šavrič, Tom Patterson and Bernhard Jenny: The Equal Earth map projection, International Journal of Geographical
# Information Science 33 (2019), 454-465 (online in 2018), equations 1 and 2.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796


class Projection(Protocol):
    def __call__(self, longitude: float, latitude: float) -> Point:
        """A place in degrees as a point of the plane, in earth radii; north is up."""


@dataclass(frozen=True)
class EqualEarth:
    """The whole world, every country in its true area."""

    def __call__(self, longitude: float, latitude: float) -> Point:
        theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
        square = theta * theta
        sixth = square * square * square
        slope = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)
        x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(theta) / (3 * slope)
        return x, theta * (A1 + A2 * square + sixth * (A3 + A4 * square))


@dataclass(frozen=True)
class AzimuthalEqualArea:
    """A part of the world seen from above its middle: shapes near the middle are true, areas everywhere.

    Lambert's, after John P. Snyder: Map projections, a working manual (1987), equations 22-4, 24-2 and 24-13. Equal
    Earth would press Sweden to half its height.
    """

    longitude: float
    latitude: float

    def __call__(self, longitude: float, latitude: float) -> Point:
        across = math.radians(longitude - self.longitude)
        north, middle = math.radians(latitude), math.radians(self.latitude)
        sin_north, cos_north = math.sin(north), math.cos(north)
        sin_middle, cos_middle = math.sin(middle), math.cos(middle)
        towards = cos_north * math.cos(across)
        # The point just opposite lies everywhere on the rim; a hair's breadth keeps it finite.
        k = math.sqrt(2 / max(1e-9, 1 + sin_middle * sin_north + cos_middle * towards))
        return k * cos_north * math.sin(across), k * (cos_middle * sin_north - sin_middle * towards)


@dataclass(frozen=True)
class Frame:
    """The picture: its size in units of the viewBox, and where on it a place lies. Down is more, as in SVG."""

    projection: Projection
    width: int
    height: int
    scale: float
    left: float
    top: float

    def place(self, longitude: float, latitude: float) -> Point:
        x, y = self.projection(longitude, latitude)
        return (x - self.left) * self.scale, (self.top - y) * self.scale

    @property
    def middle(self) -> Point:
        return self.width / 2, self.height / 2

    def holds(self, point: Point, margin: float = 0) -> bool:
        x, y = point
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin


def fitted(
    projection: Projection,
    places: Iterable[Point],
    width: int,
    height: int,
    margin: tuple[float, float] = (0, 0),
    least: float = 0,
) -> Frame:
    """The frame of a size with all places inside its margins and in its middle, at least `least` earth radii wide."""
    points = [projection(*place) for place in places]
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    across, down = max(xs) - min(xs), max(ys) - min(ys)
    scales = [
        (width - 2 * margin[0]) / across if across else math.inf,
        (height - 2 * margin[1]) / down if down else math.inf,
        width / least if least else math.inf,
    ]
    scale = min(scales)
    if math.isinf(scale):
        raise ValueError("A single place needs a width of the map")
    left = (max(xs) + min(xs)) / 2 - width / scale / 2
    top = (max(ys) + min(ys)) / 2 + height / scale / 2
    return Frame(projection, width, height, scale, left, top)
