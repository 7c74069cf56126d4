"""SVG path data of outlines: cut to the frame, rounded, and written with relative steps to stay small."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

from iclds.core.maps.distance import angle_between
from iclds.core.maps.geometry import Detail, Outline, land, outlines, shapes
from iclds.core.maps.projections import AzimuthalEqualArea, Frame, Point

# Outlines are cut a little outside the frame, so that the cut itself is never seen.
BLEED = 3
# From here on the fine level shows more than the coarse one, in units of the picture a degree.
FINE_FROM = 9
# Beyond this angle from the middle a flat map of a part of the world says nothing.
HORIZON = math.radians(100)


def detail_for(frame: Frame) -> Detail:
    return Detail.FINE if frame.scale * math.radians(1) > FINE_FROM else Detail.COARSE


@lru_cache(maxsize=256)
def country_path(code: str, frame: Frame, detail: Detail) -> str:
    return area_path(outlines(code, detail), frame)


@lru_cache(maxsize=4)
def world_path(frame: Frame) -> str:
    """All land as one shape."""
    return area_path(land(Detail.COARSE), frame)


@lru_cache(maxsize=128)
def surroundings_path(frame: Frame, detail: Detail) -> str:
    """The land of every country that reaches into the frame, each with its own outline."""
    return area_path((outline for code in shapes() for outline in outlines(code, detail)), frame)


def area_path(found: Iterable[Outline], frame: Frame) -> str:
    """Closed paths of the outlines as far as they lie in the frame."""
    parts = []
    for outline in found:
        if _is_near(outline, frame):
            points = clipped([frame.place(*place) for place in outline.places], frame)
            parts.append(closed_path(points))
    return "".join(parts)


def _is_near(outline: Outline, frame: Frame) -> bool:
    projection = frame.projection
    if not isinstance(projection, AzimuthalEqualArea):
        return True
    away = angle_between(outline.middle, (projection.longitude, projection.latitude))
    corner = math.hypot(frame.width, frame.height) / 2 / frame.scale
    in_view = 2 * math.asin(min(1, corner / 2)) + _off_middle(frame)
    return away - outline.reach < in_view and away + outline.reach < math.pi * 0.97 and away < HORIZON + outline.reach


def _off_middle(frame: Frame) -> float:
    """How far the middle of the picture is from the middle of its projection, in earth radii."""
    return math.hypot(frame.left + frame.width / frame.scale / 2, frame.top - frame.height / frame.scale / 2)


def clipped(points: Sequence[Point], frame: Frame) -> list[Point]:
    """A polygon cut to the frame and its bleed, edge by edge (Sutherland and Hodgman 1974)."""
    found = list(points)
    for axis, limit, keeps_more in (
        (0, -BLEED, True),
        (0, frame.width + BLEED, False),
        (1, -BLEED, True),
        (1, frame.height + BLEED, False),
    ):
        found = _cut(found, axis, limit, keeps_more)
        if not found:
            return []
    return found


def _cut(points: list[Point], axis: int, limit: float, keeps_more: bool) -> list[Point]:
    values = [point[axis] for point in points]
    inside = [value >= limit if keeps_more else value <= limit for value in values]
    if all(inside):
        return points
    if not any(inside):
        return []
    found = []
    for i, point in enumerate(points):
        if inside[i] != inside[i - 1]:
            before = points[i - 1]
            share = (limit - before[axis]) / (point[axis] - before[axis])
            found.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside[i]:
            found.append(point)
    return found


def closed_path(points: Sequence[Point]) -> str:
    """One closed shape, in tenths of a unit; nothing where too little is left to be seen."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    corners = [tenth for i, tenth in enumerate(tenths) if tenth != tenths[i - 1]]
    if len(corners) < 3:
        return ""
    steps = [(x - corners[i][0], y - corners[i][1]) for i, (x, y) in enumerate(corners[1:])]
    return f"M{_pair(corners[0])}l{_joined(_pair(step) for step in steps)}z"


def _pair(tenths: tuple[int, int]) -> str:
    return _joined(map(number, (tenths[0] / 10, tenths[1] / 10)))


def _joined(words: Iterable[str]) -> str:
    """Numbers need no space before a minus."""
    return " ".join(words).replace(" -", "-")


def number(value: float) -> str:
    """A number as short as SVG allows, with one decimal at most."""
    text = f"{value:.1f}".removesuffix(".0")
    text = text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
    return "0" if text == "-0" else text
