"""Pictures and documents, with real files."""

from collections.abc import Sequence
from typing import Any

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from fpdf import FPDF
from wagtail.models import Collection

from iclds.core.models import SiteDocument, SiteImage, SiteRendition


def pdf_of(*colours: Sequence[int], size: tuple[float, float] = (210, 297), password: str = "") -> bytes:
    """A PDF with a page all in each colour."""
    pdf = FPDF(format=size)
    for colour in colours:
        pdf.add_page()
        pdf.set_fill_color(*colour)
        pdf.rect(0, 0, *size, style="F")
    if password:
        pdf.set_encryption(owner_password=password, user_password=password)
    return bytes(pdf.output())


class ImageFactory(wagtail_factories.ImageFactory):
    """A picture with descriptions, so small that its renditions are made at once."""

    title = factory.Sequence(lambda number: f"IMG_{number:04}_final")
    description = "A well"
    description_sv = "En brunn"
    collection = factory.LazyFunction(Collection.get_first_root_node)
    file = factory.django.ImageField(width=160, height=90, color="teal", format="JPEG", filename="IMG_0001_final.jpg")

    class Meta:
        model = SiteImage


class RenditionFactory(factory.django.DjangoModelFactory):
    image = factory.SubFactory(ImageFactory)
    filter_spec = "fill-400x225|format-jpeg"
    width = 400
    height = 225
    file = factory.django.ImageField(width=400, height=225, format="JPEG")

    class Meta:
        model = SiteRendition


class DocumentFactory(wagtail_factories.DocumentFactory):
    title = "Guidelines"
    collection = factory.LazyFunction(Collection.get_first_root_node)
    file = factory.django.FileField(filename="guidelines.pdf", data=b"%PDF-1.4 guidelines")

    class Meta:
        model = SiteDocument

    @classmethod
    def _create(cls, model_class: type[SiteDocument], *args: Any, **kwargs: Any) -> SiteDocument:
        """With its size, as after an upload."""
        document = model_class(*args, **kwargs)
        document._set_document_file_metadata()
        document.save()
        return document


def document_with_cover() -> SiteDocument:
    """A PDF whose job is done, without the time that drawing takes."""
    document = DocumentFactory(file=ContentFile(pdf_of((30, 30, 200)), name="report.pdf"))
    SiteDocument.objects.filter(pk=document.pk).update(cover=ImageFactory(), cover_file=document.file.name)
    document.refresh_from_db()
    return document
