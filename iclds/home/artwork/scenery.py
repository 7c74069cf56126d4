"""The pieces every layout is put together from: sky, disc, water, shores and the line between the two places."""

from collections.abc import Sequence
from random import Random

from iclds.home.artwork.canvas import Pen, Point, bend, smooth
from iclds.home.artwork.motifs import MOTIFS
from iclds.home.artwork.palette import CHALK, CLAY, SAND, Colour, Mood, mix
from iclds.home.artwork.things import HEIGHT, WIDTH

MIDDLE = WIDTH / 2


def mirrored(points: Sequence[Point]) -> list[Point]:
    """The same outline on the other side of the picture."""
    return [(WIDTH - x, y) for x, y in reversed(points)]


def sky(pen: Pen, mood: Mood, dice: Random) -> None:
    """The plain sky, with stars at night, and clouds or birds by day."""
    pen.rect(0, 0, WIDTH, HEIGHT, mood.sky)
    if mood.dark > 0.2:
        for _ in range(46):
            pen.circle(dice.uniform(0, WIDTH), dice.uniform(0, 430), dice.choice((2, 3, 4)), mix(mood.sky, CHALK, 0.6))
        return
    for x in (dice.uniform(60, 340), dice.uniform(1180, 1440)):
        y, size = dice.uniform(80, 190), dice.uniform(0.8, 1.25)
        if dice.random() < 0.7:
            _cloud(pen.at(x, y, size), mood.cloud)
        else:
            _birds(pen.at(x, y, size), mix(mood.sky, mood.shore, 0.55))


def _cloud(pen: Pen, colour: Colour) -> None:
    pen.pill(0, 0, 150, 30, colour)
    pen.pill(44, -24, 92, 34, colour)
    pen.pill(-46, 20, 120, 24, colour)


def _birds(pen: Pen, colour: Colour) -> None:
    for x, y, size in ((0, 0, 1), (58, 30, 0.8), (92, -16, 0.7)):
        bird = pen.at(x, y, size)
        bird.stroke(bend((-26, -8), (-10, -16), (0, 2), 8), 6, colour)
        bird.stroke(bend((0, 2), (10, -16), (26, -8), 8), 6, colour)


def disc(pen: Pen, mood: Mood, centre: Point, radius: float, theme: str) -> None:
    """The sun, which carries the sign of the theme."""
    pen.circle(*centre, radius * 1.17, mix(mood.sky, CHALK, 0.3 if mood.sky != SAND else 0.75))
    pen.circle(*centre, radius, mood.sun)
    if theme:
        MOTIFS[theme](pen.at(*centre, radius / 140))


def sea(pen: Pen, mood: Mood, dice: Random, top: float, glint: float = MIDDLE) -> None:
    """Water from the horizon down, with the sun's reflection below it."""
    pen.rect(0, top, WIDTH, HEIGHT - top, mood.water)
    y, half = top + 16, 170.0
    while y < HEIGHT:
        shift, wide = dice.uniform(-26, 26), half * dice.uniform(0.55, 1)
        pen.pill(glint - wide + shift, y, 2 * wide, 9, mood.shimmer)
        y += dice.uniform(24, 32)
        half *= 0.93
    for _ in range(9):
        pen.pill(dice.uniform(0, WIDTH), dice.uniform(top + 20, HEIGHT), dice.uniform(50, 120), 7, mood.shimmer)


def sailing_boat(pen: Pen, mood: Mood) -> None:
    pen.polygon([(-4, -22), (-4, -132), (58, -26)], mood.lit(CHALK))
    pen.polygon([(-12, -26), (-12, -112), (-48, -26)], mood.lit(SAND))
    pen.polygon([(-60, -16), (66, -16), (42, 10), (-40, 10)], mood.lit(CLAY))


def rim(mood: Mood) -> Colour:
    """The edge of the ground, where the light falls."""
    return mix(mood.shore, mood.middle, 0.45)


def ground(pen: Pen, outline: Sequence[Point], fill: Colour) -> None:
    """Land below a soft line given from left to right."""
    line = smooth(outline)
    pen.polygon([(line[0][0], HEIGHT), *line, (line[-1][0], HEIGHT)], fill)


def shore(pen: Pen, mood: Mood, outline: Sequence[Point]) -> None:
    """A piece of land in front, with a paler rim towards the light."""
    ground(pen, outline, rim(mood))
    ground(pen, [(x, y + 26) for x, y in outline], mood.shore)


def connect(pen: Pen, mood: Mood, line: Sequence[Point]) -> None:
    """The line that joins the two places, with a dot at each end."""
    pen.stroke(line, 11, mood.line)
    for x, y in (line[0], line[-1]):
        pen.circle(x, y, 26, mood.line)
        pen.circle(x, y, 12, CHALK if mood.line != SAND else CLAY)


def arc_over(start: Point, end: Point, top: float) -> list[Point]:
    """A curve from start to end whose middle lies at the height `top`."""
    control = 2 * top - (start[1] + end[1]) / 2
    return bend(start, ((start[0] + end[0]) / 2, control), end, 48)


def bridge(pen: Pen, mood: Mood, start: Point, end: Point) -> None:
    """A stone bridge of four arches."""
    deck = arc_over(start, end, start[1] - 46)
    pen.polygon([*deck, (end[0], end[1] + 130), (start[0], start[1] + 130)], mood.lit(SAND))
    pen.polygon([(x, y + 20) for x, y in deck] + [(x, y + 34) for x, y in reversed(deck)], mood.shaded(SAND))
    span = (end[0] - start[0]) / 4
    for number in range(4):
        x, foot = start[0] + span * (number + 0.5), start[1] + 132
        half, tall = span * 0.4, 108 if number in (1, 2) else 88
        pen.arch(x, foot, 2 * half, tall, mood.water)
    connect(pen, mood, deck)


def road(pen: Pen, mood: Mood, way: Sequence[Point]) -> None:
    """A road with a dashed line along its middle, and a dot at each end."""
    mark = CLAY if mood.road == SAND else CHALK
    pen.stroke(way, 40, mood.road)
    for at in range(2, len(way) - 3, 4):
        pen.stroke(way[at : at + 3], 6, mark)
    for x, y in (way[0], way[-1]):
        pen.circle(x, y, 34, mood.road)
        pen.circle(x, y, 16, mark)


def pier(pen: Pen, mood: Mood) -> None:
    """A landing stage that reaches out to the right."""
    for x in (16, 62, 108):
        pen.rect(x, 0, 9, 34, mood.shaded(SAND))
    pen.rect(-20, -8, 150, 12, mood.lit(SAND))
