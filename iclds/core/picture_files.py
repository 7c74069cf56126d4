"""What a picture file may carry besides the picture, and the colours that browsers know."""

import io
import os
from typing import IO, Any

from django.core.files.base import ContentFile, File
from PIL import Image, ImageCms, UnidentifiedImageError

# EXIF 2.32, section 4.6.3: the tag that points at the position data (GPS IFD).
GPS = 0x8825
# What every browser shows; print (CMYK) and measuring (16 bits) are turned into it.
WEB_MODES = {"1", "L", "LA", "P", "PA", "RGB", "RGBA"}
_IS_FIT = "is_fit_for_the_site"


def fit_file(file: File, *, name: str) -> File:
    """The file as the site keeps it: itself where it is fit, otherwise a new one of the same name.

    What comes out is marked and not looked at again. Where the picture is not fit it is read and written anew, which
    takes seconds for a large one: so not inside a transaction.
    """
    if getattr(file, _IS_FIT, False):
        return file
    if cleaned := made_fit(file):
        # With its name: Django measures no nameless file.
        file = ContentFile(cleaned, name=os.path.basename(name))
    setattr(file, _IS_FIT, True)
    return file


def made_fit(file: IO[bytes]) -> bytes | None:
    """The file as the site keeps it: without its position, in colours of the web. None where it is fit as it is.

    Phones write where a picture was taken, and Wagtail keeps that in its renditions (case D02); pictures made for print
    come out in wrong colours or not at all.
    """
    file.seek(0)
    try:
        with Image.open(file) as picture:
            exif = picture.getexif()
            if picture.mode in WEB_MODES and GPS not in exif:
                return None
            exif.pop(GPS, None)
            cleaned = io.BytesIO()
            if picture.mode in WEB_MODES:
                picture.save(cleaned, picture.format, exif=exif, **_options(picture))
            else:
                _in_web_colours(picture).save(cleaned, picture.format, exif=exif, quality=95)
            return cleaned.getvalue()
    except (UnidentifiedImageError, OSError, ValueError):
        # Not a picture that Pillow can rewrite: the form decides whether it is taken at all.
        return None
    finally:
        file.seek(0)


def _options(picture: Image.Image) -> dict[str, Any]:
    """How to write the picture again so that nothing of it is lost."""
    # JPEG can be written with the same quantisation.
    kept = {"quality": "keep"} if picture.format == "JPEG" else {}
    return {**kept, "icc_profile": picture.info.get("icc_profile")}


def _in_web_colours(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):
        return picture.point(lambda value: value / 256).convert("L")  # 65,536 shades to 256
    if profile := picture.info.get("icc_profile"):
        try:
            converted = ImageCms.profileToProfile(
                picture, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile that cannot be read says nothing: Pillow's own conversion is the next best
    return picture.convert("RGB")
