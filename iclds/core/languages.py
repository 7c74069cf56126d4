"""The site's two languages, and which of an object's two texts a reader gets."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.text import capfirst

LANGUAGE_CODES: tuple[str, ...] = tuple(code for code, _name in settings.LANGUAGES)


def active_language() -> str:
    """Code of the language that the current answer is written in; the site's first one for any other."""
    code = (translation.get_language() or "").split("-")[0]
    return code if code in LANGUAGE_CODES else LANGUAGE_CODES[0]


def other_languages(code: str) -> Iterable[str]:
    return (other for other in LANGUAGE_CODES if other != code)


def language_name(code: str) -> str:
    """The name of a language in the reader's own, as it stands alone."""
    return capfirst(str(translation.get_language_info(code)["name_translated"]))


def language_in_text(code: str) -> str:
    """The name of a language as it stands within a sentence: Swedish writes it with a small letter."""
    name = str(translation.get_language_info(code)["name_translated"])
    return name.lower() if active_language() == "sv" else name


def in_language(obj: Any, field: str, language: str | None = None) -> str:
    """Text of `field` in a language (the active one unless told), or in the other one where it is missing.

    Registers keep a column a language: `name_en`, `name_sv`.
    """
    language = language or active_language()
    text = getattr(obj, f"{field}_{language}")
    if text:
        return text
    return next((t for other in other_languages(language) if (t := getattr(obj, f"{field}_{other}"))), "")
