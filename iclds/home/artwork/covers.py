"""The covers of publications, and the picture that goes with a shared link."""

from iclds.home.artwork.canvas import Canvas, Pen, arc_points, as_jpeg
from iclds.home.artwork.layouts import draw_on
from iclds.home.artwork.lettering import LINE_HEIGHT, Block, fit, width, write
from iclds.home.artwork.palette import BALTIC, CHALK, CLAY, HONEY, MOODS, SAND, Colour, Mood, mix
from iclds.home.artwork.scenes import cover_scene, share_scene

COVER_SIZE = (900, 1260)
SHARE_SIZE = (1200, 630)
MARGIN = 72
TITLE_TOP, TITLE_ROOM = 226, 400
TITLE_SIZES = range(84, 33, -2)
SEMIBOLD = 0.016


def cover_picture(title: str, authors: str, year: str, series: str) -> bytes:
    """A cover of 900 by 1260: the title in type over a landscape. All but the title may be empty."""
    canvas = Canvas(*COVER_SIZE, BALTIC)
    scene = cover_scene(title, series)
    mood = MOODS[scene.mood]
    draw_on(canvas.pen, scene, (0, COVER_SIZE[1] - 506, 900 / 1600), COVER_SIZE)
    ink, accent = _inks(mood)
    _head(canvas, series, ink, accent)
    block = fit(title, COVER_SIZE[0] - 2 * MARGIN, TITLE_ROOM, TITLE_SIZES)
    foot = _lines(canvas, block, TITLE_TOP, ink)
    _byline(canvas, foot, authors, year, (ink, accent))
    return as_jpeg(canvas.finished())


def share_picture() -> bytes:
    """The site's own picture, 1200 by 630, with the wordmark on the disc."""
    canvas = Canvas(*SHARE_SIZE, SAND)
    draw_on(canvas.pen, share_scene(), (0, -24, 0.75), SHARE_SIZE)
    size = 104
    write(canvas, (600 - width("ICLD", size) / 2, 282), "ICLD", size, BALTIC, SEMIBOLD)
    return as_jpeg(canvas.finished())


def _inks(mood: Mood) -> tuple[Colour, Colour]:
    """The colours of the title and of what goes with it, readable on the sky."""
    return (CHALK, HONEY) if mood.dark > 0.1 else (BALTIC, mix(CLAY, BALTIC, 0.45))


def _head(canvas: Canvas, series: str, ink: Colour, accent: Colour) -> None:
    """The sign and the wordmark on the left, the series below them."""
    sign(canvas.pen.at(MARGIN + 3, 84), ink)
    write(canvas, (MARGIN + 74, 92), "ICLD", 40, ink, SEMIBOLD)
    canvas.pen.rect(MARGIN, 122, COVER_SIZE[0] - 2 * MARGIN, 3, ink)
    if series:
        block = fit(series, COVER_SIZE[0] - 2 * MARGIN, 40, range(28, 17, -1))
        write(canvas, (MARGIN, 170), block.lines[0], block.size, accent, SEMIBOLD / 2)


def sign(pen: Pen, ink: Colour) -> None:
    """Two places joined by a line."""
    pen.stroke(arc_points(28, 8, 22, 26, 180, 360), 5, ink)
    for x in (6, 50):
        pen.circle(x, 8, 9, ink)


def _lines(canvas: Canvas, block: Block, top: float, ink: Colour) -> float:
    """Sets the block; returns where its last line stands."""
    baseline = top
    for number, line in enumerate(block.lines):
        baseline = top + block.size * (0.74 + number * LINE_HEIGHT)
        write(canvas, (MARGIN, baseline), line, block.size, ink, SEMIBOLD)
    return baseline


def _byline(canvas: Canvas, foot: float, authors: str, year: str, inks: tuple[Colour, Colour]) -> None:
    """Who wrote it and when, in one or two lines below the title."""
    ink, accent = inks
    baseline = foot + 64
    if authors:
        block = fit(authors, COVER_SIZE[0] - 2 * MARGIN, 72, range(30, 21, -1))
        for line in block.lines:
            write(canvas, (MARGIN, baseline), line, block.size, ink)
            baseline += block.size * LINE_HEIGHT
    if year:
        write(canvas, (MARGIN, baseline + (4 if authors else 0)), year, 28, accent, SEMIBOLD / 2)
