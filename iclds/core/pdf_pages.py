"""The first page of a PDF as a picture."""

import io
import threading

import pypdfium2

# Pixels: twice the width at which covers are shown, and high enough for a sheet of A4.
WIDEST, HIGHEST = 960, 1360
QUALITY = 85

# PDFium may be used by one thread at a time ("Thread incompatibility" in the README of pypdfium2).
_one_at_a_time = threading.Lock()


def first_page(pdf: bytes) -> bytes | None:
    """The first page as JPEG; None where there is none to see: an encrypted or broken file, or no PDF at all."""
    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError:
            return None
        try:
            if not len(document):
                return None
            page = document[0]
            width, height = page.get_size()
            if not (width > 0 and height > 0):
                return None
            picture = page.render(scale=min(WIDEST / width, HIGHEST / height)).to_pil().convert("RGB")
        except pypdfium2.PdfiumError:
            return None
        finally:
            document.close()
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=QUALITY, optimize=True)
    return jpeg.getvalue()
