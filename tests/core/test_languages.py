"""Which of an object's two texts a reader gets."""

from types import SimpleNamespace

import pytest
from django.utils import translation

from iclds.core.languages import active_language, in_language, other_languages


@pytest.mark.parametrize(
    ("active", "code"),
    [
        pytest.param("en", "en", id="English"),
        pytest.param("sv", "sv", id="Swedish"),
        pytest.param("sv-fi", "sv", id="Swedish as in Finland"),
        pytest.param("de", "en", id="a language the site is not in"),
    ],
)
def test_active_language(active: str, code: str) -> None:
    with translation.override(active):
        assert active_language() == code


def test_without_any_language_it_is_the_first() -> None:
    with translation.override(None):
        assert active_language() == "en"


def test_other_languages() -> None:
    assert [list(other_languages(code)) for code in ("en", "sv")] == [["sv"], ["en"]]


@pytest.mark.parametrize(
    ("english", "swedish", "language", "text"),
    [
        pytest.param("Sweden", "Sverige", "en", "Sweden", id="English"),
        pytest.param("Sweden", "Sverige", "sv", "Sverige", id="Swedish"),
        pytest.param("Sweden", "", "sv", "Sweden", id="not yet in Swedish"),
        pytest.param("", "Sverige", "en", "Sverige", id="not yet in English"),
        pytest.param("", "", "sv", "", id="in neither"),
    ],
)
def test_text_in_a_language(english: str, swedish: str, language: str, text: str) -> None:
    row = SimpleNamespace(name_en=english, name_sv=swedish)

    assert in_language(row, "name", language) == text
    with translation.override(language):
        assert in_language(row, "name") == text
