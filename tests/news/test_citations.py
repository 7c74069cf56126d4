"""How publications are named and cited."""

from dataclasses import dataclass

import pytest

from news.citations import author_line, author_name, citation, initials, knowledge_centre_name


@dataclass(frozen=True)
class Person:
    family_name: str
    given_names: str = ""


STEPHAN = Person("Hochleithner", "Stephan")
ANDREAS = Person("Exner", "Andreas")
EVA = Person("Åström", "Eva-Karin M")


@pytest.mark.parametrize(
    ("given_names", "short"),
    [
        pytest.param("Stephan", "S", id="one name"),
        pytest.param("Michael Ochieng", "M O", id="two names"),
        pytest.param("Jan-Henrik", "J-H", id="a double name"),
        pytest.param("J-H", "J-H", id="given as initials already"),
        pytest.param("A M", "A M", id="two initials already"),
        pytest.param("Åsa", "Å", id="a Swedish letter"),
        pytest.param("", "", id="not known"),
        pytest.param("  Eva   Karin ", "E K", id="carelessly spaced"),
    ],
)
def test_initials(given_names: str, short: str) -> None:
    assert initials(given_names) == short


@pytest.mark.parametrize(
    ("authors", "line"),
    [
        pytest.param([], "", id="nobody"),
        pytest.param([STEPHAN], "Hochleithner S", id="one"),
        pytest.param([STEPHAN, ANDREAS], "Hochleithner S & Exner A", id="two"),
        pytest.param([STEPHAN, ANDREAS, EVA], "Hochleithner S, Exner A & Åström E-K M", id="three"),
    ],
)
def test_author_line(authors: list[Person], line: str) -> None:
    assert author_line(authors) == line


def test_an_author_of_whom_only_the_family_name_is_known() -> None:
    assert author_name(Person(" Exner ")) == "Exner"


@pytest.mark.parametrize(
    ("authors", "year", "name"),
    [
        pytest.param("Exner A", 2018, "KC – Exner A (2018) - Migration", id="all known"),
        pytest.param("Exner A", None, "KC – Exner A - Migration", id="year not known"),
        pytest.param("", 2018, "KC – Migration (2018)", id="authors not known"),
        pytest.param("", None, "KC – Migration", id="only the title known"),
    ],
)
def test_name_in_the_knowledge_centre(authors: str, year: int | None, name: str) -> None:
    assert knowledge_centre_name(authors, year, "Migration") == name


@pytest.mark.parametrize(
    ("known", "text"),
    [
        pytest.param(
            ("Exner A", 2018, "Migration", "Research Report", "12", "978-91-86725-00-0", "10.1234/abc"),
            "Exner A (2018). Migration. Research Report 12. ISBN 978-91-86725-00-0. https://doi.org/10.1234/abc",
            id="all known",
        ),
        pytest.param(("", 2018, "Migration", "", "", "", ""), "Migration (2018).", id="title and year"),
        pytest.param(("", None, "Migration", "", "", "", ""), "Migration.", id="title alone"),
        pytest.param(("Exner A", None, "Who pays?", "", "", "", ""), "Exner A. Who pays?", id="a title that asks"),
        pytest.param(("", None, "Migration", "", "7", "", ""), "Migration. 7.", id="a number without a series"),
    ],
)
def test_citation(known: tuple[str, int | None, str, str, str, str, str], text: str) -> None:
    assert citation(*known) == text
