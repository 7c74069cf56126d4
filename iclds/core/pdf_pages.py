"""The first page of a PDF as a picture.

Run it by iclds.background.limits alone: a PDF of a few kilobytes may take hours or all memory there is, or end the
process. Imports nothing of Django.
"""

import io
import math

import pypdfium2
from pypdfium2 import raw

from iclds.background.limited import Refused

# Pixels: twice the width at which covers are shown, and high enough for a sheet of A4.
WIDEST, HIGHEST = 960, 1360
QUALITY = 85

# Why a page is not drawn: what Refused says, and what iclds.core.cover_problems has in words.
PASSWORD, DAMAGED, NO_PAGES, PAGE_SIZE = "password", "damaged", "no-pages", "page-size"


def first_page(pdf: bytes) -> bytes:
    """The first page as JPEG. Raises Refused with one of the words above."""
    document = _opened(pdf)
    try:
        page = document[0]
        picture = page.render(scale=scale_to_fit(*page.get_size())).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise Refused(DAMAGED) from error
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=QUALITY, optimize=True)
    return jpeg.getvalue()


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise Refused(PASSWORD if is_locked else DAMAGED) from error
    if not len(document):
        raise Refused(NO_PAGES)
    return document


def scale_to_fit(width: float, height: float) -> float:
    """Pixels a point, by which a page of this size (points) fits: no bitmap is larger than WIDEST by HIGHEST.

    Raises Refused where that cannot be said.
    """
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        raise Refused(PAGE_SIZE)
    return min(WIDEST / width, HIGHEST / height)
