"""Buildings of a Swedish town."""

from random import Random

from iclds.home.artwork.canvas import Pen, arc_points
from iclds.home.artwork.palette import BALTIC, CHALK, CLAY, HONEY, OCHRE, SAGE, SAND, Mood
from iclds.home.artwork.things import NORDIC_WALLS, Thing, body, windows


def cottage(pen: Pen, mood: Mood, dice: Random) -> None:
    """A wooden house: gable towards us, the long side in the shade."""
    wall, roof = dice.choice((CLAY, CLAY, HONEY, CHALK, OCHRE)), mood.slate
    trim = SAND if wall == CHALK else CHALK
    pen.rect(-8, -62, 78, 62, mood.shaded(wall))
    pen.polygon([(-36, -114), (44, -114), (78, -58), (0, -58)], mood.lit(roof))
    pen.polygon([(-70, 0), (-70, -62), (-36, -112), (-2, -62), (-2, 0)], mood.lit(wall))
    pen.stroke([(-78, -54), (-36, -116), (4, -56)], 8, mood.lit(trim))
    pen.rect(20, -136, 15, 34, mood.shaded(wall))
    windows(pen, 36, -46, (2, 1), (30, 40), mood.lit(trim) if mood.window == BALTIC else mood.window)
    pen.rect(-46, -86, 20, 20, mood.lit(trim))
    pen.rect(-58, -46, 18, 24, mood.lit(trim) if mood.window == BALTIC else mood.window)
    pen.rect(-30, -44, 20, 44, mood.lit(trim))


def townhouse(pen: Pen, mood: Mood, dice: Random) -> None:
    """A narrow house of an old town, with one of three gables."""
    wall, height = dice.choice(NORDIC_WALLS), dice.choice((150, 175, 200))
    roof, half = mood.lit(dice.choice((mood.slate, CLAY if wall != CLAY else mood.slate))), 38
    gable = dice.randrange(3)
    if gable == 0:
        pen.polygon([(-half - 4, -height), (0, -height - 56), (half + 4, -height)], roof)
    elif gable == 1:
        for step, rise in ((half, 16), (26, 34), (13, 54)):
            pen.rect(-step, -height - rise, 2 * step, rise, mood.lit(wall))
        pen.rect(0, -height - 34, 26, 34, mood.shaded(wall))
        pen.rect(0, -height - 54, 13, 54, mood.shaded(wall))
        pen.rect(0, -height - 16, half, 16, mood.shaded(wall))
    else:
        pen.polygon([(-half - 4, -height), (-24, -height - 40), (24, -height - 40), (half + 4, -height)], roof)
    body(pen, mood, (2 * half, height), wall, 0.5)
    windows(pen, 0, -height + 18, (2, 3), (34, 40), mood.window)
    pen.arch(0, 0, 20, 30, mood.window)


def apartments(pen: Pen, mood: Mood, dice: Random) -> None:
    """A block of flats with balconies."""
    wall = dice.choice((CHALK, HONEY, SAND))
    body(pen, mood, (104, 168), wall, 0.25)
    pen.rect(-56, -176, 112, 10, mood.lit(mood.slate))
    windows(pen, -12, -152, (2, 4), (32, 38), mood.window)
    for floor in range(4):
        pen.rect(28, -138 + floor * 38, 34, 14, mood.lit(CLAY))


