"""Questions that people really ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.rich_text import RichText
from wagtail.search import index

from iclds.core.blocks import GuidanceBlocks
from iclds.core.metadata import breadcrumb_data, web_page_data
from iclds.core.models import BasePage
from iclds.core.navigation import Frame
from iclds.core.text import plain
from iclds.core.text_features import SMALL_TEXT_FEATURES


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), help_text=_("As a visitor would ask it."))
    answer = blocks.RichTextBlock(features=SMALL_TEXT_FEATURES, label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{question}"


class QuestionSectionBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    questions = blocks.ListBlock(QuestionBlock(), min_num=1, label=_("Questions"))

    class Meta:
        icon = "folder-open-inverse"
        label = _("Section")
        label_format = "{heading}"
        description = _("A heading with the questions that belong together.")


@dataclass(frozen=True)
class Question:
    """A question with the anchor that links to it."""

    anchor: str
    question: str
    answer: RichText


@dataclass(frozen=True)
class QuestionSection:
    anchor: str
    heading: str
    questions: list[Question]


class FAQPage(BasePage):
    """Questions and answers in sections, and the staff to turn to."""

    parent_page_types = ["programmes.ProgrammePage"]
    subpage_types: list[str] = []

    sections = StreamField(
        [("section", QuestionSectionBlock())],
        blank=True,
        verbose_name=_("questions"),
        help_text=_("The link to a question follows from its words, so a reworded question gets a new link."),
    )
    body = StreamField(GuidanceBlocks(), blank=True, verbose_name=_("contacts and further text"))

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("sections"),
        index.SearchField("body"),
    ]

    content_panels = [*BasePage.content_panels, "sections", "body"]

    class Meta:
        verbose_name = _("FAQ page")
        verbose_name_plural = _("FAQ pages")

    def question_sections(self) -> list[QuestionSection]:
        """The sections with an anchor for each heading and question, unique on the page."""
        taken: set[str] = set()
        return [
            QuestionSection(
                anchor=_anchor(block.value["heading"], taken),
                heading=block.value["heading"],
                questions=[
                    Question(_anchor(entry["question"], taken), entry["question"], entry["answer"])
                    for entry in block.value["questions"]
                ],
            )
            for block in self.sections
        ]

    def structured_data(self, frame: Frame) -> list[dict[str, Any]]:
        page = web_page_data(self, frame, kind="FAQPage")
        page["mainEntity"] = list(self._questions_as_data())
        return [page, breadcrumb_data(frame)]

    def _questions_as_data(self) -> Iterator[dict[str, Any]]:
        for section in self.question_sections():
            for question in section.questions:
                yield {
                    "@type": "Question",
                    "name": question.question,
                    "acceptedAnswer": {"@type": "Answer", "text": plain(question.answer.source)},
                }

    def get_content(self, request: HttpRequest) -> dict[str, Any]:
        return {"sections": self.question_sections()}


def _anchor(text: str, taken: set[str]) -> str:
    """A readable anchor from `text`, not among those taken, which it joins."""
    base = slugify(text)[:60].strip("-") or "question"
    anchor, number = base, 1
    while anchor in taken:
        number += 1
        anchor = f"{base}-{number}"
    taken.add(anchor)
    return anchor
