"""What every building and plant of a drawing has in common."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from iclds.home.artwork.canvas import Pen
from iclds.home.artwork.palette import CHALK, CLAY, DUNE, DUSK, HONEY, OCHRE, ROSE, SAGE, SAND, Colour, Mood

WIDTH, HEIGHT = 1600, 900  # of a scene

NORDIC_WALLS = (CLAY, HONEY, CHALK, CLAY, DUSK, OCHRE, SAND)
WARM_WALLS = (SAND, OCHRE, ROSE, CHALK, DUSK, DUNE, HONEY)
AWNINGS = (CLAY, OCHRE, SAGE, DUSK)


@dataclass(frozen=True)
class Thing:
    """Something that stands on the ground. It is drawn with its foot's middle in the pen's origin."""

    draw: Callable[[Pen, Mood, Random], None]
    width: float
    height: float


def dice(*seeds: str) -> Random:
    """Chance that falls the same way every time for the same seeds."""
    return Random("/".join(seeds))  # noqa: S311 (draws pictures, guards nothing)


def windows(pen: Pen, x: float, y: float, grid: tuple[int, int], step: tuple[float, float], fill: Colour) -> None:
    """A grid of upright windows, (columns, rows), centred on x; y is the top of the first row."""
    columns, rows = grid
    width, height = step[0] * 0.5, step[1] * 0.55
    left = x - (columns - 1) * step[0] / 2 - width / 2
    for row in range(rows):
        for column in range(columns):
            pen.rect(left + column * step[0], y + row * step[1], width, height, fill)


def body(pen: Pen, mood: Mood, size: tuple[float, float], wall: Colour, shade: float = 0.3) -> None:
    """An upright box, (width, height), whose right part lies in the shade."""
    width, height = size
    pen.rect(-width / 2, -height, width, height, mood.lit(wall))
    pen.rect(width / 2 - width * shade, -height, width * shade, height, mood.shaded(wall))
