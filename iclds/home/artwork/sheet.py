"""A sheet of paper of ICLD: the head of the first page, running heads, feet and metadata."""

from datetime import UTC, datetime

from fpdf import FPDF, ViewerPreferences

from iclds.home.artwork.palette import BALTIC, CHALK, HONEY, OCHRE, SEA, Colour
from iclds.home.artwork.plain_text import in_cp1252

AUTHOR = {
    "en": "ICLD, Swedish International Centre for Local Democracy",
    "sv": "ICLD, Internationellt centrum för lokal demokrati",
}
PAGE = {"en": "Page {number}", "sv": "Sida {number}"}
CREATED = datetime(2026, 1, 1, tzinfo=UTC)  # fixed, so that a second load writes the same file

FONT, SMALL = "helvetica", 8.5
MARGIN, TOP, BOTTOM = 25.0, 34.0, 26.0  # millimetres, as all measures here
BAND = 96.0  # the coloured head of the first page

# The outlines of the two towns on the band: x from the town's left edge, height.
NORTH = [(0, 0), (0, 6), (3, 9.5), (6, 6), (6, 0), (7, 0), (7, 11), (9, 11), (9, 13), (12, 13), (12, 11), (14, 11),
         (14, 0), (15, 0), (15, 12), (17.5, 22), (20, 12), (20, 8), (27, 8), (28.5, 5), (28.5, 0), (29.5, 0), (29.5, 5),
         (32, 8), (34.5, 5), (34.5, 0)]  # fmt: skip
SOUTH = [(0, 0), (0, 5), (-1, 5), (1, 8), (7, 8), (9, 5), (8, 5), (8, 0), (9, 0), (9, 14), (13, 14), (13, 0), (14, 0),
         (14, 9), (16, 9), (16, 18), (15, 18), (18, 22), (21, 18), (20, 18), (20, 9), (23, 9), (23, 0), (24, 0),
         (24, 7), (27, 7), (27, 10), (31, 10), (31, 7), (33, 7), (33, 0)]  # fmt: skip
NORTH_AT, SOUTH_AT, LANDMARKS = 92.0, 158.0, (17.5, 18.0)  # left edges; where the landmarks rise


class Sheet(FPDF):
    """A document of ICLD with its head and foot."""

    def __init__(self, title: str, language: str) -> None:
        super().__init__(format="A4")
        self.core_fonts_encoding = "cp1252"  # with it the core fonts have dashes and curly quotation marks
        self.document_title, self.language = in_cp1252(title), language
        self.set_title(title)
        self.set_author(AUTHOR[language])
        self.set_lang(language)
        self.set_creation_date(CREATED)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_margins(MARGIN, TOP, MARGIN)
        self.set_auto_page_break(True, BOTTOM)

    def header(self) -> None:
        if self.page_no() == 1:
            self._title_band()
        else:
            self._running_head()

    def footer(self) -> None:
        self.set_y(-16)
        self.type(SMALL, SEA)
        number = PAGE[self.language].format(number=self.page_no())
        self.cell(self.epw * 0.75, 5, in_cp1252(AUTHOR[self.language]), align="L")
        self.cell(0, 5, number, align="R")

    def _title_band(self) -> None:
        self.set_fill_color(BALTIC)
        self.rect(0, 0, self.w, BAND, style="F")
        self._two_places()
        self.emblem(MARGIN, 16, CHALK)
        self.type(15, CHALK, "B")
        self.text(MARGIN + 14, 20, "ICLD")
        self.set_xy(MARGIN, 32)
        size = 26.0 if len(self.document_title) < 90 else 19.0
        self.type(size, CHALK, "B")
        self.multi_cell(0, size * 0.42, self.document_title, align="L")
        self.set_y(BAND + 12)

    def _two_places(self) -> None:
        """Two towns on the band's lower edge and the line between them, as on the site's drawings."""
        self.set_fill_color(SEA)
        for outline, left in ((NORTH, NORTH_AT), (SOUTH, SOUTH_AT)):
            self.polygon([(left + x, BAND - height) for x, height in outline], style="F")
        start, end = NORTH_AT + LANDMARKS[0], SOUTH_AT + LANDMARKS[1]
        self.set_draw_color(HONEY)
        self.set_line_width(0.8)
        self.arc(start, BAND - 36, end - start, 180, 360, 22)
        for x in (start, end):
            self.dot(x, BAND - 25, 2, HONEY)
            self.dot(x, BAND - 25, 0.9, BALTIC)
        self.set_fill_color(OCHRE)
        self.rect(0, BAND, self.w, 1.6, style="F")

    def _running_head(self) -> None:
        self.emblem(MARGIN, 14, BALTIC)
        self.type(11, BALTIC, "B")
        self.text(MARGIN + 13, 17.8, "ICLD")
        self.type(SMALL, SEA)
        self.set_xy(MARGIN + 30, 13.6)
        self.cell(0, 5, self.document_title, align="R")
        self.set_draw_color(OCHRE)
        self.set_line_width(0.5)
        self.line(MARGIN, 22, self.w - MARGIN, 22)
        self.set_y(TOP)

    def emblem(self, x: float, y: float, colour: Colour) -> None:
        """Two dots joined by an arc, 10 wide."""
        self.set_draw_color(colour)
        self.set_line_width(0.9)
        self.arc(x + 1.4, y - 1.2, 7.6, 180, 360, 9)
        for middle in (x + 1.4, x + 9.0):
            self.dot(middle, y + 3.3, 1.4, colour)

    def dot(self, x: float, y: float, radius: float, colour: Colour) -> None:
        self.set_fill_color(colour)
        self.circle(x, y, radius, style="F")

    def type(self, size: float, colour: Colour, style: str = "") -> None:
        """Sets the font for what follows."""
        self.set_font(FONT, style, size)
        self.set_text_color(colour)

    def needs(self, height: float) -> None:
        """Begins a new page where so much room is not left."""
        if self.will_page_break(height):
            self.add_page()
