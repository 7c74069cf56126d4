"""How the two places lie to each other. Each layout draws a whole scene on a sheet of 1600 by 900."""

import math
from collections.abc import Callable
from random import Random

from iclds.home.artwork import scenes
from iclds.home.artwork.canvas import Canvas, Pen, Point, smooth
from iclds.home.artwork.landforms import LANDFORMS
from iclds.home.artwork.palette import MOODS, Mood, mix
from iclds.home.artwork.places import Site, draw_in_front, draw_town, landmark_top
from iclds.home.artwork.scenery import (
    MIDDLE,
    arc_over,
    bridge,
    connect,
    disc,
    ground,
    mirrored,
    pier,
    rim,
    road,
    sailing_boat,
    sea,
    shore,
    sky,
)
from iclds.home.artwork.scenes import Scene
from iclds.home.artwork.things import HEIGHT, WIDTH, dice

Layout = Callable[[Pen, Mood, Scene, Random], None]
HORIZON, FOOT = 652, 722
SHORE = [(-40, 712), (200, 704), (420, 718), (540, 748), (604, 800), (570, 868), (520, 940)]


def draw(scene: Scene) -> Canvas:
    """The finished sheet."""
    if scene.layout == scenes.HALVES:
        return _halves(scene)
    mood = MOODS[scene.mood]
    canvas = Canvas(WIDTH, HEIGHT, mood.sky)
    LAYOUTS[scene.layout](canvas.pen, mood, scene, _chance(scene))
    return canvas


def draw_on(pen: Pen, scene: Scene, place: tuple[float, float, float], size: tuple[float, float]) -> None:
    """The scene at (x, y, scale) of a larger sheet, whose remaining part, of the given size, is sky."""
    mood = MOODS[scene.mood]
    pen.rect(0, 0, *size, mood.sky)
    LAYOUTS[scene.layout](pen.at(*place), mood, scene, _chance(scene))


def _halves(scene: Scene) -> Canvas:
    """The same lake in two lights, cut together along a slanting line."""
    left, right = (_lake_in(MOODS[mood], scene) for mood in (scene.mood, scenes.PAIRS[scene.mood]))
    left.cut_in(right, [(MIDDLE + 110, 0), (WIDTH, 0), (WIDTH, HEIGHT), (MIDDLE - 110, HEIGHT)])
    disc(left.pen, MOODS[scene.mood], (MIDDLE, 366), 204, scene.theme)
    return left


def _lake_in(mood: Mood, scene: Scene) -> Canvas:
    canvas, chance = Canvas(WIDTH, HEIGHT, mood.sky), _chance(scene)
    sky(canvas.pen, mood, chance)
    _two_shores(canvas.pen, mood, scene, chance)
    connect(canvas.pen, mood, arc_over(*_tops(scene), 78))
    return canvas


def _chance(scene: Scene) -> Random:
    return dice(scene.layout, scene.seed, scene.theme)


def _on_shore(x: float) -> tuple[float, float, float]:
    from_edge = min(x, WIDTH - x)
    return x, FOOT + 22 * max(0.0, (from_edge - 380) / 160), 0


def _sites(scale: float = 1.0) -> tuple[Site, Site]:
    return Site(-40, 275, 560, _on_shore, scale), Site(WIDTH - 560, WIDTH - 275, WIDTH + 40, _on_shore, scale)


def _behind(pen: Pen, mood: Mood, chance: Random, scene: Scene, place: tuple[float, float, float]) -> None:
    """Both landforms, mirrored: x from the edge, y and scale."""
    x, y, scale = place
    for town, at in zip(scene.towns, (x, WIDTH - x), strict=True):
        LANDFORMS[town.landform](pen.at(at, y, scale), mood, chance)


def _two_shores(pen: Pen, mood: Mood, scene: Scene, chance: Random) -> None:
    """Everything but the disc and the line: two towns on either side of a water."""
    _behind(pen, mood, chance, scene, (240, HORIZON, 1.05))
    sea(pen, mood, chance, HORIZON)
    for outline in (SHORE, mirrored(SHORE)):
        shore(pen, mood, outline)
    for town, site in zip(scene.towns, _sites(), strict=True):
        draw_town(pen, mood, chance, town, site)
    for town, corner in zip(scene.towns, ((40, 1), (WIDTH - 40, -1)), strict=True):
        draw_in_front(pen, mood, chance, town, corner)


