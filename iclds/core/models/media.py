"""Pictures and documents."""

import os
import secrets
import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models, transaction
from django.db.models.fields.files import FieldFile
from django.utils.text import get_valid_filename
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image, SourceImageIOError

from iclds.core.cover_problems import sentence
from iclds.core.languages import in_language
from iclds.core.picture_files import fit_file

# What Django's file fields hold, and room for what a storage adds to a name.
LONGEST_PATH = 95


def in_folder_of_its_own(folder: str, name: str) -> str:
    """A path in a new folder that nobody can guess (96 bits), its name cut to fit: pictures are given out to whoever
    knows where they are, and no address is ever used for another file.
    """
    folder = f"{folder}/{secrets.token_hex(12)}"
    stem, extension = os.path.splitext(name)
    return f"{folder}/{stem[: LONGEST_PATH - len(folder) - len(extension) - 1]}{extension}"


class SiteImage(AbstractImage):
    """A picture with a description in both languages. Its title is for editors alone and never read out."""

    description_sv = models.CharField(
        _("description (Swedish)"),
        blank=True,
        max_length=255,
        help_text=_("What the picture shows, in Swedish, for those who cannot see it."),
    )
    credit = models.CharField(
        _("credit"), blank=True, max_length=120, help_text=_("Photographer or source, as it is to be shown.")
    )

    # The two descriptions stand together, and everything of Wagtail's own below them.
    admin_form_fields = tuple(
        dict.fromkeys(["title", "file", "description", "description_sv", "credit", *Image.admin_form_fields])
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Make a file just uploaded fit for the site, on whichever way it came (case D02).

        The forms have done so before (iclds.core.image_forms), outside the transaction that saves: it may take seconds.
        """
        upload: Any = getattr(self, "file", None)
        if upload and not upload._committed:
            fit = fit_file(upload.file, name=upload.name)
            if fit is not upload.file:
                self.file = fit
        super().save(*args, **kwargs)

    def get_upload_to(self, filename: str) -> str:
        folder, name = os.path.split(super().get_upload_to(filename))
        return in_folder_of_its_own(folder, name)

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """As Wagtail does it; a file that broke after the upload counts as missing, and no page fails for it."""
        try:
            return super().generate_rendition_file(filter, source=source)
        except (OSError, SyntaxError, ValueError) as error:
            raise SourceImageIOError(str(error)) from error

    @property
    def description_en(self) -> str:
        return self.description

    @property
    def default_alt_text(self) -> str:
        """The description in the active language. Never the title, which is the file name at first (case D15)."""
        return in_language(self, "description")


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    def get_upload_to(self, filename: str) -> str:
        folder, name = os.path.split(super().get_upload_to(filename))
        return in_folder_of_its_own(folder, name)


def document_path(instance: models.Model, filename: str) -> str:
    """A folder of its own for every upload, so that no file name ever gets odd letters added (case D03)."""
    stem, extension = os.path.splitext(os.path.basename(filename))
    return f"documents/{uuid.uuid4().hex[:12]}/{get_valid_filename(stem)}{extension.lower()}"


def begins_as_pdf(file: FieldFile) -> bool:
    """Whether a file says near its beginning that it is a PDF (PDF Reference 1.7, H.3, note 13). Leaves it rewound."""
    file.seek(0)
    head = file.read(1024)
    file.seek(0)
    return b"%PDF-" in head


class SiteDocument(AbstractDocument):
    """A document to download. Its address holds for good, also when the file is replaced."""

    file = models.FileField(_("file"), upload_to=document_path)
    # The first page of a PDF, and the file that it was made from (iclds.core.covers).
    cover = models.OneToOneField(
        SiteImage, models.SET_NULL, null=True, blank=True, editable=False, related_name="cover_of"
    )
    cover_file = models.CharField(max_length=255, blank=True, editable=False)
    # Why there is no cover of that file; empty where there is one or none was tried.
    cover_problem = models.CharField(max_length=20, blank=True, editable=False)
    # The last answer to whether the document is private by what uses it (iclds.core.file_privacy).
    is_private = models.BooleanField(_("private"), default=False)
    # Whether renditions of the cover may have been shown to everybody (iclds.core.privacy_actions).
    cover_was_public = models.BooleanField(default=True, editable=False)

    admin_form_fields = (*Document.admin_form_fields, "is_private")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """In one transaction with what follows from it (iclds.core.signals): no new file beside the cover of the old.

        What is known of the cover is written by iclds.core.covers alone, and no row read earlier takes it back.
        """
        with transaction.atomic():
            if not self._state.adding:
                self._read_cover_again()
            super().save(*args, **kwargs)

    def _read_cover_again(self) -> None:
        stored = SiteDocument.objects.select_for_update().filter(pk=self.pk)
        for row in stored.values("cover_id", "cover_file", "cover_problem", "cover_was_public"):
            for name, value in row.items():
                setattr(self, name, value)

    def clean(self) -> None:
        """A new PDF has to be one; that there is no file at all, its field has said."""
        if not self.file:
            return
        super().clean()
        is_new = not getattr(self.file, "_committed", True)
        if is_new and self.file_extension == "pdf" and not begins_as_pdf(self.file):
            raise ValidationError({"file": _("The file is damaged: it cannot be read as a PDF.")})

    @property
    def cover_notice(self) -> str:
        """What became of the cover, in a sentence; nothing where there is one, or where none can be."""
        if self.file_extension != "pdf" or self.cover_id:
            return ""
        return self.cover_failure or gettext("The cover has not been made yet.")

    @property
    def cover_failure(self) -> str:
        """Why the file has no cover, in a sentence; nothing where it has one or none was tried yet."""
        return sentence(self.cover_problem)

    @property
    def kind(self) -> str:
        """The file's kind in capitals, as readers know it: PDF, XLSX."""
        return self.file_extension.upper()
