"""The form for documents. Apart from forms.py: Wagtail's own document form cannot be imported before the models are."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from iclds.core.document_notices import privacy_notice


class SiteDocumentForm(BaseDocumentForm):
    """Says beside a stored file what became of its cover, and why it is private or open."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.user = kwargs.get("user")
        super().__init__(*args, **kwargs)
        if self.instance.pk and "file" in self.fields:
            self.fields["file"].help_text = self.instance.cover_notice
        if "is_private" in self.fields:
            self._say_who_may_see_it()

    def _say_who_may_see_it(self) -> None:
        """What uses a document decides; where nothing does, an editor."""
        field = self.fields["is_private"]
        notice = privacy_notice(self.instance, self.user) if self.instance.pk else None
        if notice is None:
            field.help_text = _(
                "Nothing uses the document yet. Tick to keep it from everybody but editors. As soon as a page or a "
                "project uses it, it is open to those who may see that."
            )
        else:
            # A field that is disabled keeps what is stored, whatever is sent.
            field.disabled, field.initial = True, notice.is_private
            self.initial["is_private"] = notice.is_private
            field.help_text = notice.text
