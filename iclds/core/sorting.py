"""Alphabetical order as Swedes know it: å, ä and ö come after z."""

import unicodedata

# Svenska Akademiens ordlista: ... x y z å ä ö; æ and ø are sorted with ä and ö.
AFTER_Z = {"å": "{a", "ä": "{b", "æ": "{b", "ö": "{c", "ø": "{c"}


def swedish_key(text: str) -> tuple[str, str]:
    """Sort key for names; other accented letters go with their base letter (é with e, ș with s)."""
    letters = []
    for letter in unicodedata.normalize("NFC", text.casefold()):
        if letter in AFTER_Z:
            letters.append(AFTER_Z[letter])
        else:
            letters.extend(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
    return "".join(letters), text
