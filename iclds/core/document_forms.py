"""The form for documents. Apart from forms.py: Wagtail's own document form cannot be imported before the models are."""

from typing import Any

from wagtail.documents.forms import BaseDocumentForm


class SiteDocumentForm(BaseDocumentForm):
    """Says beside a stored file what became of its cover."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "file" in self.fields:
            self.fields["file"].help_text = self.instance.cover_notice
