"""The marks of letters such as å, é, ș and ė, drawn onto letters that lack them."""

from PIL import ImageDraw

Points = list[tuple[float, float]]

NO_DOT, STROKE, CROSSBAR, LOW_BAR = "no dot", "stroke", "crossbar", "low bar"
BELOW = {LOW_BAR, "\u0326", "\u0327", "\u0328", "\u0323"}

# Lines above a letter, in shares of the type size: x from the letter's middle, y from its top, upwards negative.
LINES: dict[str, list[Points]] = {
    "\u0301": [[(-0.05, -0.1), (0.07, -0.22)]],  # acute
    "\u0300": [[(0.05, -0.1), (-0.07, -0.22)]],  # grave
    "\u0302": [[(-0.12, -0.1), (0, -0.2), (0.12, -0.1)]],  # circumflex
    "\u030c": [[(-0.12, -0.2), (0, -0.1), (0.12, -0.2)]],  # caron
    "\u0304": [[(-0.12, -0.15), (0.12, -0.15)]],  # macron
    "\u0306": [[(-0.12, -0.2), (-0.07, -0.12), (0, -0.1), (0.07, -0.12), (0.12, -0.2)]],  # breve
    "\u0303": [[(-0.13, -0.12), (-0.08, -0.17), (-0.02, -0.16), (0.03, -0.13), (0.09, -0.12), (0.13, -0.17)]],  # tilde
    "\u030b": [[(-0.1, -0.1), (-0.02, -0.22)], [(0.06, -0.1), (0.14, -0.22)]],  # double acute
    "\u0309": [[(-0.04, -0.22), (0.05, -0.2), (0.02, -0.13), (0, -0.1)]],  # hook
    CROSSBAR: [[(-0.02, 0.13), (0.34, 0.13)]],  # đ
    # from the base line
    "\u0326": [[(0.02, 0.11), (0.01, 0.16), (-0.04, 0.24)]],  # comma below
    "\u0327": [[(0.02, 0.02), (0.02, 0.09), (0.06, 0.15), (0, 0.2), (-0.06, 0.19)]],  # cedilla
    LOW_BAR: [[(-0.38, -0.36), (-0.08, -0.36)]],  # Đ
    "\u0328": [[(0.1, 0.01), (0.04, 0.1), (0.08, 0.18), (0.15, 0.16)]],  # ogonek
}
DOTS: dict[str, Points] = {
    "\u0308": [(-0.12, -0.16), (0.12, -0.16)],  # diaeresis
    "\u0307": [(0, -0.16)],  # dot above
    "\u0323": [(0, 0.16)],  # dot below
}
RING = "\u030a"


def knows(mark: str) -> bool:
    return mark in LINES or mark in DOTS or mark == RING


def draw_mark(
    draw: ImageDraw.ImageDraw, mark: str, place: tuple[float, float, float], pixels: int, stroke: int
) -> None:
    """A mark on the letter whose middle, top and base line are given, in pixels."""
    middle, top, baseline = place
    from_y = baseline if mark in BELOW else top
    thick = pixels * 0.075 + stroke * 1.4

    def at(point: tuple[float, float]) -> tuple[float, float]:
        return middle + point[0] * pixels, from_y + point[1] * pixels

    if mark == NO_DOT:
        draw.rectangle((middle - pixels * 0.2, top - stroke - 2, middle + pixels * 0.2, top + pixels * 0.16), fill=0)
    elif mark == STROKE:
        low, high = (middle - pixels * 0.2, baseline - pixels * 0.12), (middle + pixels * 0.2, baseline - pixels * 0.42)
        _line(draw, [low, high], thick * 0.8)
    elif mark == RING:
        _ring(draw, at((0, -0.165)), pixels * 0.115 + stroke * 0.5, thick * 0.72)
    elif mark in DOTS:
        for point in DOTS[mark]:
            _dot(draw, at(point), thick * 0.72)
    else:
        for line in LINES[mark]:
            _line(draw, [at(point) for point in line], thick)


def _dot(draw: ImageDraw.ImageDraw, centre: tuple[float, float], radius: float) -> None:
    x, y = centre
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)


def _ring(draw: ImageDraw.ImageDraw, centre: tuple[float, float], radius: float, thick: float) -> None:
    x, y = centre
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=255, width=round(thick))


def _line(draw: ImageDraw.ImageDraw, points: Points, thick: float) -> None:
    draw.line(points, fill=255, width=round(thick), joint="curve")
    for point in points:
        _dot(draw, point, thick / 2)
