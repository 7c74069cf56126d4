"""A sheet to draw on with smooth edges, and pens that draw in coordinates of their own."""

import io
import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PIL import Image, ImageDraw

from iclds.home.artwork.palette import Colour

Point = tuple[float, float]

OVERSIZE = 3  # drawn so many times larger in each direction, then averaged: smoother than a filter at 2, and faster
QUALITIES = (82, 74, 66)  # the first that keeps the file small
LARGEST = 120_000  # bytes


def arc_points(x: float, y: float, rx: float, ry: float, start: float = 0, end: float = 360) -> list[Point]:
    """Points of an ellipse from one angle to another, in degrees, clockwise from three o'clock."""
    steps = max(6, int(abs(end - start) / 6))
    angles = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return [(x + rx * math.cos(angle), y + ry * math.sin(angle)) for angle in angles]


def bend(start: Point, control: Point, end: Point, steps: int = 24) -> list[Point]:
    """A quadratic curve from start to end, drawn towards the control point."""
    shares = [step / steps for step in range(steps + 1)]
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * control[0] + t * t * end[0],
            (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * control[1] + t * t * end[1],
        )
        for t in shares
    ]


def leaf_points(start: Point, tip: Point, width: float) -> list[Point]:
    """A leaf's outline from its stalk to its tip."""
    dx, dy = tip[0] - start[0], tip[1] - start[1]
    length = math.hypot(dx, dy)
    middle, across = (start[0] + dx / 2, start[1] + dy / 2), (-dy / length * width, dx / length * width)
    there = bend(start, (middle[0] + across[0], middle[1] + across[1]), tip, 14)
    back = bend(tip, (middle[0] - across[0], middle[1] - across[1]), start, 14)
    return [*there, *back]


def smooth(points: Sequence[Point], steps: int = 10) -> list[Point]:
    """A soft curve through all the points (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    curve = [_between(padded[at : at + 4], step / steps) for at in range(len(points) - 1) for step in range(steps)]
    return [*curve, points[-1]]


def _between(four: Sequence[Point], t: float) -> Point:
    def along(axis: int) -> float:
        a, b, c, d = (point[axis] for point in four)
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)

    return along(0), along(1)


class Pen:
    """Draws flat shapes. A pen set down elsewhere (`at`) has its origin there, its own scale and its own tilt."""

    def __init__(self, draw: ImageDraw.ImageDraw, origin: Point = (0, 0), scale: float = OVERSIZE, tilt: float = 0):
        self._draw = draw
        self._origin = origin
        self._scale = scale
        self._tilt = tilt
        self._cos, self._sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))

    def at(self, x: float, y: float, scale: float = 1, tilt: float = 0) -> "Pen":
        """A pen whose origin is at (x, y) of this one; `tilt` in degrees, clockwise."""
        return Pen(self._draw, self._place(x, y), self._scale * scale, self._tilt + tilt)

    def polygon(self, points: Iterable[Point], fill: Colour) -> None:
        self._draw.polygon([self._place(x, y) for x, y in points], fill=fill)

    def rect(self, x: float, y: float, width: float, height: float, fill: Colour) -> None:
        self.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], fill)

    def pill(self, x: float, y: float, width: float, height: float, fill: Colour) -> None:
        """A bar with round ends."""
        radius = min(width, height) / 2
        self.stroke([(x + radius, y + height / 2), (x + width - radius, y + height / 2)], 2 * radius, fill)

    def circle(self, x: float, y: float, radius: float, fill: Colour) -> None:
        (cx, cy), r = self._place(x, y), radius * self._scale
        self._draw.ellipse((cx - r, cy - r, cx + r, cy + r), fill=fill)

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: Colour) -> None:
        self.polygon(arc_points(x, y, rx, ry), fill)

    def dome(self, x: float, y: float, rx: float, ry: float, fill: Colour) -> None:
        """The upper half of an ellipse."""
        self.polygon(arc_points(x, y, rx, ry, 180, 360), fill)

    def arch(self, x: float, y: float, width: float, height: float, fill: Colour) -> None:
        """An opening with a round top; (x, y) is the middle of its foot."""
        half = width / 2
        top = arc_points(x, y - height + half, half, half, 180, 360)
        self.polygon([(x - half, y), *top, (x + half, y)], fill)

    def stroke(self, points: Sequence[Point], width: float, fill: Colour) -> None:
        """A line of even width with round ends and corners."""
        half = width / 2
        for (x1, y1), (x2, y2) in pairwise(points):
            length = math.hypot(x2 - x1, y2 - y1) or 1
            dx, dy = (y2 - y1) / length * half, (x1 - x2) / length * half
            self.polygon([(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy)], fill)
        for x, y in points:
            self.circle(x, y, half, fill)

    def _place(self, x: float, y: float) -> Point:
        return (
            self._origin[0] + self._scale * (x * self._cos - y * self._sin),
            self._origin[1] + self._scale * (x * self._sin + y * self._cos),
        )


class Canvas:
    """A sheet of the given size in its own colour. `pen` draws on it in final pixels."""

    def __init__(self, width: int, height: int, fill: Colour) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * OVERSIZE, height * OVERSIZE), fill)
        self.pen = Pen(ImageDraw.Draw(self._image))

    def cut_in(self, other: "Canvas", outline: Iterable[Point]) -> None:
        """Shows the other sheet, of the same size, inside the outline."""
        mask = Image.new("L", self._image.size)
        ImageDraw.Draw(mask).polygon([(x * OVERSIZE, y * OVERSIZE) for x, y in outline], fill=255)
        self._image.paste(other._image, mask=mask)

    def stamp(self, mask: Image.Image, place: Point, fill: Colour) -> None:
        """Colours what the mask lets through; the mask is as much larger as the sheet is while it is drawn on."""
        self._image.paste(fill, (round(place[0] * OVERSIZE), round(place[1] * OVERSIZE)), mask)

    def finished(self) -> Image.Image:
        return self._image.reduce(OVERSIZE)


def as_jpeg(image: Image.Image) -> bytes:
    data = b""
    for quality in QUALITIES:
        file = io.BytesIO()
        image.save(file, "JPEG", quality=quality, progressive=True, optimize=True)
        data = file.getvalue()
        if len(data) <= LARGEST:
            break
    return data
