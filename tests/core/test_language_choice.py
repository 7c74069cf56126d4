"""Case D01: "/" leads to the visitor's language, and nobody gets the choice made for another."""

import pytest
from django.test import Client

from tests.little_site import LittleSite
from tests.visiting import Visit


@pytest.mark.parametrize(
    ("accepted", "target"),
    [
        pytest.param("sv", "/sv/", id="Swedish"),
        pytest.param("en", "/en/", id="English"),
        pytest.param("de", "/en/", id="a language the site is not in"),
        pytest.param("de, sv;q=0.5, en;q=0.1", "/sv/", id="Swedish rather than English"),
        pytest.param("sv-FI", "/sv/", id="Swedish as in Finland"),
        pytest.param("", "/en/", id="none"),
        pytest.param("\x00,;q=x", "/en/", id="nonsense"),
    ],
)
def test_the_root_leads_to_the_visitors_language(accepted: str, target: str) -> None:
    answer = Client().get("/", headers={"Accept-Language": accepted})

    assert (answer.status_code, answer["Location"]) == (302, target)
    assert answer["Vary"] == "Accept-Language"
    assert answer["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("address", ["/en/", "/sv/", "/sv/nyheter/", "/en/search/"])
def test_pages_are_the_same_whatever_the_browser_asks_for(address: str, site: LittleSite, visit: Visit) -> None:
    answers = [
        visit(address, headers={"Accept-Language": accepted} if accepted else None).reading.html
        for accepted in ("sv", "en", "de", "")
    ]

    assert len(set(answers)) == 1


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_root_only_answers_those_who_read(method: str) -> None:
    assert getattr(Client(), method)("/").status_code == 405
