"""Small treatments of text, and the order that Swedes expect."""

import pytest

from iclds.core.sorting import swedish_key
from iclds.core.text import is_printable, one_line, plain, shortened, without_controls


def test_names_are_sorted_as_swedes_do() -> None:
    names = ["Östersund", "Ängelholm", "Åmål", "Zinkgruvan", "Växjö", "vara", "Vara", "Évora", "Eda", "Ærø", "Ørsta"]

    assert sorted(names, key=swedish_key) == [
        "Eda", "Évora", "Vara", "vara", "Växjö", "Zinkgruvan", "Åmål", "Ängelholm", "Ærø", "Ørsta", "Östersund",
    ]  # fmt: skip


def test_other_accents_go_with_their_letter_however_they_are_encoded() -> None:
    assert swedish_key("Chișinău")[0] == "chisinau"
    assert swedish_key("A\u030amål")[0] == swedish_key("Åmål")[0]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("a\x00b", "ab", id="a zero byte"),
        pytest.param("a\x0bb\x1fc\x7fd\x85e", "abcde", id="other controls"),
        pytest.param("a\tb\nc", "a\tb\nc", id="tabs and line breaks stay"),
        pytest.param("Åmål – \u200b😀", "Åmål – \u200b😀", id="all letters stay"),
        pytest.param("a\ufffe\uffffb", "ab", id="what is no character"),
    ],
)
def test_control_characters_go(text: str, kept: str) -> None:
    assert without_controls(text) == kept


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("  two\n lines\t ", "two lines", id="line breaks and tabs"),
        pytest.param("no\xa0break", "no break", id="a hard space"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_text_on_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


def test_the_words_of_a_piece_of_html() -> None:
    assert plain("<p>Waste &amp; <b>water</b></p><p>in Kisumu</p>") == "Waste & water in Kisumu"


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        pytest.param("one two", 7, "one two", id="just fits"),
        pytest.param("one two three", 9, "one two…", id="cut between words"),
        pytest.param("one, two", 6, "one…", id="no comma before the ellipsis"),
        pytest.param("Donaudampfschifffahrt", 6, "Donau…", id="one long word"),
        pytest.param("a\n b", 10, "a b", id="on one line"),
    ],
)
def test_shortened_text(text: str, limit: int, short: str) -> None:
    assert shortened(text, limit) == short


@pytest.mark.parametrize(
    ("text", "printable"),
    [
        pytest.param("/sv/nyheter/å 😀", True, id="letters and spaces"),
        pytest.param("/sv/\x00/", False, id="a zero byte"),
        pytest.param("/sv/\n", False, id="a line break"),
        pytest.param("/sv/\x85", False, id="a control of C1"),
        pytest.param("/sv/\ud800", False, id="half a character"),
    ],
)
def test_whether_an_address_can_be_printed(text: str, printable: bool) -> None:
    assert is_printable(text) is printable
