"""The form for pictures. Apart from forms.py: Wagtail's own image form cannot be imported before the models are."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.forms import BaseImageForm

from iclds.core.picture_files import fit_file


class SiteImageForm(BaseImageForm):
    """Asks for a description in both languages: a picture is used on pages in both (case D15)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label, help_text in (
            (
                "description",
                _("Description (English)"),
                _("What the picture shows, in English, for those who cannot see it. Not the file name."),
            ),
            (
                "description_sv",
                _("Description (Swedish)"),
                _("What the picture shows, in Swedish, for those who cannot see it."),
            ),
        ):
            if name in self.fields:
                self.fields[name].required = True
                self.fields[name].label = label
                self.fields[name].help_text = help_text

    def full_clean(self) -> None:
        """Refuse pictures that Pillow will not even open, before Wagtail can count their pixels (case D14)."""
        try:
            super().full_clean()
        except Image.DecompressionBombError:
            limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
            message = _("This picture is far too large. At most %(limit)s million pixels are possible.")
            self.add_error("file", message % {"limit": limit})
        except OSError:
            self.add_error("file", _("The file is damaged: it cannot be read as a picture."))

    def clean(self) -> dict[str, Any]:
        """Make the file fit here, before the transaction in which Wagtail's views save (SiteImage.save)."""
        super().clean()
        upload = self.cleaned_data.get("file")
        if isinstance(upload, UploadedFile) and not self.errors:
            self.cleaned_data["file"] = fit_file(upload, name=upload.name or "")
        return self.cleaned_data

    def save(self, commit: bool = True) -> Any:
        """Several pictures at once come by a store of their own and past the field: those are made fit here."""
        passed_by = self.instance.file if self.instance._state.adding and "file" not in self.fields else None
        if not passed_by:
            return super().save(commit)
        fit = fit_file(passed_by.file, name=passed_by.name)
        if fit is passed_by.file:
            return super().save(commit)
        storage, unfit = passed_by.storage, passed_by.name
        self.instance.file = fit
        saved = super().save(commit)
        storage.delete(unfit)
        return saved
