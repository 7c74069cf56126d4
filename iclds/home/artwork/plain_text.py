"""Text for fonts that have only the characters of Windows-1252: those of Western European languages."""

import unicodedata

from anyascii import anyascii

REPLACED = {"\u202f": "\xa0", "\u2011": "-", "\u2212": "–", "\u200b": "", "\ufeff": ""}


def in_cp1252(text: str) -> str:
    """The text with every character that the encoding lacks replaced: ș by s, ė by e, Cyrillic by Latin letters."""
    return "".join(_fitting(character) for character in unicodedata.normalize("NFC", text))


def _fitting(character: str) -> str:
    character = REPLACED.get(character, character)
    if _has(character):
        return character
    base = unicodedata.normalize("NFD", character)[0]
    return base if _has(base) else anyascii(character)


def _has(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