def _tops(scene: Scene) -> tuple[Point, Point]:
    """Where the line begins and ends: just above the landmarks."""
    left, right = (
        (site.centre, FOOT - landmark_top(town, site) - 36) for town, site in zip(scene.towns, _sites(), strict=True)
    )
    return left, right


def lake(pen: Pen, mood: Mood, scene: Scene, chance: Random) -> None:
    """Two towns on either side of a lake; the line rises over the disc."""
    sky(pen, mood, chance)
    disc(pen, mood, (MIDDLE, 360), 204, scene.theme)
    _two_shores(pen, mood, scene, chance)
    if chance.random() < 0.6:
        sailing_boat(pen.at(MIDDLE + chance.choice((-110, 110)), 776, chance.uniform(0.7, 0.9)), mood)
    else:
        pier(pen.at(566, 778), mood)
    connect(pen, mood, arc_over(*_tops(scene), 72))


def strait(pen: Pen, mood: Mood, scene: Scene, chance: Random) -> None:
    """Two towns on either side of a strait; a bridge is the line between them."""
    sky(pen, mood, chance)
    disc(pen, mood, (MIDDLE, 330), 226, scene.theme)
    _two_shores(pen, mood, scene, chance)
    bridge(pen, mood, (470, 742), (WIDTH - 470, 742))
    bank = [(-40, 830), (260, 790), (440, 760), (520, 772), (566, 830), (580, 940)]
    for outline, town, corner in (
        (bank, scene.towns[0], (40, 1)),
        (mirrored(bank), scene.towns[1], (WIDTH - 40, -1)),
    ):
        shore(pen, mood, outline)
        draw_in_front(pen, mood, chance, town, corner)


RADIUS, TOP = 1700, 640


def _on_globe(along: float) -> tuple[float, float, float]:
    angle = (along - MIDDLE) / RADIUS
    return (*_above_globe(along, 0), math.degrees(angle))


def _above_globe(along: float, height: float) -> Point:
    angle = (along - MIDDLE) / RADIUS
    return MIDDLE + (RADIUS + height) * math.sin(angle), TOP + RADIUS - (RADIUS + height) * math.cos(angle)


def globe(pen: Pen, mood: Mood, scene: Scene, chance: Random) -> None:
    """The two towns stand on the curve of the Earth."""
    sky(pen, mood, chance)
    disc(pen, mood, (MIDDLE, 342), 204, scene.theme)
    for town, along in zip(scene.towns, (240, WIDTH - 240), strict=True):
        x, y, tilt = _on_globe(along)
        LANDFORMS[town.landform](pen.at(x, y, 1, tilt).at(0, 52, 0.92), mood, chance)
    _globe_ground(pen, mood, chance)
    left = Site(-30, 295, 580, _on_globe, 0.96)
    right = Site(WIDTH - 580, WIDTH - 295, WIDTH + 30, _on_globe, 0.96)
    ends = []
    for town, site in zip(scene.towns, (left, right), strict=True):
        draw_town(pen, mood, chance, town, site)
        ends.append(_above_globe(site.centre, landmark_top(town, site) + 38))
    connect(pen, mood, arc_over(ends[0], ends[1], 66))


def _globe_ground(pen: Pen, mood: Mood, chance: Random) -> None:
    for depth, fill in ((0, rim(mood)), (28, mood.shore), (130, mix(mood.shore, mood.middle, 0.14))):
        pen.polygon([_above_globe(along, -depth) for along in range(-300, WIDTH + 301, 20)], fill)
    left_bank = smooth([(600, 652), (560, 716), (620, 790), (520, 940)])
    sea_top = [_above_globe(along, 0) for along in range(600, 1001, 20)]
    right_bank = smooth([(1000, 652), (1050, 720), (980, 796), (1090, 940)])
    pen.polygon([*reversed(left_bank), *sea_top, *right_bank], mood.water)
    for number in range(9):
        wide = chance.uniform(40, 130)
        pen.pill(MIDDLE - wide + chance.uniform(-40, 40), 672 + number * 26, 2 * wide, 8, mood.shimmer)


