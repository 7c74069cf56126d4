"""What rises behind a town. Each form is drawn some 700 units wide and up to 270 high, its foot on the pen's origin."""

import math
from collections.abc import Callable, Sequence
from random import Random

from iclds.home.artwork.canvas import Pen, Point, arc_points, smooth
from iclds.home.artwork.palette import CHALK, HONEY, INK, MOSS, OCHRE, SAGE, Colour, Mood, mix
from iclds.home.artwork.plants import spruce

Landform = Callable[[Pen, Mood, Random], None]


def ridge(pen: Pen, points: Sequence[Point], fill: Colour) -> None:
    """A soft outline, closed along the ground."""
    pen.polygon([(points[0][0], 40), *smooth(points), (points[-1][0], 40)], fill)


def hills(pen: Pen, mood: Mood, dice: Random) -> None:
    """Two rounded ridges, one behind the other."""
    shift = dice.randrange(-60, 60)
    ridge(pen, [(-460, 24), (-260, -100), (-60 + shift, -200), (180, -120), (460, 24)], mood.far)
    ridge(pen, [(-440, 24), (-200, -50), (120 - shift, -120), (300, -60), (460, 24)], mix(mood.far, mood.middle, 0.6))


def forest(pen: Pen, mood: Mood, dice: Random) -> None:
    """A ridge with the tops of spruces."""
    ridge(pen, [(-460, 24), (-220, -80), (60, -110), (300, -70), (460, 24)], mood.far)
    shade = mix(mood.far, mood.middle, 0.65)
    for number in range(23):
        x, tall = -420 + number * 38, dice.uniform(70, 120)
        foot = -30 * math.cos(x / 300)
        pen.polygon([(x - 30, 30), (x - 26, foot), (x, foot - tall), (x + 26, foot), (x + 30, 30)], shade)


def peaks(pen: Pen, mood: Mood, dice: Random) -> None:
    """A jagged range under snow."""
    for x, tall, half in ((-220, 170, 200), (200, 190, 220), (-10, 262, 240)):
        tall += dice.randrange(-14, 14)
        pen.polygon([(x - half, 40), (x, -tall), (x + half, 40)], mood.far)
        pen.polygon([(x, -tall), (x + half, 40), (x + half * 0.2, 40), (x - 20, -tall * 0.5)], _shadow(mood))
        zigzag = ((0.3, 0.7), (0.12, 0.62), (0, 0.72), (-0.15, 0.6), (-0.3, 0.7))
        pen.polygon([(x, -tall), *((x + half * out, -tall * up) for out, up in zigzag)], mood.lit(CHALK))


def snow_cone(pen: Pen, mood: Mood, _dice: Random) -> None:
    """One broad mountain with a cap of snow."""
    _capped(pen, mood, [(-440, 40), (-240, -66), (-78, -236)], [(78, -236), (240, -66), (440, 40)], -178)
    ridge(pen, [(-440, 20), (-180, -30), (120, -56), (440, 20)], mix(mood.far, mood.middle, 0.6))


def _capped(pen: Pen, mood: Mood, rising: list[Point], falling: list[Point], snow_line: float) -> None:
    """A mountain between two flanks, with snow above the line."""
    left, right = smooth(rising), smooth(falling)
    pen.polygon([*left, *right], mood.far)
    cap = [point for point in [*left, *right] if point[1] < snow_line]
    start, end = cap[0][0], cap[-1][0]
    width = end - start
    zigzag = ((0.25, 22), (0.42, -14), (0.6, 30), (0.8, -8))
    pen.polygon([*cap, *((end - width * share, snow_line + drop) for share, drop in zigzag)], mood.lit(CHALK))


