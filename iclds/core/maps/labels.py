"""Where the names of places stand on a picture: beside their dots, inside the frame, and not on each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from iclds.core.maps.projections import Frame, Point

# An average letter of a sans serif, and the height of a line, as shares of the size of the type.
LETTER, LINE = 0.56, 1.15
GAP = 4
EDGE = 4


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, point: Point) -> bool:
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


@dataclass(frozen=True)
class Label:
    """A name, the point that its text is anchored at, and which end of the text that is."""

    text: str
    x: int
    y: int
    anchor: str
    box: Box


@dataclass(frozen=True)
class Named:
    """What wants a name: a dot and its radius."""

    text: str
    point: Point
    radius: float


def placed(
    wanted: Sequence[Named], frame: Frame, size: float, *, lines: Iterable[Point] = (), sure: int = 0
) -> list[Label | None]:
    """A label for each, in the order of importance, and None where there is no room; the first `sure` get one anyway.

    No label stands on another or on more than one dot. `lines` are points that are better not covered.
    """
    dots = [_around(named) for named in wanted]
    lines = list(lines)
    labels: list[Label | None] = []
    for number, (named, own) in enumerate(zip(wanted, dots, strict=True)):
        taken = [label.box for label in labels if label]
        others = [dot for dot in dots if dot is not own]
        labels.append(_best(list(_choices(named, frame, size)), taken, others, lines, must=number < sure))
    return labels


def _best(choices: list[Label], taken: list[Box], dots: list[Box], lines: list[Point], *, must: bool) -> Label | None:
    def covered(label: Label) -> tuple[int, int]:
        return sum(label.box.meets(dot) for dot in dots), sum(label.box.holds(point) for point in lines)

    free = [label for label in choices if not any(label.box.meets(box) for box in taken)]
    best = min(free, key=covered, default=None)
    if best and (must or covered(best)[0] <= 1):
        return best
    return choices[-1] if must else None


def _choices(named: Named, frame: Frame, size: float) -> Iterator[Label]:
    """Right, left, above and below as far as they fit; then above and below but moved into it."""
    text = cut_to(named.text, int((frame.width - 2 * EDGE) / LETTER / size))
    (x, y), away = named.point, named.radius + GAP
    width, baseline = len(text) * LETTER * size, 0.35 * size
    beside = [("start", x + away, y + baseline), ("end", x - away, y + baseline)]
    upright = [("middle", x, y - away - 0.2 * size), ("middle", x, y + away + 0.8 * size)]
    for anchor, at_x, at_y in beside + upright:
        label = _label(text, at_x, at_y, anchor, width, size)
        if _fits(label.box, frame):
            yield label
    inner = min(max(x, EDGE + width / 2), frame.width - EDGE - width / 2)
    moved = [_label(text, inner, at_y, "middle", width, size) for _anchor, _x, at_y in upright]
    towards_middle = moved if y < frame.height / 2 else moved[::-1]
    yield from (label for label in towards_middle[:-1] if _fits(label.box, frame))
    yield towards_middle[-1]


def _label(text: str, x: float, y: float, anchor: str, width: float, size: float) -> Label:
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    box = Box(left, y - 0.85 * size, left + width, y + (LINE - 0.85) * size)
    return Label(text, round(x), round(y), anchor, box)


def _fits(box: Box, frame: Frame) -> bool:
    return frame.holds((box.left, box.top), EDGE) and frame.holds((box.right, box.bottom), EDGE)


def _around(named: Named) -> Box:
    (x, y), radius = named.point, named.radius
    return Box(x - radius, y - radius, x + radius, y + radius)


def cut_to(text: str, letters: int) -> str:
    """The text as far as there is room for it, with an ellipsis where that is not all."""
    return text if len(text) <= letters else f"{text[: max(letters - 1, 1)].rstrip()}…"
