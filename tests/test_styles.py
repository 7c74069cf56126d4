"""The check of style sheets finds what it is there to find."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

CHECK = Path(__file__).resolve().parents[1] / ".ci" / "check_styles.py"


@pytest.fixture(scope="module")
def check() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_styles", CHECK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("css", "reason"),
    [
        pytest.param("@layer a { p { margin: 0 !important; } }", "margin is !important", id="important"),
        pytest.param("@layer a { #menu { margin: 0; } }", "a rule by id: #menu", id="an id"),
        pytest.param("p { margin: 0; }", "outside a layer: p", id="no layer"),
        pytest.param("@media print { p { margin: 0; } }", "outside a layer: p", id="no layer, within a condition"),
        pytest.param("@layer a { p { color: #fff; } }", "color has a colour that is no token", id="a raw colour"),
        pytest.param("@layer a { p { border: 1px solid red; } }", "border has a colour that is no token", id="by name"),
        pytest.param(
            "@layer a { p { background: linear-gradient(rgb(0 0 0), transparent); } }",
            "background has a colour that is no token",
            id="within a gradient",
        ),
        pytest.param(
            "@layer a { @media print { p { --x: #000; } } }", "--x has a colour that is no token", id="not on root"
        ),
        pytest.param("@layer a { p { margin-left: 0; } }", "margin-left names a side of the page", id="a side"),
        pytest.param("@layer a { p { width: 1px; } }", "width names a side of the page", id="a width"),
        pytest.param("@layer a { p { text-align: left; } }", "text-align names a side of the page", id="a value"),
    ],
)
def test_what_breaks_a_rule_is_told(css: str, reason: str, check: ModuleType) -> None:
    assert list(check.complaints(css)) == [(1, reason)]


def test_what_keeps_the_rules_passes(check: ModuleType) -> None:
    css = """
    @layer reset, base;
    :root { --ink: #14202f; --line: 1px; }
    @media (min-width: 20rem) { :root { --ink: black; } }
    @font-face { font-family: X; src: url(x.woff2); }
    @layer base { p { color: var(--ink); inline-size: 2rem; inset: 0; border-inline-start: var(--line) solid; } }
    """

    assert list(check.complaints(css)) == []
