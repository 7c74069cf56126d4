"""The sign of each theme, drawn within 100 units around the pen's origin, on the disc between the two places."""

import math
from collections.abc import Callable

from iclds.home.artwork.canvas import Pen, arc_points, bend, leaf_points
from iclds.home.artwork.palette import BALTIC, CHALK, CLAY, DUNE, DUSK, HONEY, MOSS, OCHRE, PINE, SAGE, SEA, Colour, mix

Motif = Callable[[Pen], None]


def water(pen: Pen) -> None:
    """A drop over two waves."""
    drop = pen.at(0, -22, 0.94)
    right = bend((0, -92), (56, -34), (56, 8), 16)
    round_end = arc_points(0, 8, 56, 56, 0, 180)
    drop.polygon([*right, *round_end, *bend((-56, 8), (-56, -34), (0, -92), 16)], SEA)
    drop.polygon([*right, *round_end[:16], *bend((0, 64), (20, -16), (0, -92), 16)], BALTIC)
    drop.stroke(arc_points(0, 8, 36, 36, 110, 170), 9, DUSK)
    for y, half, colour in ((66, 84, SEA), (92, 56, BALTIC)):
        wave = [(x, y + 9 * math.sin(x / 56 * math.pi)) for x in range(-half, half + 1, 7)]
        pen.stroke(wave, 10, colour)


def waste(pen: Pen) -> None:
    """Three arrows chase each other around a leaf."""
    for start, colour in ((-80, BALTIC), (40, SEA), (160, CLAY)):
        pen.stroke(arc_points(0, 0, 80, 80, start, start + 74), 20, colour)
        head = pen.at(0, 0, tilt=start + 74)
        head.polygon([(52, 0), (110, 0), (80, 38)], colour)
    pen.polygon(leaf_points((-26, 36), (30, -42), 46), MOSS)
    pen.stroke([(-36, 50), (12, -16)], 6, PINE)


def school(pen: Pen) -> None:
    """A pencil writes on a ruled sheet."""
    pen.rect(-80, -88, 116, 168, CHALK)
    pen.rect(-80, -88, 20, 168, CLAY)
    for y in (-54, -26, 2, 30):
        pen.pill(-46, y, 66 if y < 30 else 36, 8, DUSK)
    pencil = pen.at(8, 62, 0.92, tilt=34)
    pencil.polygon([(-17, -36), (0, 0), (17, -36)], DUNE)
    pencil.polygon([(-7, -15), (0, 0), (7, -15)], BALTIC)
    pencil.rect(-17, -142, 34, 108, OCHRE)
    pencil.rect(3, -142, 14, 108, mix(OCHRE, CLAY, 0.5))
    pencil.rect(-17, -156, 34, 16, BALTIC)
    pencil.dome(0, -154, 17, 16, CLAY)


def person(pen: Pen, colour: Colour, head: Colour | None = None) -> None:
    """A head over rounded shoulders; the origin is the middle of the foot."""
    pen.polygon([(-38, 0), *arc_points(0, -36, 38, 44, 180, 360), (38, 0)], colour)
    pen.circle(0, -106, 26, head or colour)


def youth(pen: Pen) -> None:
    """Three young people with raised arms, and a ball above them."""
    for x, y, colour in ((-58, 88, CLAY), (58, 88, SEA), (0, 96, BALTIC)):
        body = pen.at(x, y)
        body.stroke([(-20, -62), (-42, -112)], 15, colour)
        body.stroke([(20, -62), (42, -112)], 15, colour)
        body.polygon([(-28, 0), *arc_points(0, -50, 28, 30, 180, 360), (28, 0)], colour)
        body.circle(0, -104, 21, colour)
    pen.circle(0, -76, 25, OCHRE)
    pen.polygon(arc_points(0, -76, 25, 25, -60, 120), mix(OCHRE, CLAY, 0.5))


def health(pen: Pen) -> None:
    """A heart with a cross."""
    halves = [*arc_points(-42, -30, 46, 46, 150, 330), *arc_points(42, -30, 46, 46, 210, 390)]
    pen.polygon([*halves, (0, 88)], CLAY)
    pen.polygon([*arc_points(42, -30, 46, 46, 270, 390), (0, 88), (30, -20)], mix(CLAY, BALTIC, 0.25))
    pen.rect(-12, -38, 24, 80, CHALK)
    pen.rect(-40, -10, 80, 24, CHALK)


def climate(pen: Pen) -> None:
    """Two leaves sprout from the ground, under a small sun."""
    pen.circle(54, -62, 26, OCHRE)
    pen.stroke(bend((0, 84), (-6, 20), (2, -20), 12), 12, PINE)
    pen.polygon(leaf_points((0, 36), (-86, -62), 52), MOSS)
    pen.stroke([(-6, 28), (-62, -36)], 5, SAGE)
    pen.polygon(leaf_points((2, 10), (76, -26), 40), SEA)
    pen.stroke([(10, 6), (52, -14)], 5, DUSK)
    pen.polygon(arc_points(0, 92, 84, 26, 180, 360), BALTIC)