def valley(pen: Pen, mood: Mood, scene: Scene, chance: Random) -> None:
    """Two towns on their hills; a road is the line between them."""
    sky(pen, mood, chance)
    _behind(pen, mood, chance, scene, (220, 650, 1.05))
    ground(pen, [(-40, 640), (400, 690), (800, 612), (1200, 690), (1640, 640)], mix(mood.far, mood.middle, 0.5))
    disc(pen, mood, (MIDDLE, 322), 220, scene.theme)
    ground(pen, [(-40, 716), (280, 700), (560, 728), (800, 756), (1040, 728), (1320, 700), (1640, 716)], rim(mood))
    for town, site in zip(scene.towns, _sites(), strict=True):
        draw_town(pen, mood, chance, town, site)
    slope = [(-40, 742), (280, 728), (560, 752), (800, 778), (1040, 752), (1320, 728), (1640, 742)]
    ground(pen, slope, mood.shore)
    ground(pen, [(-40, 880), (240, 850), (620, 930), (1640, 940)], rim(mood))
    ground(pen, [(-40, 940), (980, 930), (1360, 846), (1640, 880)], rim(mood))
    turn = chance.choice((1, -1))
    way = [(-515, 770), (-330, 806), (-170, 790), (0, 836), (150, 866), (330, 818), (515, 770)]
    road(pen, mood, smooth(sorted((MIDDLE + turn * x, y) for x, y in way)))
    for town, corner in zip(scene.towns, ((40, 1), (WIDTH - 40, -1)), strict=True):
        draw_in_front(pen, mood, chance, town, corner)


def ring(pen: Pen, mood: Mood, scene: Scene, chance: Random) -> None:
    """The theme large in the middle, the two towns small at its sides."""
    sky(pen, mood, chance)
    disc(pen, mood, (MIDDLE, 420), 276, scene.theme)
    _behind(pen, mood, chance, scene, (180, 744, 0.76))
    sea(pen, mood, chance, 744)
    bank = [(-40, 800), (250, 792), (430, 812), (520, 856), (480, 940)]
    ends = []
    for town, centre, start in zip(scene.towns, (215, WIDTH - 215), (-20, WIDTH - 440), strict=True):
        shore(pen, mood, bank if centre < MIDDLE else mirrored(bank))
        site = Site(start, centre, start + 460, lambda x: (x, 812, 0), 0.74)
        draw_town(pen, mood, chance, town, site)
        ends.append((float(centre), 812 - landmark_top(town, site) - 36))
    connect(pen, mood, arc_over(ends[0], ends[1], 54))


def far(pen: Pen, mood: Mood, scene: Scene, chance: Random) -> None:
    """The town abroad close by, and a Swedish town on the horizon."""
    horizon = 640
    sky(pen, mood, chance)
    disc(pen, mood, (580, 330), 130, scene.theme)
    LANDFORMS[scene.abroad.landform](pen.at(1150, horizon + 4, 1.5), mood, chance)
    sea(pen, mood, chance, horizon, glint=580)
    pen.dome(190, horizon + 26, 220, 34, rim(mood))
    island = Site(40, 190, 345, lambda x: (x, horizon + 6, 0), 0.48)
    draw_town(pen, mood, chance, scene.swedish, island)
    sailing_boat(pen.at(chance.uniform(360, 460), 770, 0.95), mood)
    shore(pen, mood, [(420, 940), (490, 840), (640, 784), (860, 764), (1180, 770), (1640, 752)])
    town = Site(640, 1100, 1640, lambda x: (x, 788 - 22 * (x - 640) / 1000, 0), 1.08)
    draw_town(pen, mood, chance, scene.abroad, town)
    draw_in_front(pen, mood, chance, scene.abroad, (WIDTH - 60, -1))
    start = (190.0, horizon + 6 - landmark_top(scene.swedish, island) - 36)
    end = (town.centre, 778 - landmark_top(scene.abroad, town) - 40)
    connect(pen, mood, arc_over(start, end, min(end[1], start[1]) - 130))


LAYOUTS: dict[str, Layout] = {
    scenes.LAKE: lake,
    scenes.BRIDGE: strait,
    scenes.GLOBE: globe,
    scenes.ROAD: valley,
    scenes.RING: ring,
    scenes.FAR: far,
}
