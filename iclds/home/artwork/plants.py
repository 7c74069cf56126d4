"""Trees of the north and of the partners' countries."""

from random import Random

from iclds.home.artwork.canvas import Pen, arc_points, bend, leaf_points
from iclds.home.artwork.palette import CHALK, CLAY, HONEY, INK, MOSS, OCHRE, PINE, ROSE, SAGE, SEA, Mood, mix
from iclds.home.artwork.things import Thing

# Where a palm's fronds end, from the top of its trunk, and how far they arch.
FRONDS = ((-78, 24, -34), (-62, -30, -38), (-14, -62, -30), (34, -54, -34), (74, -16, -38), (70, 36, -30))
BARK = mix(CLAY, INK, 0.45)


def birch(pen: Pen, mood: Mood, dice: Random) -> None:
    """A white trunk with dark marks under a light crown."""
    leaf = dice.choice((SAGE, mix(SAGE, HONEY, 0.45), SAGE))
    pen.polygon([(-11, 0), (-7, -150), (7, -150), (11, 0)], mood.lit(CHALK))
    for x, y in ((-9, -30), (0, -62)):
        pen.rect(x, y, 8, 6, mood.lit(INK))
    pen.ellipse(0, -150, 44, 70, mood.lit(leaf))
    pen.polygon([(6, -220), *arc_points(0, -150, 44, 70, 278, 440)], mood.shaded(leaf))
    pen.ellipse(-4, -152, 34, 62, mood.lit(leaf))


def spruce(pen: Pen, mood: Mood, dice: Random) -> None:
    """A spruce of three tiers."""
    green = dice.choice((PINE, MOSS, mix(PINE, SEA, 0.4)))
    pen.rect(-7, -24, 14, 24, mood.lit(BARK))
    for foot, top, half in ((-18, -110, 52), (-70, -154, 42), (-118, -198, 30)):
        pen.polygon([(-half, foot), (0, top), (half, foot)], mood.lit(green))
        pen.polygon([(half, foot), (0, top), (8, foot)], mood.shaded(green))


def pine(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A tall red trunk with its crown at the top."""
    pen.polygon([(-9, 0), (-5, -170), (5, -170), (9, 0)], mood.lit(mix(CLAY, OCHRE, 0.3)))
    pen.stroke([(2, -96), (34, -126)], 6, mood.lit(mix(CLAY, OCHRE, 0.3)))
    for x, y, rx, ry in ((38, -134, 32, 16), (-18, -156, 44, 20), (16, -182, 44, 22), (0, -208, 30, 18)):
        pen.ellipse(x, y, rx, ry, mood.lit(MOSS))
        pen.polygon(arc_points(x, y, rx, ry, 0, 180), mood.shaded(MOSS))


def round_tree(pen: Pen, mood: Mood, dice: Random) -> None:
    """A broad tree, as found everywhere."""
    green = dice.choice((SAGE, MOSS, mix(MOSS, OCHRE, 0.3)))
    pen.polygon([(-9, 0), (-6, -80), (6, -80), (9, 0)], mood.lit(BARK))
    pen.circle(0, -112, 52, mood.lit(green))
    pen.polygon(arc_points(0, -112, 52, 52, -40, 140), mood.shaded(green))
    pen.circle(-8, -118, 44, mood.lit(green))


def acacia(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A flat crown on forked branches."""
    bark = mood.lit(BARK)
    pen.stroke([(0, 0), (-4, -70), (-50, -128)], 12, bark)
    pen.stroke([(-4, -70), (52, -134)], 10, bark)
    pen.stroke([(-4, -70), (0, -134)], 8, bark)
    for x, y, half in ((-48, -126, 62), (58, -132, 58), (0, -148, 86)):
        pen.dome(x, y + 10, half, 36, mood.lit(MOSS))
        pen.pill(x - half, y + 2, 2 * half, 16, mood.shaded(MOSS))


def palm(pen: Pen, mood: Mood, dice: Random) -> None:
    """A bent trunk with a fan of fronds."""
    lean, green = dice.choice((-26, 24)), mood.lit(MOSS)
    trunk = bend((0, 0), (0, -110), (lean, -178), 8)
    pen.stroke(trunk, 13, mood.lit(mix(BARK, OCHRE, 0.35)))
    for dx, dy, sag in FRONDS:
        tip, control = (lean + dx, -180 + dy), (lean + dx * 0.5, -180 + dy * 0.5 + sag)
        frond = bend((lean, -180), control, tip, 10)
        back = bend(tip, (control[0], control[1] + 30), (lean, -172), 10)
        pen.polygon([*frond, *back], green if dx < 20 else mood.shaded(MOSS))
    for dx in (-8, 8):
        pen.circle(lean + dx, -170, 8, mood.lit(OCHRE))


def baobab(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A thick trunk with a small crown."""
    bark = mix(ROSE, BARK, 0.35)
    left = bend((-44, 0), (-22, -60), (-32, -128), 8)
    right = bend((32, -128), (22, -60), (44, 0), 8)
    pen.polygon([*left, *right], mood.lit(bark))
    pen.polygon([(8, 0), (10, -128), *right], mood.shaded(bark))
    for x, y in ((-64, -168), (-26, -184), (28, -184), (66, -166)):
        pen.stroke([(x * 0.35, -116), (x, y)], 10, mood.lit(bark))
        pen.ellipse(x, y - 6, 34, 20, mood.lit(MOSS))
        pen.polygon(arc_points(x, y - 6, 34, 20, 0, 180), mood.shaded(MOSS))


def cypress(pen: Pen, mood: Mood, dice: Random) -> None:
    """A slender cypress or poplar."""
    green = dice.choice((PINE, MOSS))
    pen.rect(-5, -30, 10, 30, mood.lit(BARK))
    pen.ellipse(0, -112, 24, 92, mood.lit(green))
    pen.polygon(arc_points(0, -112, 24, 92, -90, 90), mood.shaded(green))


def banana(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A banana plant with its broad leaves."""
    pen.polygon([(-9, 0), (-5, -80), (5, -80), (9, 0)], mood.lit(mix(MOSS, OCHRE, 0.4)))
    for x, y, green in ((-78, -66, MOSS), (78, -70, MOSS), (-62, -142, SAGE), (64, -140, MOSS), (0, -186, SAGE)):
        pen.polygon(leaf_points((0, -72), (x, y), 38), mood.lit(green))
        pen.stroke([(0, -72), (x * 0.9, -72 + (y + 72) * 0.9)], 3, mood.shaded(green))


def shrub(pen: Pen, mood: Mood, dice: Random) -> None:
    """A low bush."""
    green = dice.choice((MOSS, SAGE, PINE))
    pen.dome(-20, 2, 30, 30, mood.lit(green))
    pen.dome(14, 2, 34, 42, mood.shaded(green))


PLANTS = {
    "birch": Thing(birch, 80, 220),
    "spruce": Thing(spruce, 90, 198),
    "pine": Thing(pine, 90, 226),
    "round-tree": Thing(round_tree, 96, 164),
    "acacia": Thing(acacia, 190, 184),
    "palm": Thing(palm, 130, 240),
    "baobab": Thing(baobab, 150, 206),
    "cypress": Thing(cypress, 54, 204),
    "banana": Thing(banana, 120, 190),
    "shrub": Thing(shrub, 80, 42),
}
