"""What a picture file may carry besides the picture."""

import io
from typing import IO

from PIL import Image, UnidentifiedImageError

# EXIF 2.32, section 4.6.3: the tag that points at the position data (GPS IFD).
GPS = 0x8825


def without_position(file: IO[bytes]) -> bytes | None:
    """The file without its position data, the picture itself untouched; None where there is nothing to take out.

    Phones write where a picture was taken. Wagtail keeps that in its renditions, so it goes at the door (case D02).
    """
    file.seek(0)
    try:
        with Image.open(file) as picture:
            exif = picture.getexif()
            if GPS not in exif:
                return None
            del exif[GPS]
            cleaned = io.BytesIO()
            # JPEG can be written again with the same quantisation, so that nothing of the picture is lost.
            options = {"quality": "keep"} if picture.format == "JPEG" else {}
            profile = picture.info.get("icc_profile")
            picture.save(cleaned, picture.format, exif=exif, icc_profile=profile, **options)
            return cleaned.getvalue()
    except (UnidentifiedImageError, OSError, ValueError):
        # Not a picture that Pillow can rewrite: the form decides whether it is taken at all.
        return None
    finally:
        file.seek(0)
