"""Makes the first pictures and documents. Each is found again by its title, which editors see in the choosers."""

import io
from collections.abc import Callable

from django.core.files.base import ContentFile
from PIL import Image

from iclds.core.models import SiteDocument, SiteImage
from iclds.core.pictures import USES


def find_or_make_picture(
    title: str, filename: str, make: Callable[[], bytes], descriptions: dict[str, str]
) -> SiteImage:
    """The picture with this title; drawn and stored where it is missing."""
    existing = SiteImage.objects.filter(title=title).first()
    if existing:
        return existing
    data = make()
    width, height = Image.open(io.BytesIO(data)).size
    image = SiteImage(
        title=title,
        description=descriptions["en"][:255],
        description_sv=descriptions["sv"][:255],
        width=width,
        height=height,
    )
    image.file = ContentFile(data, name=filename)
    image.file_size = len(data)
    image.save()
    return image


def find_or_make_document(title: str, filename: str, make: Callable[[], bytes]) -> SiteDocument:
    """The document with this title; written and stored where it is missing."""
    existing = SiteDocument.objects.filter(title=title).first()
    if existing:
        return existing
    document = SiteDocument(title=title)
    document.file.save(filename, ContentFile(make()), save=False)
    document._set_document_file_metadata()
    document.save()
    return document


def make_card_renditions() -> None:
    """Make what the lists show, so that the first visitor of a page full of pictures need not wait for them."""
    for image in SiteImage.objects.filter(renditions=None).iterator():
        image.get_renditions(*USES["card"].specs)
