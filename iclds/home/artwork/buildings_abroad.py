"""Buildings of the partners' towns, from high-rise to market stall."""

from random import Random

from iclds.home.artwork.canvas import Pen, arc_points
from iclds.home.artwork.palette import BALTIC, CHALK, CLAY, DUNE, DUSK, HONEY, OCHRE, ROSE, SAND, Mood
from iclds.home.artwork.things import AWNINGS, WARM_WALLS, Thing, body, windows


def flat_house(pen: Pen, mood: Mood, dice: Random) -> None:
    """A house with a flat roof and a parapet; some have an upper room."""
    wall, wide = dice.choice(WARM_WALLS), dice.choice((96, 116))
    if dice.random() < 0.5:
        body(pen.at(-14, -88), mood, (wide * 0.5, 60), dice.choice(WARM_WALLS))
        windows(pen, -18, -132, (1, 1), (34, 40), mood.window)
    body(pen, mood, (wide, 94), wall)
    pen.rect(-wide / 2 - 5, -102, wide + 10, 12, mood.shaded(wall))
    windows(pen, -10, -74, (2, 1), (40, 44), mood.window)
    pen.arch(-wide / 2 + 24, 0, 22, 40, mood.window)


def hip_house(pen: Pen, mood: Mood, dice: Random) -> None:
    """A low house with a hipped roof and a veranda."""
    wall, roof = dice.choice((SAND, CHALK, HONEY, DUSK)), dice.choice((CLAY, ROSE, OCHRE))
    body(pen, mood, (118, 58), wall, 0.35)
    windows(pen, -26, -44, (2, 1), (34, 40), mood.window)
    pen.rect(14, -42, 20, 42, mood.window)
    pen.polygon([(-74, -54), (-40, -100), (40, -100), (74, -54)], mood.lit(roof))
    pen.polygon([(74, -54), (40, -100), (22, -100), (40, -54)], mood.shaded(roof))


def tile_house(pen: Pen, mood: Mood, dice: Random) -> None:
    """A two-storey house with a tiled roof."""
    wall = dice.choice((CHALK, SAND, HONEY, ROSE))
    body(pen, mood, (92, 104), wall, 0.35)
    pen.polygon([(-56, -100), (-34, -144), (34, -144), (56, -100)], mood.lit(CLAY))
    pen.polygon([(56, -100), (34, -144), (12, -144), (24, -100)], mood.shaded(CLAY))
    windows(pen, -4, -88, (2, 2), (38, 44), mood.window)


def block(pen: Pen, mood: Mood, dice: Random) -> None:
    """A slim office or apartment block."""
    wall, height = dice.choice((SAND, CHALK, DUSK, HONEY, ROSE)), dice.choice((176, 206, 236))
    body(pen, mood, (78, height), wall, 0.3)
    rows = (height - 36) // 30
    for row in range(rows):
        pen.rect(-29, -height + 18 + row * 30, 42, 14, mood.window)
    pen.rect(-20, -height - 16, 30, 18, mood.shaded(wall))


def stall(pen: Pen, mood: Mood, dice: Random) -> None:
    """A market stall under a striped awning."""
    stripe = dice.choice(AWNINGS)
    for x in (-52, 46):
        pen.rect(x, -74, 7, 74, mood.shaded(OCHRE))
    pen.rect(-56, -34, 112, 34, mood.lit(DUNE))
    for x, fruit in ((-38, OCHRE), (-16, CLAY), (6, HONEY), (28, CLAY)):
        pen.dome(x, -34, 13, 14, mood.lit(fruit))
    for number in range(6):
        x, colour = -66 + number * 22, mood.lit(CHALK if number % 2 else stripe)
        pen.polygon([(x * 0.86, -112), ((x + 22) * 0.86, -112), (x + 22, -74), (x, -74)], colour)
        pen.polygon(arc_points(x + 11, -75, 11, 11, 0, 180), colour)


def clock_tower(pen: Pen, mood: Mood, dice: Random) -> None:
    """A town hall with a clock tower."""
    wall = dice.choice((SAND, HONEY, ROSE))
    pen.rect(-120, -92, 240, 92, mood.shaded(wall))
    pen.rect(-126, -102, 252, 12, mood.lit(CLAY))
    for x in (-96, -64, 64, 96):
        pen.arch(x, 0, 22, 62, mood.window)
    body(pen, mood, (74, 244), wall, 0.35)
    pen.rect(-44, -254, 88, 14, mood.lit(CLAY))
    pen.polygon([(-38, -254), (0, -330), (38, -254)], mood.lit(CLAY))
    pen.polygon([(0, -330), (38, -254), (12, -254)], mood.shaded(CLAY))
    pen.circle(0, -204, 22, mood.lit(CHALK))
    pen.stroke([(0, -218), (0, -204), (10, -200)], 4, BALTIC)
    pen.arch(0, -96, 26, 60, mood.window)
    pen.arch(0, 0, 34, 64, mood.window)


