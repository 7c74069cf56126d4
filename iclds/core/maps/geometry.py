"""The shapes of the world's countries by ISO code, from world.json (README.md says where they come from)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from iclds.core.maps.distance import angle_between, middle_of
from iclds.core.maps.projections import Point
from iclds.core.maps.topology import Ring, merged

DATA = Path(__file__).with_name("world.json")


class Detail(StrEnum):
    """How closely lines are followed: for the world in one picture, or for a country and its neighbours."""

    COARSE = "coarse"
    FINE = "fine"


@dataclass(frozen=True)
class Outline:
    """A closed line of places (longitude, latitude): the first is the last."""

    places: tuple[Point, ...]

    @cached_property
    def middle(self) -> Point:
        return middle_of(self.places)

    @cached_property
    def reach(self) -> float:
        """How far from the middle the line goes, as an angle."""
        return max(angle_between(self.middle, place) for place in self.places)

    @cached_property
    def size(self) -> float:
        """Area on Equal Earth's plane would do as well: only compared with others of the same country."""
        xs, ys = zip(*self.places, strict=True)
        return (max(xs) - min(xs)) * (max(ys) - min(ys))


@cache
def shapes() -> dict[str, tuple[Ring, ...]]:
    """Every country's rings of lines."""
    return {code: tuple(tuple(ring) for ring in rings) for code, rings in _data()["shapes"].items()}


@cache
def outlines(code: str, detail: Detail) -> tuple[Outline, ...]:
    """A country's land; nothing for a code that the data do not know."""
    return _outlines(shapes().get(code, ()), detail)


@cache
def largest_outlines(code: str, detail: Detail) -> tuple[Outline, ...]:
    """A country without its small and mostly far islands."""
    found = outlines(code, detail)
    largest = max((outline.size for outline in found), default=0)
    return tuple(outline for outline in found if outline.size >= largest / 20)


@cache
def land(detail: Detail) -> tuple[Outline, ...]:
    """All land as one, without the borders inside."""
    return _outlines(merged(ring for rings in shapes().values() for ring in rings), detail)


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(DATA.read_text())
    return data


@cache
def _lines(detail: Detail) -> list[tuple[Point, ...]]:
    level = _data()[detail]
    units = level["units"]
    found = []
    for steps in level["lines"]:
        xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
        found.append(tuple((x / units, y / units) for x, y in zip(xs, ys, strict=True)))
    return found


def _outlines(rings: Iterable[Ring], detail: Detail) -> tuple[Outline, ...]:
    lines = _lines(detail)
    found = []
    for ring in rings:
        places: list[Point] = []
        for number in ring:
            line = lines[number] if number >= 0 else lines[~number][::-1]
            if places:
                # Chukotka goes on beyond 180 degrees; lines there may be numbered from the other side.
                turn = 360 * round((places[-1][0] - line[0][0]) / 360)
                line = tuple((lon + turn, lat) for lon, lat in line[1:])
            places += line
        if len(places) > 3:  # Islets are not there on the coarse level.
            found.append(Outline(tuple(places)))
    return tuple(found)
