"""Loads the questions of the FAQ page."""

import json
import uuid

from iclds.home.loader.entries import Entry, read_file
from iclds.home.loader.markup import Known, rich_text

FILE = "faq.yaml"


def faq_sections(language: str, known: Known) -> str:
    """All questions in a language, as the page's StreamField stores them."""
    raw = []
    for section in Entry(FILE, "questions", read_file(FILE)).entries("sections"):
        questions = [
            {
                "question": row.in_both("question")[language],
                "answer": rich_text(row, f"answer.{language}", row.in_both("answer")[language], language, known),
            }
            for row in section.entries("questions")
        ]
        value = {"heading": section.in_both("heading")[language], "questions": questions}
        raw.append({"type": "section", "value": value, "id": str(uuid.uuid4())})
    return json.dumps(raw)