def tower_block(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A round high-rise with a disc on top, between lower blocks."""
    body(pen.at(-72, 0), mood, (66, 150), ROSE)
    body(pen.at(74, 0), mood, (70, 186), HONEY)
    windows(pen, -78, -132, (2, 4), (26, 32), mood.window)
    windows(pen, 68, -168, (2, 5), (26, 32), mood.window)
    body(pen, mood, (76, 250), SAND, 0.35)
    for row in range(7):
        pen.rect(-30, -232 + row * 31, 46, 13, mood.window)
    pen.polygon([(-34, -250), (-62, -272), (62, -272), (34, -250)], mood.shaded(SAND))
    pen.rect(-62, -286, 124, 16, mood.lit(CLAY))
    pen.dome(0, -286, 34, 20, mood.lit(SAND))
    pen.stroke([(0, -300), (0, -334)], 5, mood.lit(CLAY))


def pillared_hall(pen: Pen, mood: Mood, dice: Random) -> None:
    """A town hall with pillars, a cupola and a flag."""
    wall, roof = dice.choice((SAND, CHALK, HONEY)), mood.lit(mood.slate)
    body(pen, mood, (240, 110), wall, 0.3)
    for x in (-96, 92):
        windows(pen, x, -86, (1, 2), (44, 40), mood.window)
    pen.rect(-70, -122, 140, 122, mood.shaded(wall))
    for x in range(-60, 61, 40):
        pen.rect(x - 8, -116, 16, 116, mood.lit(CHALK))
    pen.rect(-126, -120, 252, 12, mood.lit(CLAY))
    pen.polygon([(-84, -120), (0, -172), (84, -120)], mood.lit(wall))
    pen.polygon([(0, -172), (84, -120), (20, -120)], mood.shaded(wall))
    pen.rect(-32, -206, 64, 44, mood.lit(CHALK))
    pen.rect(12, -206, 20, 44, mood.shaded(CHALK))
    windows(pen, 0, -196, (3, 1), (20, 40), mood.window)
    pen.dome(0, -204, 40, 50, roof)
    pen.stroke([(0, -250), (0, -318)], 5, mood.lit(OCHRE))
    pen.polygon([(2, -320), (54, -304), (2, -288)], mood.lit(CLAY))


def mast(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A radio mast over a low hall and a block."""
    for low, high in ((0, 110), (110, 210), (210, 300)):
        near, top = 34 * (1 - low / 330), 34 * (1 - high / 330)
        for start, end in ((-near, top), (near, -top), (-near, -top), (near, top)):
            pen.stroke([(start, -low), (end, -high)], 5, mood.lit(CLAY))
        pen.stroke([(-top, -high), (top, -high)], 6, mood.lit(CHALK))
    pen.stroke([(0, -300), (0, -330)], 6, mood.lit(CLAY))
    for x, y in ((-22, -236), (24, -206)):
        pen.circle(x, y, 15, mood.lit(CHALK))
        pen.circle(x + 4, y, 9, mood.shaded(CHALK))
    body(pen.at(-62, 0), mood, (92, 92), SAND)
    pen.rect(-114, -102, 104, 12, mood.lit(CLAY))
    windows(pen, -70, -74, (2, 1), (38, 44), mood.window)
    body(pen.at(66, 0), mood, (80, 146), DUSK)
    for row in range(4):
        pen.rect(34, -128 + row * 31, 42, 14, mood.window)


def dome(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A domed hall with a slender tower on either side."""
    for x in (-104, 104):
        pen.rect(x - 10, -244, 20, 244, mood.shaded(SAND))
        pen.rect(x - 15, -204, 30, 9, mood.lit(SAND))
        pen.polygon([(x - 12, -244), (x, -296), (x + 12, -244)], mood.lit(mood.slate))
    body(pen, mood, (168, 104), SAND, 0.3)
    pen.rect(-62, -140, 124, 40, mood.lit(CHALK))
    pen.dome(0, -138, 66, 84, mood.lit(mood.slate))
    pen.polygon([(6, -222), *arc_points(0, -138, 66, 84, 276, 360), (34, -138)], mood.shaded(mood.slate))
    pen.stroke([(0, -220), (0, -252)], 5, mood.lit(HONEY))
    for x in (-54, 0, 54):
        pen.arch(x, 0, 32, 70, mood.window)
    windows(pen, 0, -128, (5, 1), (24, 30), mood.window)


def domed_church(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A church with rounded cupolas."""
    body(pen, mood, (190, 120), CHALK, 0.25)
    pen.rect(-100, -128, 200, 12, mood.lit(mood.slate))
    for x, foot, radius in ((-66, 128, 24), (66, 128, 24), (0, 128, 38)):
        tall = 80 if x == 0 else 34
        pen.rect(x - radius * 0.72, -foot - tall, radius * 1.44, tall, mood.lit(CHALK))
        pen.rect(x + radius * 0.2, -foot - tall, radius * 0.52, tall, mood.shaded(CHALK))
        pen.circle(x, -foot - tall - radius * 0.6, radius, mood.lit(OCHRE))
        top = -foot - tall - radius * 1.5
        pen.polygon([(x - radius * 0.5, top + 4), (x, top - radius), (x + radius * 0.5, top + 4)], mood.lit(OCHRE))
        pen.stroke([(x, top - radius * 0.8), (x, top - radius * 1.25)], 4, mood.lit(OCHRE))
    for x in (-58, 58):
        pen.arch(x, -28, 24, 62, mood.window)
    pen.arch(0, 0, 40, 84, mood.window)


def pagoda(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A tower of five upturned roofs."""
    for floor in range(5):
        half, y = 74 - floor * 12, -floor * 58
        pen.rect(-half * 0.66, y - 46, half * 1.32, 46, mood.lit(SAND))
        pen.rect(half * 0.2, y - 46, half * 0.46, 46, mood.shaded(SAND))
        pen.arch(0, y, half * 0.4, 36, mood.window)
        edge = [(-half * 1.2, y - 48), (-half * 0.5, y - 42), (half * 0.5, y - 42), (half * 1.2, y - 48)]
        pen.polygon([*edge, (half * 0.52, y - 66), (-half * 0.52, y - 66)], mood.lit(CLAY))
    pen.stroke([(0, -296), (0, -334)], 6, mood.lit(OCHRE))


def twin_towers(pen: Pen, mood: Mood, _dice: Random) -> None:
    """A white church front with two bell towers."""
    body(pen, mood, (120, 170), CHALK, 0.2)
    pen.polygon([(-60, -168), (0, -226), (60, -168)], mood.lit(HONEY))
    pen.circle(0, -150, 18, mood.window)
    for x in (-72, 72):
        body(pen.at(x, 0), mood, (58, 232), CHALK if x < 0 else SAND, 0.3)
        pen.rect(x - 34, -190, 68, 10, mood.lit(OCHRE))
        pen.rect(x - 34, -238, 68, 10, mood.lit(OCHRE))
        pen.dome(x, -238, 26, 42, mood.lit(CLAY))
        pen.stroke([(x, -278), (x, -300)], 5, mood.lit(OCHRE))
        pen.arch(x - 2, -196 + 6, 20, 36, mood.window)
        pen.arch(x - 2, -60, 18, 56, mood.window)
    pen.arch(0, 0, 44, 82, mood.window)


def stone_tower(pen: Pen, mood: Mood, _dice: Random) -> None:
    """An old fortress with a round tower."""
    pen.rect(-130, -96, 260, 96, mood.shaded(DUNE))
    for x in range(-130, 130, 40):
        pen.rect(x, -114, 22, 20, mood.shaded(DUNE))
    body(pen, mood, (92, 236), DUNE, 0.35)
    pen.rect(-54, -262, 108, 30, mood.lit(DUNE))
    for x in (-54, -20, 14):
        pen.rect(x, -280, 20, 20, mood.lit(DUNE))
    pen.rect(38, -280, 16, 48, mood.shaded(DUNE))
    pen.stroke([(0, -262), (0, -330)], 5, mood.lit(BALTIC))
    pen.polygon([(2, -332), (52, -318), (2, -302)], mood.lit(CLAY))
    for y in (-196, -130):
        pen.arch(-8, y + 30, 14, 36, mood.window)
    pen.arch(0, 0, 38, 68, mood.window)


ABROAD = {
    "flat-house": Thing(flat_house, 126, 146),
    "hip-house": Thing(hip_house, 146, 100),
    "tile-house": Thing(tile_house, 112, 144),
    "block": Thing(block, 86, 250),
    "stall": Thing(stall, 140, 112),
    "clock-tower": Thing(clock_tower, 250, 330),
    "high-rise": Thing(tower_block, 220, 334),
    "pillared-hall": Thing(pillared_hall, 252, 320),
    "mast": Thing(mast, 224, 332),
    "dome": Thing(dome, 240, 252),
    "domed-church": Thing(domed_church, 200, 304),
    "pagoda": Thing(pagoda, 190, 334),
    "twin-towers": Thing(twin_towers, 210, 300),
    "stone-tower": Thing(stone_tower, 250, 332),
}
