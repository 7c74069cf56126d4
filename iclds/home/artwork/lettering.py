"""Type for the covers, set in the font that Pillow carries, so that no font has to be installed.

That font (Aileron) has the letters of English alone. Accents, rings and cedillas are therefore drawn onto the plain
letters here, dashes are drawn as bars, and what is left is written in Latin letters.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii
from PIL import Image, ImageDraw, ImageFont

from iclds.home.artwork.canvas import OVERSIZE, Canvas
from iclds.home.artwork.marks import CROSSBAR, LOW_BAR, NO_DOT, STROKE, draw_mark, knows
from iclds.home.artwork.palette import Colour

STROKED = {
    "ø": ("o", STROKE),
    "Ø": ("O", STROKE),
    "ł": ("l", STROKE),
    "Ł": ("L", STROKE),
    "đ": ("d", CROSSBAR),
    "Đ": ("D", LOW_BAR),
}
DASHES = {"–": 0.56, "—": 0.9, "−": 0.56}  # width as a share of the size
REPLACED = {"\xa0": " ", "\u202f": " ", "\u2011": "-", "„": "“", "€": "EUR", "•": "·", "\xad": ""}
LINE_HEIGHT = 1.2


@dataclass(frozen=True)
class Letter:
    base: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """Text broken into lines of one size."""

    lines: tuple[str, ...]
    size: int

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LINE_HEIGHT


@cache
def font(pixels: int) -> ImageFont.FreeTypeFont:
    """Pillow's own font; without FreeType Pillow has none that can be scaled."""
    found = ImageFont.load_default(size=pixels)
    if not isinstance(found, ImageFont.FreeTypeFont):
        raise RuntimeError("Pillow was built without FreeType and cannot set type.")
    return found


@cache
def has_glyph(character: str) -> bool:
    """Whether the font draws the character as anything but its box for unknown ones."""
    return character.isspace() or bytes(font(40).getmask(character)) != bytes(font(40).getmask("\uffff"))


@lru_cache(maxsize=512)
def spelled(text: str) -> tuple[Letter, ...]:
    """The text as letters that can be set: plain ones of the font with marks to draw."""
    return tuple(letter for character in unicodedata.normalize("NFC", text) for letter in _letters(character))


def _letters(character: str) -> list[Letter]:
    character = REPLACED.get(character, character)
    if character in DASHES or len(character) != 1 or has_glyph(character):
        return [Letter(part) for part in ([character] if character in DASHES else character)]
    if character in STROKED:
        base, mark = STROKED[character]
        return [Letter(base, (mark,))]
    decomposed = unicodedata.normalize("NFD", character)
    base, marks = decomposed[0], decomposed[1:]
    if marks and has_glyph(base):
        drawn = tuple(mark for mark in marks if knows(mark))
        return [Letter(base, (NO_DOT, *drawn) if base in "ij" and drawn else drawn)]
    return [Letter(plain) for plain in anyascii(character) if has_glyph(plain)]


def advances(text: str, pixels: int) -> list[float]:
    """Where each letter begins, and where the last one ends."""
    ends, start, run = [0.0], 0.0, ""
    for letter in spelled(text):
        if letter.base in DASHES:
            start, run = ends[-1] + DASHES[letter.base] * pixels, ""
            ends.append(start)
        else:
            run += letter.base
            ends.append(start + font(pixels).getlength(run))
    return ends


def width(text: str, size: float) -> float:
    return advances(text, round(size * OVERSIZE))[-1] / OVERSIZE


def write(canvas: Canvas, place: tuple[float, float], text: str, size: float, fill: Colour, weight: float = 0) -> None:
    """One line of text; `place` is the left end of its base line, `weight` thickens the strokes (share of the size)."""
    pixels = round(size * OVERSIZE)
    ends = advances(text, pixels)
    pad = pixels // 2
    mask = Image.new("L", (round(ends[-1]) + 2 * pad, pixels * 2))
    draw, baseline = ImageDraw.Draw(mask), round(pixels * 1.4)
    stroke = round(weight * pixels)
    for letter, start in zip(spelled(text), ends, strict=False):
        _set(draw, letter, (pad + start, baseline), pixels, stroke)
    canvas.stamp(mask, (place[0] - pad / OVERSIZE, place[1] - baseline / OVERSIZE), fill)


def _set(draw: ImageDraw.ImageDraw, letter: Letter, place: tuple[float, float], pixels: int, stroke: int) -> None:
    x, baseline = place
    if letter.base in DASHES:
        long, thick = DASHES[letter.base] * pixels, pixels * 0.075 + stroke
        y = baseline - pixels * 0.26
        draw.rectangle((x + long * 0.06, y - thick / 2, x + long * 0.94, y + thick / 2), fill=255)
        return
    draw.text(place, letter.base, font=font(pixels), fill=255, anchor="ls", stroke_width=stroke)
    if letter.marks:
        left, top, right, _ = font(pixels).getbbox(letter.base, anchor="ls")
        for mark in letter.marks:
            draw_mark(draw, mark, (x + (left + right) / 2, baseline + top, baseline), pixels, stroke)
            if mark == NO_DOT:
                top = font(pixels).getbbox("x", anchor="ls")[1]


def fit(text: str, width_limit: float, height_limit: float, sizes: range) -> Block:
    """The text in the first of the sizes in which it has room; in the last one, cut off, where it has none."""
    for size in sizes:
        block = Block(tuple(wrapped(text, width_limit, size)), size)
        if block.height <= height_limit:
            return block
    room = max(1, int(height_limit / (sizes[-1] * LINE_HEIGHT)))
    kept = list(block.lines[:room])
    while kept[-1] and width(kept[-1] + "…", block.size) > width_limit:
        kept[-1] = kept[-1][:-1]
    return Block((*kept[:-1], kept[-1].rstrip() + "…"), block.size)


def wrapped(text: str, width_limit: float, size: float) -> list[str]:
    """Lines no wider than the limit; words that are wider themselves are broken."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", size) <= width_limit:
            lines[-1] += f" {word}"
        else:
            lines += _broken(word, width_limit, size)
    return lines or [""]


def _broken(word: str, width_limit: float, size: float) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, size) > width_limit:
            pieces.append("")
        pieces[-1] += character
    return pieces
