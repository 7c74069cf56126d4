"""The line that joins two places: it springs from the one, bends up and lands on the other, as a bridge does."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from iclds.core.maps.paths import number
from iclds.core.maps.projections import Frame, Point

RISE = 0.28  # Of the distance, at most; less where the bridge would leave the picture.
SPRING = 0.16
MARGIN = 6


@dataclass(frozen=True)
class Arc:
    """A cubic curve."""

    start: Point
    first: Point
    second: Point
    end: Point

    @property
    def path(self) -> str:
        points = [f"{number(x)} {number(y)}" for x, y in (self.start, self.first, self.second, self.end)]
        return f"M{points[0]}C{' '.join(points[1:])}"

    def points(self, count: int = 16) -> Iterator[Point]:
        """Points along the curve, both ends included."""
        for step in range(count + 1):
            t = step / count
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            corners = (self.start, self.first, self.second, self.end)
            yield (
                sum(weight * corner[0] for weight, corner in zip(weights, corners, strict=True)),
                sum(weight * corner[1] for weight, corner in zip(weights, corners, strict=True)),
            )


def bridge(start: Point, end: Point, frame: Frame) -> Arc:
    """The arc between two points of a picture, as high as the picture allows."""
    rise = RISE
    arc = _arc(start, end, rise)
    while rise > 0.02 and not all(frame.holds(point, MARGIN) for point in arc.points()):
        rise *= 0.7
        arc = _arc(start, end, rise)
    return arc


def _arc(start: Point, end: Point, rise: float) -> Arc:
    across, down = end[0] - start[0], end[1] - start[1]
    # Square to the line between them, on the side that is up; of an upright line the right one.
    up = (down, -across) if across > 0 or math.isclose(across, 0) else (-down, across)
    lift = (up[0] * rise, up[1] * rise)
    return Arc(
        start,
        (start[0] + across * SPRING + lift[0], start[1] + down * SPRING + lift[1]),
        (end[0] - across * SPRING + lift[0], end[1] - down * SPRING + lift[1]),
        end,
    )