def table(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A mountain with a flat top."""
    pen.polygon([(-430, 40), (-270, -40), (-220, -190), (190, -190), (236, -60), (430, 40)], mood.far)
    pen.polygon([(190, -190), (236, -60), (430, 40), (210, 40), (140, -70), (150, -190)], _shadow(mood))
    for x in (-120, -10, 80):
        pen.polygon([(x, -190), (x + 18, -190), (x + 8, -100)], _shadow(mood))
    ridge(pen, [(-440, 20), (-240, -40), (80, -20), (260, -60), (440, 20)], mix(mood.far, mood.middle, 0.6))


def dunes(pen: Pen, mood: Mood, _dice: Random) -> None:
    """Two dunes with sharp crests."""
    sand, shade = mood.hazy(OCHRE, 0.4), mood.hazy(mix(OCHRE, INK, 0.25), 0.3)
    for x, tall, half in ((-150, 220, 330), (190, 150, 300)):
        crest = smooth([(x, -tall), (x + 40, -tall * 0.55), (x - 20, -tall * 0.2), (x + 50, 40)])
        pen.polygon([*smooth([(x - half, 40), (x - half * 0.45, -tall * 0.45), (x, -tall)]), *crest], sand)
        pen.polygon([*crest, *smooth([(x + half, 40), (x + half * 0.4, -tall * 0.4), (x, -tall)])], shade)


def karst(pen: Pen, mood: Mood, dice: Random) -> None:
    """Steep rounded rocks in rows."""
    for row, fill in ((0, mood.far), (1, mix(mood.far, mood.middle, 0.6))):
        for number in range(5):
            x, tall = -340 + number * 160 + row * 66, dice.uniform(170, 260) - row * 80
            pen.polygon([(x - 90, 40), *arc_points(x, -tall + 70, 62, 70, 180, 360), (x + 90, 40)], fill)


def terraces(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A hill cut into terraces."""
    for step in range(7):
        fill = mood.far if step % 2 else mix(mood.far, mood.middle, 0.6)
        pen.dome(24 * math.sin(step * 1.7), 40 - step * 36, 430 * (1 - step / 8.5), 74, fill)


def volcano(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A steep cone with a small cloud of smoke."""
    for x, y, radius in ((28, -268, 26), (62, -284, 32), (104, -290, 22)):
        pen.circle(x, y, radius, mix(mood.sky, mood.far, 0.5))
    crater: list[Point] = [(-44, -236), (-20, -228), (16, -226), (44, -238)]
    ridge(pen, [(-380, 40), (-170, -90), *crater, (190, -80), (400, 40)], mood.far)
    shade = smooth([(44, -238), (190, -80), (400, 40)])
    pen.polygon([(10, -226), *shade, (120, 40), (40, -90)], _shadow(mood))
    ridge(pen, [(-440, 20), (-260, -70), (-40, -20), (220, -60), (440, 20)], mix(mood.far, mood.middle, 0.6))


def vineyard(pen: Pen, mood: Mood, _dice: Random) -> None:
    """Rounded hills with rows of vines."""
    ridge(pen, [(-460, 24), (-240, -150), (20, -90), (260, -170), (460, 24)], mood.far)
    front = [(-450, 30), (-180, -60), (100, -110), (450, 30)]
    ridge(pen, front, mix(mood.far, mood.middle, 0.6))
    for number in range(11):
        x = -250 + number * 56
        top = -52 - 50 * math.cos((x - 60) / 260)
        pen.stroke([(x, top + 26), (x * 1.35, 30)], 9, mood.hazy(MOSS, 0.35))


def fields(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A wide plain with strips of corn."""
    ridge(pen, [(-460, 24), (-260, -80), (60, -96), (300, -60), (460, 24)], mood.far)
    colours = (mood.hazy(HONEY, 0.3), mood.hazy(OCHRE, 0.35), mood.hazy(SAGE, 0.3))
    for number in range(9):
        left, right = -400 + number * 89, -400 + (number + 1) * 89
        pen.polygon([(left * 0.5, -62), (right * 0.5, -62), (right, 40), (left, 40)], colours[number % 3])


def falls(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A cliff with a waterfall."""
    pen.polygon([(-430, 40), (-400, -130), (-210, -186), (200, -190), (410, -120), (430, 40)], mood.far)
    pen.polygon([(-430, 40), (-410, -60), (-300, -150), (-250, 40)], _shadow(mood))
    for x, width, top in ((-190, 60, -186), (-96, 100, -188), (44, 44, -189), (120, 66, -190)):
        pen.rect(x, top, width, 220, mix(mood.lit(CHALK), mood.far, 0.15))
        pen.rect(x + width * 0.6, top + 30, width * 0.16, 190, mood.shimmer)
    for x in range(-220, 240, 52):
        pen.circle(x, 16, 36, mix(mood.lit(CHALK), mood.far, 0.35))


def islands(pen: Pen, mood: Mood, dice: Random) -> None:
    """Low islands out at sea."""
    for x, half, tall in ((-250, 190, 84), (60, 260, 120), (330, 150, 66)):
        pen.dome(x + dice.randrange(-20, 20), 12, half, tall, mood.far)
    for x, half, tall in ((-70, 170, 52), (250, 190, 60)):
        pen.dome(x, 12, half, tall, mix(mood.far, mood.middle, 0.6))


def taiga(pen: Pen, mood: Mood, dice: Random) -> None:
    """A fell above the tree line, with spruces in front."""
    _capped(pen, mood, [(-460, 40), (-260, -60), (-20, -200)], [(70, -196), (280, -60), (460, 40)], -150)
    for x in range(-400, 420, 88):
        spruce(pen.at(x + dice.randrange(-20, 20), 24, dice.uniform(0.42, 0.62)), mood, dice)


def _shadow(mood: Mood) -> Colour:
    """The side of a mountain that lies in the shade."""
    return mix(mood.far, mood.middle, 0.5)


LANDFORMS: dict[str, Landform] = {
    "hills": hills,
    "forest": forest,
    "peaks": peaks,
    "snow-cone": snow_cone,
    "table": table,
    "dunes": dunes,
    "karst": karst,
    "terraces": terraces,
    "volcano": volcano,
    "vineyard": vineyard,
    "fields": fields,
    "falls": falls,
    "islands": islands,
    "taiga": taiga,
}
