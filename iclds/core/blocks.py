"""The few blocks that running text is made of. Each explains itself to the editor and has a template of its own."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from iclds.core.callouts import CalloutKind
from iclds.core.file_privacy import shown_documents, shown_picture
from iclds.core.text import strings_in
from iclds.core.text_features import SMALL_TEXT_FEATURES, TEXT_FEATURES


class PictureBlock(blocks.StructBlock):
    picture = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(
        required=False, label=_("Caption"), help_text=_("Shown below; not a repetition of the description.")
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """With the picture, where the reader may see it."""
        return {**super().get_context(value, parent_context), "shown": shown_picture(value.get("picture"))}

    class Meta:
        template = "blocks/picture.html"
        icon = "image"
        label = _("Picture")
        label_format = "{caption}"
        description = _("A picture with its description for those who cannot see it.")
        preview_template = "blocks/previews/picture.html"


class CalloutBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(choices=CalloutKind.choices, default="note", label=_("Kind"))
    title = blocks.CharBlock(label=_("Title"))
    text = blocks.RichTextBlock(features=SMALL_TEXT_FEATURES, label=_("Text"))

    class Meta:
        template = "blocks/callout.html"
        icon = "warning"
        label = _("Callout")
        label_format = "{title}"
        description = _("A short notice that must not be missed. One or two a page at most.")
        preview_value = {
            "kind": "important",
            "title": "Write the budget together",
            "text": "<p>Both partners answer for the budget, so both should have made it.</p>",
        }


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("What to do"))
    text = blocks.RichTextBlock(features=SMALL_TEXT_FEATURES, required=False, label=_("How"))

    class Meta:
        icon = "order"
        label = _("Step")
        label_format = "{title}"


class StepsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), help_text=_("What the steps lead to."))
    items = blocks.ListBlock(StepBlock(), min_num=2, label=_("Steps"))

    writes_heading = True

    class Meta:
        template = "blocks/steps.html"
        icon = "list-ol"
        label = _("Steps")
        label_format = "{title}"
        description = _("Numbered steps that a reader takes one after the other.")
        preview_value = {
            "title": "From idea to application",
            "items": [
                {"title": "Find each other", "text": "<p>Talk to several possible partners.</p>"},
                {"title": "Agree on a common problem", "text": "<p>It has to matter on both sides.</p>"},
            ],
        }


class FigureBlock(blocks.StructBlock):
    number = blocks.CharBlock(label=_("Number"), help_text=_("As you would say it: 38, or 12.5 million."))
    meaning = blocks.CharBlock(label=_("What it counts"))

    class Meta:
        icon = "decimal"
        label = _("Figure")
        label_format = "{number} {meaning}"


class FiguresBlock(blocks.StructBlock):
    items = blocks.ListBlock(FigureBlock(), min_num=1, max_num=4, label=_("Figures"))

    class Meta:
        template = "blocks/figures.html"
        icon = "decimal"
        label = _("Figures")
        description = _("One to four numbers that deserve a reader's attention.")
        preview_value = {
            "items": [
                {"number": "38", "meaning": "active partnerships"},
                {"number": "12", "meaning": "partner countries"},
            ]
        }


class CaptionedTableBlock(TableBlock):
    """A table that tells every reader what its figures belong to (case D07, WCAG 1.3.1)."""

    def clean(self, value: dict[str, Any]) -> dict[str, Any]:
        value = super().clean(value)
        if self.is_deferred_validation:  # a draft may be unfinished
            return value
        if value and not (value.get("table_caption") or "").strip():
            raise ValidationError(_("Give the table a caption: it is read out before the figures."))
        if value and value.get("table_header_choice") not in {"row", "column", "both"}:
            raise ValidationError(_("Say whether the first row, the first column or both are headings."))
        return value

    class Meta:
        template = "blocks/table.html"
        icon = "table"
        label = _("Table")
        description = _("Figures in rows and columns, with a caption and headings.")
        preview_value = {
            "data": [["", "Europe", "Africa and Asia"], ["Inception", "220,000", "275,000"]],
            "table_caption": "Highest sums in SEK",
            "table_header_choice": "both",
            "first_row_is_table_header": True,
            "first_col_is_header": True,
        }


class DocumentsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    items = blocks.ListBlock(DocumentChooserBlock(label=_("Document")), min_num=1, label=_("Documents"))

    writes_heading = True

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """With those documents that the reader may see."""
        return {**super().get_context(value, parent_context), "documents": shown_documents(value["items"])}

    class Meta:
        template = "blocks/documents.html"
        icon = "doc-full"
        label = _("Documents")
        label_format = "{title}"
        description = _("Files to download, each with its kind and size.")
        preview_template = "blocks/previews/documents.html"


class ContactBlock(blocks.StructBlock):
    contact = SnippetChooserBlock("core.Contact", label=_("Contact"))

    class Meta:
        template = "blocks/contact.html"
        icon = "mail"
        label = _("Contact")
        description = _("Whom to turn to. The address stands once, under Contacts in the menu.")
        preview_template = "blocks/previews/contact.html"


class SharedCalloutBlock(blocks.StructBlock):
    callout = SnippetChooserBlock("core.SharedCallout", label=_("Callout"))

    class Meta:
        template = "blocks/shared_callout.html"
        icon = "warning"
        label = _("Shared callout")
        description = _("A callout that stands on several pages. It is written once, under Shared content in the menu.")
        preview_template = "blocks/previews/shared_callout.html"


class DocumentListBlock(blocks.StructBlock):
    list = SnippetChooserBlock("core.DocumentList", label=_("Document list"))

    writes_heading = True

    class Meta:
        template = "blocks/document_list.html"
        icon = "list-ul"
        label = _("Shared documents")
        description = _("Files that stand on several pages. The list is kept once, under Shared content in the menu.")
        preview_template = "blocks/previews/documents.html"


class PlainBlocks(blocks.StreamBlock):
    """Running text that costs the page no look-up of its own, for pages that show many lists besides."""

    text = blocks.RichTextBlock(
        features=TEXT_FEATURES,
        template="blocks/text.html",
        label=_("Text"),
        icon="pilcrow",
        description=_("Paragraphs, headings, lists and links."),
        preview_value="<p>A partnership begins with two places that share a problem.</p>",
    )
    callout = CalloutBlock()
    steps = StepsBlock()
    table = CaptionedTableBlock()
    figures = FiguresBlock()

    class Meta:
        label = _("Text")


class StoryBlocks(PlainBlocks):
    """Running text with pictures, for a project's story and for news."""

    picture = PictureBlock()


class GuidanceBlocks(StoryBlocks):
    """All that guides a reader: with files to download and whom to ask."""

    documents = DocumentsBlock()
    contact = ContactBlock()
    shared_callout = SharedCalloutBlock()
    document_list = DocumentListBlock()


def texts_with_headings(stream: blocks.StreamValue) -> Iterator[str]:
    """The texts of a stream in its order, with the headings that blocks write themselves."""
    for child in stream:
        if getattr(child.block, "writes_heading", False):
            yield "<h2>"
        yield from strings_in(child.get_prep_value()["value"])
