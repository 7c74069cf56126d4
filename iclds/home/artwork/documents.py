"""The PDFs of the first content, set from their texts: A4, in the colours of the site, the same bytes every time."""

from collections.abc import Sequence
from typing import Any

from fpdf import FontFace, XPos, YPos
from fpdf.enums import TableBordersLayout, TableCellFillMode

from iclds.home.artwork.palette import BALTIC, CHALK, CLAY, DUNE, INK, SAND, SEA, Colour, mix
from iclds.home.artwork.plain_text import in_cp1252
from iclds.home.artwork.sheet import MARGIN, Sheet

BODY_SIZE, HEADING_SIZE, TABLE_SIZE = 10.5, 14.0, 9.0
LEADING = 5.5  # millimetres
ROW_HEIGHT = 13.5  # of a table's row with two lines


def make_pdf(document: dict[str, Any]) -> bytes:
    """The PDF of an entry of documents.yaml: title, language, and sections of paragraphs, bullets and a table."""
    sheet = Sheet(document["title"], document.get("language", "en"))
    sheet.add_page()
    for section in document["sections"]:
        _section(sheet, section)
    return bytes(sheet.output())


def _section(sheet: Sheet, section: dict[str, Any]) -> None:
    if heading := section.get("heading"):
        _heading(sheet, heading)
    paragraphs, bullets, table = (section.get(part) for part in ("paragraphs", "bullets", "table"))
    for paragraph in paragraphs or ():
        sheet.needs((4 if paragraph.endswith(":") else 2) * LEADING)
        sheet.type(BODY_SIZE, INK)
        _text(sheet, paragraph)
        sheet.ln(2)
    for bullet in bullets or ():
        _bullet(sheet, bullet)
    if table:
        _table(sheet, table)
    sheet.ln(4)


def _heading(sheet: Sheet, heading: str) -> None:
    """A heading with its bookmark; never the last thing on a page."""
    sheet.needs(HEADING_SIZE * 0.5 + 4 * LEADING)
    sheet.start_section(in_cp1252(heading))
    sheet.type(HEADING_SIZE, BALTIC, "B")
    sheet.multi_cell(0, HEADING_SIZE * 0.45, in_cp1252(heading), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    sheet.ln(1.6)


def _text(sheet: Sheet, text: str) -> None:
    sheet.multi_cell(0, LEADING, in_cp1252(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _bullet(sheet: Sheet, text: str) -> None:
    """One point of a list, its lines indented alike."""
    sheet.needs(2 * LEADING)
    sheet.type(BODY_SIZE, CLAY)
    sheet.cell(6, LEADING, "•")
    sheet.type(BODY_SIZE, INK)
    sheet.set_left_margin(MARGIN + 6)
    _text(sheet, text)
    sheet.set_left_margin(MARGIN)
    sheet.set_x(MARGIN)
    sheet.ln(0.8)


def _table(sheet: Sheet, table: dict[str, Any]) -> None:
    """A table with its head in colour, repeated on every page; wide texts get wide columns."""
    headers, rows = table["headers"], table["rows"]
    whole = (len(rows) + 1) * ROW_HEIGHT
    sheet.needs(whole if whole < sheet.eph / 2 else 4 * ROW_HEIGHT)
    sheet.ln(1)
    sheet.type(TABLE_SIZE, INK)
    sheet.set_draw_color(DUNE)
    sheet.set_fill_color(255)
    sheet.set_line_width(0.3)
    with sheet.table(
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        cell_fill_color=_rgb(mix(SAND, CHALK, 0.3)),
        cell_fill_mode=TableCellFillMode.EVEN_ROWS,
        col_widths=_column_shares([headers, *rows]),
        headings_style=FontFace(emphasis="BOLD", color=_rgb(CHALK), fill_color=_rgb(SEA)),
        line_height=4.8,
        padding=2,
        text_align="LEFT",
    ) as grid:
        for row in [headers, *rows]:
            grid.row([in_cp1252(str(cell)) for cell in row])


def _column_shares(rows: Sequence[Sequence[Any]]) -> tuple[int, ...]:
    """How wide the columns are to each other, by their longest texts, within limits."""
    return tuple(min(60, max(24, *(len(str(cell)) for cell in column))) for column in zip(*rows, strict=True))


def _rgb(colour: Colour) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue
