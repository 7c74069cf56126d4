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


COLOUR, SIDE = "has a colour that is no token", "names a side of the page"


@pytest.mark.parametrize(
    ("css", "reason"),
    [
        pytest.param("@layer a { p { margin: 0 !important; } }", "margin is !important", id="important"),
        pytest.param(":root { --x: 0 !important; }", "--x is !important", id="an important token"),
        pytest.param("@layer a { #menu { margin: 0; } }", "a rule by id: #menu", id="an id"),
        pytest.param("@layer a { p:not(#menu) { margin: 0; } }", "a rule by id: p:not(#menu)", id="not an id"),
        pytest.param("@layer a { p { & #menu { margin: 0; } } }", "a rule by id: & #menu", id="an id, nested"),
        pytest.param("p { margin: 0; }", "outside a layer: p", id="no layer"),
        pytest.param("@media print { p { margin: 0; } }", "outside a layer: p", id="no layer, within a condition"),
        pytest.param("p { &:hover { margin: 0; } }", "outside a layer: p", id="no layer, told once"),
        pytest.param("@keyframes x { }", "@keyframes outside a layer", id="movement without a layer"),
        pytest.param("@layer a { p { color: #fff; } }", f"color {COLOUR}", id="a raw colour"),
        pytest.param("@layer a { p { border: 1px solid red; } }", f"border {COLOUR}", id="by a name"),
        pytest.param("@layer a { p { color: RebeccaPurple; } }", f"color {COLOUR}", id="by a rare name"),
        pytest.param("@layer a { p { fill: oklch(0.7 0.1 20); } }", f"fill {COLOUR}", id="by a function"),
        pytest.param(
            "@layer a { p { background: linear-gradient(rgb(0 0 0), transparent); } }",
            f"background {COLOUR}",
            id="within a gradient",
        ),
        pytest.param(
            "@layer a { p { color: color-mix(in oklab, #fff 10%, var(--ink)); } }", f"color {COLOUR}", id="mixed"
        ),
        pytest.param("@layer a { p { color: var(--ink, #000); } }", f"color {COLOUR}", id="in place of a token"),
        pytest.param("@layer a { @media print { p { --x: #000; } } }", f"--x {COLOUR}", id="not on root"),
        pytest.param("@layer a { @container (width > 1px) { p { color: #000; } } }", f"color {COLOUR}", id="by room"),
        pytest.param("@layer a { p { &:hover { color: #000; } } }", f"color {COLOUR}", id="nested"),
        pytest.param("@layer a { @keyframes x { to { color: #000; } } }", f"color {COLOUR}", id="moving"),
        pytest.param(":root { color: #000; }", f"color {COLOUR}", id="on root but no token"),
        pytest.param("@layer a { p { margin-left: 0; } }", f"margin-left {SIDE}", id="a side"),
        pytest.param("@layer a { p { border-top-color: inherit; } }", f"border-top-color {SIDE}", id="a side's colour"),
        pytest.param("@layer a { p { top: 0; } }", f"top {SIDE}", id="a place"),
        pytest.param("@layer a { p { width: 1px; } }", f"width {SIDE}", id="a width"),
        pytest.param("@layer a { p { MAX-HEIGHT: 1px; } }", f"MAX-HEIGHT {SIDE}", id="a height, in capitals"),
        pytest.param("@layer a { p { text-align: left; } }", f"text-align {SIDE}", id="a value"),
        pytest.param("@layer a { p { transition: width 1s; } }", f"transition {SIDE}", id="a moving width"),
        pytest.param("@layer a { p { color } }", "EOF reached before {} block for a qualified rule.", id="broken"),
    ],
)
def test_what_breaks_a_rule_is_told(css: str, reason: str, check: ModuleType) -> None:
    assert list(check.complaints(css, "base.css")) == [(1, reason)]


def test_only_the_sheets_for_screen_and_paper_name_colours(check: ModuleType) -> None:
    found = {name: list(check.complaints(":root { --ink: #14202f; }", name)) for name in ("base.css", "print.css")}

    assert found == {"base.css": [], "print.css": []}
    assert list(check.complaints(":root { --ink: #14202f; }", "news.css")) == [(1, f"--ink {COLOUR}")]


def test_what_keeps_the_rules_passes(check: ModuleType) -> None:
    css = """
    @layer reset, base;
    :root { --ink: #14202f; --line: 1px; }
    @media (min-width: 20rem) { :root { --ink: black; } }
    @font-face { font-family: X; src: url(x.woff2#iefix); }
    @page { margin: 1cm; }
    @layer base {
      p { color: var(--ink); inline-size: 2rem; inset: 0; translate: 0 1px; border-inline-start: var(--line) solid; }
      [popover]:not(.a)::backdrop { background: transparent; outline-color: currentColor; text-align: start; }
      a { color: LinkText; &:hover { color: color-mix(in oklab, var(--ink), transparent); } }
      @container (min-width: 20rem) { p { block-size: auto; transition: opacity 1s; } }
    }
    """

    assert list(check.complaints(css, "base.css")) == []


def test_a_fault_ends_the_check_and_names_its_line(
    check: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "news.css").write_text("@layer a {\n  p { top: 0; }\n}\n")
    monkeypatch.setattr(check, "FOLDER", tmp_path)

    assert check.main() == 1
    assert capsys.readouterr().err == "static/css/news.css:2: top names a side of the page\n"


def test_together_they_may_not_grow_heavy(
    check: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "news.css").write_text("@layer a { p { order: 1; } }")
    monkeypatch.setattr(check, "FOLDER", tmp_path)
    assert check.main() == 0

    monkeypatch.setattr(check, "MOST_BYTES", 20)

    assert check.main() == 1
    assert "compressed, more than 20" in capsys.readouterr().err
