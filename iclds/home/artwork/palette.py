"""The colours of the drawings: one palette, and the moods that are mixed from it."""

from dataclasses import dataclass
from functools import cache

Colour = str

INK = "#072a34"
BALTIC = "#0b3c49"
SEA = "#1d6072"
DUSK = "#8fb0c0"
OCHRE = "#d98e2b"
HONEY = "#f0bb62"
CLAY = "#b5523b"
ROSE = "#dd9579"
SAND = "#f4ecdd"
DUNE = "#e3d3b4"
SAGE = "#8fa98f"
MOSS = "#56735f"
PINE = "#1f4a45"
CHALK = "#fffaf0"


@cache
def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`first` with a share of `second` (0 to 1) in it."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: Colour) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


@dataclass(frozen=True)
class Mood:
    """The colours of one picture: a time of day and its light."""

    sky: Colour
    sun: Colour  # the disc that carries the theme
    far: Colour  # what lies farthest away
    middle: Colour
    shore: Colour  # the ground on both sides
    water: Colour
    shimmer: Colour
    line: Colour  # the line that joins the two places
    dark: float = 0.0  # how much of the night is in walls and trees
    window: Colour = BALTIC
    slate: Colour = SEA  # roofs that must not drown in the sky

    def lit(self, colour: Colour) -> Colour:
        """A thing's own colour in this light."""
        return mix(colour, INK, self.dark) if self.dark else colour

    @property
    def road(self) -> Colour:
        """The line where it lies on the ground, which is dark."""
        return SAND if self.line == BALTIC else self.line

    @property
    def cloud(self) -> Colour:
        return mix(self.sky, CHALK, 0.5) if self.sky != SAND else mix(SAND, DUSK, 0.3)

    def shaded(self, colour: Colour) -> Colour:
        """The side turned away from the light."""
        return mix(self.lit(colour), INK, 0.22)

    def hazy(self, colour: Colour, share: float = 0.5) -> Colour:
        """The same thing farther away."""
        return mix(self.lit(colour), self.far, share)


MOODS = {
    "morning": Mood(
        sky=SAND,
        sun=HONEY,
        far=mix(SAGE, SAND, 0.55),
        middle=SAGE,
        shore=PINE,
        water=mix(DUSK, SEA, 0.25),
        shimmer=mix(DUSK, SAND, 0.5),
        line=CLAY,
    ),
    "noon": Mood(
        sky=mix(DUSK, SAND, 0.35),
        sun=CHALK,
        far=mix(DUSK, SEA, 0.18),
        middle=mix(SAGE, SEA, 0.3),
        shore=BALTIC,
        water=SEA,
        shimmer=mix(SEA, DUSK, 0.5),
        line=BALTIC,
    ),
    "evening": Mood(
        sky=HONEY,
        sun=SAND,
        far=mix(OCHRE, ROSE, 0.5),
        middle=CLAY,
        shore=INK,
        water=BALTIC,
        shimmer=OCHRE,
        line=CLAY,
        dark=0.08,
        window=HONEY,
    ),
    "clay": Mood(
        sky=mix(ROSE, SAND, 0.3),
        sun=SAND,
        far=ROSE,
        middle=mix(CLAY, ROSE, 0.35),
        shore=BALTIC,
        water=SEA,
        shimmer=mix(ROSE, SEA, 0.3),
        line=BALTIC,
        dark=0.05,
    ),
    "sage": Mood(
        sky=mix(SAGE, SAND, 0.62),
        sun=SAND,
        far=mix(SAGE, SAND, 0.25),
        middle=mix(SAGE, MOSS, 0.5),
        shore=PINE,
        water=mix(SEA, MOSS, 0.35),
        shimmer=mix(SAGE, SAND, 0.3),
        line=CLAY,
    ),
    "night": Mood(
        sky=BALTIC,
        sun=SAND,
        far=mix(BALTIC, SEA, 0.55),
        middle=mix(BALTIC, SEA, 0.95),
        shore=INK,
        water=mix(BALTIC, INK, 0.35),
        shimmer=mix(SEA, DUSK, 0.3),
        line=HONEY,
        dark=0.24,
        window=HONEY,
        slate=mix(DUSK, SEA, 0.25),
    ),
    "dusk": Mood(
        sky=mix(DUSK, SEA, 0.45),
        sun=HONEY,
        far=mix(SEA, DUSK, 0.3),
        middle=SEA,
        shore=INK,
        water=mix(BALTIC, SEA, 0.3),
        shimmer=mix(HONEY, SEA, 0.35),
        line=SAND,
        dark=0.14,
        window=HONEY,
        slate=mix(BALTIC, SEA, 0.2),
    ),
}
