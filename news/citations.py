"""How publications are named and cited."""

from collections.abc import Iterable, Sequence
from typing import Protocol


class HasName(Protocol):
    family_name: str
    given_names: str


def initials(given_names: str) -> str:
    """ "Michael Ochieng" is "M O"; what is given as initials stays ("J-H")."""
    return " ".join(
        part if part.replace("-", "").isupper() else "-".join(piece[:1].upper() for piece in part.split("-"))
        for part in given_names.split()
    )


def author_name(author: HasName) -> str:
    """Family name and initials, as ICLD writes them: "Hochleithner S"."""
    return " ".join(part for part in (author.family_name.strip(), initials(author.given_names)) if part)


def author_line(authors: Iterable[HasName]) -> str:
    """ "Hochleithner S & Exner A"; three and more: "A, B & C"."""
    names: Sequence[str] = [author_name(author) for author in authors]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} & {names[-1]}"


def knowledge_centre_name(authors: str, year: int | None, title: str) -> str:
    """ "KC – Authors (Year) - Title", ICLD's own way to name a publication; what is not known is left out."""
    when = f"({year})" if year else ""
    if not authors:
        return " ".join(part for part in ("KC –", title, when) if part)
    return f"KC – {' '.join(part for part in (authors, when) if part)} - {title}"


def citation(authors: str, year: int | None, title: str, series: str, number: str, isbn: str, doi: str) -> str:
    """A reference to copy, in the order of APA style (7th edition, section 9); what is not known is left out.

    The publisher is not named: the Knowledge Centre also lists works that appeared elsewhere.
    """
    when = f"({year})" if year else ""
    parts = [
        " ".join(part for part in (authors, when) if part) if authors else "",
        title if authors else " ".join(part for part in (title, when) if part),
        " ".join(part for part in (series, number) if part),
        f"ISBN {isbn}" if isbn else "",
        f"https://doi.org/{doi}" if doi else "",
    ]
    return " ".join(_as_sentence(part) for part in parts if part)


def _as_sentence(part: str) -> str:
    """With a full stop, unless it ends in one, in a question mark, or in an address that a stop would spoil."""
    return part if part.endswith((".", "?", "!")) or part.startswith("https://") else f"{part}."
