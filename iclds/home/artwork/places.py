"""A town on its ground: the landmark in its place, houses and trees to both sides of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from iclds.home.artwork.buildings_abroad import ABROAD
from iclds.home.artwork.buildings_north import NORTHERN
from iclds.home.artwork.canvas import Pen
from iclds.home.artwork.palette import Mood
from iclds.home.artwork.plants import PLANTS
from iclds.home.artwork.things import HEIGHT, Thing
from iclds.home.artwork.towns import Town

LOW_PLANTS = ("round-tree", "shrub", "birch", "cypress")  # near by, their crowns alone would look odd: bushes
THINGS: dict[str, Thing] = {**NORTHERN, **ABROAD, **PLANTS}

Foot = Callable[[float], tuple[float, float, float]]  # along the ground: x, y and tilt


@dataclass(frozen=True)
class Site:
    """Where a town stands: from `start` to `end` along the ground, the landmark at `centre`."""

    start: float
    centre: float
    end: float
    foot: Foot
    scale: float = 1.0


def draw_town(pen: Pen, mood: Mood, dice: Random, town: Town, site: Site) -> None:
    """Trees at the back, then the houses from the edges inwards, the landmark, and low plants in front."""
    for name, along in _back_row(town, site, dice):
        _stand(pen, mood, dice, name, site, along, 1.04)
    row = list(_front_row(town, site, dice))
    for name, along in sorted(row, key=lambda placed: -abs(placed[1] - site.centre)):
        _stand(pen, mood, dice, name, site, along, 1)
    _stand(pen, mood, dice, town.landmark, site, site.centre, 1)
    for along in (site.start + 30, site.end - 30, site.centre + dice.choice((-1, 1)) * 130 * site.scale):
        _stand(pen, mood, dice, "shrub", site, along + dice.uniform(-16, 16), dice.uniform(0.8, 1.1))


def draw_in_front(pen: Pen, mood: Mood, dice: Random, town: Town, corner: tuple[float, int]) -> None:
    """Two of the town's plants in a lower corner (x, direction inwards), so near that they are dark and cut off."""
    dark = replace(mood, dark=min(0.8, mood.dark + 0.42))
    x, inwards = corner
    for name, away in ((town.plants[1], 150), (town.plants[0], 0)):
        at = x + inwards * (away + dice.uniform(-20, 30))
        if name in LOW_PLANTS:
            THINGS["shrub"].draw(pen.at(at, HEIGHT + 6, 2.6), dark, dice)
        else:
            foot = dice.uniform(970, 1020) + away * 0.5 + max(0.0, THINGS[name].height - 200)
            THINGS[name].draw(pen.at(at, foot, 1.45), dark, dice)


def landmark_top(town: Town, site: Site) -> float:
    """How high the landmark rises above the ground."""
    return THINGS[town.landmark].height * site.scale


def _stand(pen: Pen, mood: Mood, dice: Random, name: str, site: Site, along: float, scale: float) -> None:
    x, y, tilt = site.foot(along)
    THINGS[name].draw(pen.at(x, y, site.scale * scale, tilt), mood, dice)


def _back_row(town: Town, site: Site, dice: Random) -> Iterator[tuple[str, float]]:
    """Trees between and behind the houses."""
    along = site.start + 40 * site.scale
    while along < site.end - 40 * site.scale:
        yield dice.choice(town.plants), along
        along += dice.uniform(110, 190) * site.scale


def _front_row(town: Town, site: Site, dice: Random) -> Iterator[tuple[str, float]]:
    """Houses from the landmark outwards on both sides, ending in a tree."""
    half = THINGS[town.landmark].width / 2 * site.scale
    for side, limit in ((-1, site.centre - site.start), (1, site.end - site.centre)):
        distance, houses = half, _shuffled(town.houses, dice)
        while distance < limit - 20 * site.scale:
            name = houses[0] if distance + THINGS[houses[0]].width * site.scale * 0.8 < limit else town.plants[0]
            width = THINGS[name].width * site.scale
            yield name, site.centre + side * (distance + width * 0.45)
            distance += width * dice.uniform(0.82, 0.98)
            houses = houses[1:] + houses[:1]


def _shuffled(names: tuple[str, ...], dice: Random) -> list[str]:
    return dice.sample(names, len(names))