def church(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A white church with a pointed spire over the tower."""
    pen.rect(10, -88, 140, 88, mood.shaded(CHALK))
    pen.polygon([(10, -88), (24, -140), (136, -140), (158, -88)], mood.lit(CLAY))
    for x in (62, 96, 130):
        pen.arch(x, -22, 16, 46, mood.window)
    body(pen, mood, (72, 190), CHALK, 0.35)
    pen.polygon([(-42, -188), (0, -330), (42, -188)], mood.lit(mood.slate))
    pen.polygon([(0, -330), (42, -188), (12, -188)], mood.shaded(mood.slate))
    pen.arch(0, -82, 18, 40, mood.window)
    pen.circle(0, -158, 14, mood.window)
    pen.arch(0, 0, 26, 50, mood.window)


def town_hall(pen: Pen, mood: Mood, dice: Random) -> None:
    """A brick town hall whose tower carries a lantern."""
    wall = dice.choice((CLAY, CLAY, OCHRE))
    pen.rect(0, -104, 150, 104, mood.shaded(wall))
    pen.polygon([(0, -104), (16, -138), (140, -138), (158, -104)], mood.lit(mood.slate))
    windows(pen, 92, -84, (4, 2), (28, 42), mood.window)
    body(pen, mood, (70, 232), wall, 0.35)
    pen.rect(-42, -244, 84, 14, mood.lit(SAGE))
    body(pen.at(0, -244), mood, (42, 42), wall, 0.35)
    pen.dome(0, -284, 28, 30, mood.lit(SAGE))
    pen.stroke([(0, -310), (0, -330)], 5, mood.lit(SAGE))
    pen.circle(0, -196, 20, mood.lit(CHALK))
    pen.stroke([(0, -208), (0, -196), (8, -190)], 4, BALTIC)
    windows(pen, 0, -158, (2, 3), (28, 38), mood.window)


def water_tower(pen: Pen, mood: Mood, dice: Random) -> None:
    """A water tower shaped like a mushroom, as in many Swedish towns."""
    cap = dice.choice((CHALK, SAND))
    pen.polygon([(-18, 0), (-13, -230), (13, -230), (18, 0)], mood.lit(cap))
    pen.polygon([(2, 0), (2, -230), (13, -230), (18, 0)], mood.shaded(cap))
    pen.polygon([(-12, -190), (-96, -262), (96, -262), (12, -190)], mood.lit(cap))
    pen.polygon([(2, -190), (30, -262), (96, -262), (12, -190)], mood.shaded(cap))
    pen.rect(-100, -282, 200, 22, mood.lit(CLAY))
    pen.polygon(arc_points(0, -280, 74, 40, 180, 360), mood.lit(mood.slate))
    pen.stroke([(0, -316), (0, -332)], 5, mood.lit(mood.slate))


def lighthouse(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A banded lighthouse with the keeper's cottage."""
    pen.rect(20, -60, 96, 60, mood.shaded(CLAY))
    pen.polygon([(14, -58), (34, -96), (104, -96), (124, -58)], mood.lit(mood.slate))
    windows(pen, 72, -46, (3, 1), (28, 36), mood.window)
    pen.polygon([(-40, 0), (-25, -250), (25, -250), (40, 0)], mood.lit(CHALK))
    for low, high in ((30, 84), (140, 194)):
        left, right = 40 - 15 * low / 250, 40 - 15 * high / 250
        pen.polygon([(-left, -low), (-right, -high), (right, -high), (left, -low)], mood.lit(CLAY))
    pen.polygon([(10, 0), (8, -250), (25, -250), (40, 0)], mood.shaded(CHALK))
    for low, high in ((30, 84), (140, 194)):
        left, right = 40 - 15 * low / 250, 40 - 15 * high / 250
        pen.polygon([(9.8, -low), (9, -high), (right, -high), (left, -low)], mood.shaded(CLAY))
    pen.rect(-36, -262, 72, 14, mood.lit(mood.slate))
    pen.rect(-20, -298, 40, 36, HONEY)
    pen.dome(0, -296, 30, 30, mood.lit(CLAY))


NORTHERN = {
    "cottage": Thing(cottage, 160, 136),
    "townhouse": Thing(townhouse, 80, 240),
    "apartments": Thing(apartments, 120, 176),
    "church": Thing(church, 190, 330),
    "town-hall": Thing(town_hall, 190, 330),
    "water-tower": Thing(water_tower, 190, 332),
    "lighthouse": Thing(lighthouse, 170, 326),
}