def gender(pen: Pen) -> None:
    """Two people of the same height above a sign of equality."""
    person(pen.at(-46, 36), CLAY)
    person(pen.at(46, 36), SEA)
    pen.pill(-62, 54, 124, 15, BALTIC)
    pen.pill(-62, 80, 124, 15, BALTIC)


def dialogue(pen: Pen) -> None:
    """Two speech bubbles."""
    _bubble(pen, (-30, -32), (70, 50), CLAY, -1)
    _bubble(pen, (30, 28), (70, 50), BALTIC, 1)
    for x in (0, 30, 60):
        pen.circle(x, 28, 9, CHALK)
    pen.pill(-74, -52, 74, 9, CHALK)
    pen.pill(-74, -30, 36, 9, CHALK)


def _bubble(pen: Pen, centre: tuple[float, float], size: tuple[float, float], fill: Colour, side: int) -> None:
    (x, y), (rx, ry) = centre, size
    pen.ellipse(x, y, rx, ry, fill)
    pen.polygon([(x + side * 14, y + ry - 8), (x + side * 50, y + ry - 20), (x + side * 54, y + ry + 22)], fill)


def city(pen: Pen) -> None:
    """Three houses of different heights with lit windows."""
    for x, height, colour in ((-56, 122, CLAY), (56, 92, OCHRE), (0, 176, BALTIC)):
        pen.rect(x - 31, 86 - height, 62, height, colour)
        pen.rect(x + 7, 86 - height, 24, height, mix(colour, BALTIC, 0.35))
        for row in range(int(height // 32) - 1):
            for column in (-20, 1):
                pen.rect(x + column, 86 - height + 18 + row * 32, 13, 16, HONEY if colour == BALTIC else CHALK)
    pen.polygon([(-31, -90), (31, -112), (31, -90)], BALTIC)
    pen.pill(-100, 82, 200, 12, PINE)


def library(pen: Pen) -> None:
    """An open book on two closed ones."""
    for side, fill in ((-1, CHALK), (1, DUNE)):
        top = bend((0, -62), (side * 40, -96), (side * 92, -70), 12)
        foot = bend((side * 92, 22), (side * 40, -4), (0, 30), 12)
        pen.polygon([(x + side * 6, y + 10) for x, y in [*top, *foot]], CLAY)
        pen.polygon([*top, *foot], fill)
        for row in range(3):
            y = -52 + row * 24
            pen.stroke(bend((side * 16, y), (side * 44, y - 20), (side * 76, y - 8), 8), 6, DUSK)
    pen.stroke([(0, -62), (0, 34)], 5, BALTIC)
    pen.rect(-84, 46, 160, 24, SEA)
    pen.rect(-70, 52, 146, 12, CHALK)
    pen.rect(-72, 72, 158, 24, OCHRE)
    pen.rect(-72, 78, 144, 12, CHALK)


def research(pen: Pen) -> None:
    """A magnifying glass over a bar chart."""
    for x, height, colour in ((-66, 50, OCHRE), (-30, 84, CLAY), (6, 64, SEA), (42, 112, BALTIC)):
        pen.rect(x - 14, 78 - height, 28, height, colour)
    pen.pill(-96, 76, 190, 10, BALTIC)
    pen.stroke([(44, 12), (88, 62)], 20, CLAY)
    pen.circle(8, -30, 64, BALTIC)
    pen.circle(8, -30, 50, CHALK)
    for x, height, colour in ((-18, 36, CLAY), (10, 26, SEA), (38, 54, OCHRE)):
        pen.rect(x - 12, 4 - height, 22, height, colour)
    pen.stroke(arc_points(8, -30, 40, 40, 200, 250), 6, DUSK)


def market(pen: Pen) -> None:
    """A basket of fruit under a striped awning."""
    for number in range(5):
        x, colour = -100 + number * 40, CHALK if number % 2 else CLAY
        pen.polygon([(x * 0.8, -96), ((x + 40) * 0.8, -96), (x + 40, -40), (x, -40)], colour)
        pen.polygon(arc_points(x + 20, -42, 20, 20, 0, 180), colour)
    for x in (-88, 80):
        pen.rect(x, -26, 8, 116, BALTIC)
    for x, y, colour in ((-34, 14, CLAY), (34, 14, OCHRE), (0, 2, MOSS), (-16, 26, OCHRE), (18, 26, CLAY)):
        pen.circle(x, y, 22, colour)
    pen.polygon([(-66, 28), (66, 28), (50, 90), (-50, 90)], BALTIC)
    for y in (46, 66):
        pen.pill(-54, y, 108, 7, OCHRE)


MOTIFS: dict[str, Motif] = {
    "water": water,
    "waste": waste,
    "school": school,
    "youth": youth,
    "health": health,
    "climate": climate,
    "gender": gender,
    "dialogue": dialogue,
    "city": city,
    "library": library,
    "research": research,
    "market": market,
}
THEMES = tuple(MOTIFS)
