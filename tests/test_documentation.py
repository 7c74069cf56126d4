"""What the documentation says of settings, commands and files is so."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = sorted((ROOT / "iclds" / "settings").glob("*.py"))
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("deploy/*.md")])


def variables_read(source: str) -> dict[str, str]:
    """Every variable that settings read, with its default as the table writes it ("" where it is no plain value)."""
    found = {}
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args):
        name = call.args[0]
        if not isinstance(name, ast.Constant) or not isinstance(name.value, str):
            continue
        called = ast.unparse(call.func)
        if called.startswith("env."):
            defaults = [word.value for word in call.keywords if word.arg == "default"]
            plain = [str(default.value) for default in defaults if isinstance(default, ast.Constant)]
            found[name.value] = "".join(f"`{value}`" if value else "none" for value in plain)
        elif called == "secret":
            found |= {name.value: "", f"{name.value}_FILE": "none"}
    return found


def variables_in_settings() -> dict[str, str]:
    return {name: default for path in SETTINGS for name, default in variables_read(path.read_text()).items()}


def variables_in_table() -> dict[str, str]:
    """Name and default of every row that starts with a variable."""
    text = (ROOT / "docs" / "deployment.md").read_text()
    return dict(re.findall(r"^\| `([A-Z_]+)` \|[^|]*\| ([^|]*) \|", text, flags=re.MULTILINE))


def test_every_variable_that_the_settings_read_is_documented_and_no_other():
    assert sorted(variables_in_table()) == sorted(variables_in_settings())


def test_the_documented_defaults_are_those_of_the_settings():
    plain = {name: default for name, default in variables_in_settings().items() if default}

    assert {name: variables_in_table()[name] for name in plain} == plain


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param('env.int("EMAIL_PORT", default=587)', {"EMAIL_PORT": "`587`"}, id="a number"),
        pytest.param('env.str("EMAIL_HOST", default="")', {"EMAIL_HOST": "none"}, id="nothing"),
        pytest.param('env.path("DATA_DIR", default=BASE / "var")', {"DATA_DIR": ""}, id="a default worked out"),
        pytest.param('secret("KEY")', {"KEY": "", "KEY_FILE": "none"}, id="a secret, or the file that holds it"),
        pytest.param("env.str(name)", {}, id="a name that is handed in"),
    ],
)
def test_the_reader_of_settings_finds(source, expected):
    assert variables_read(source) == expected


def test_every_command_of_the_makefile_is_documented_and_no_other():
    commands = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), flags=re.MULTILINE)
    documented = re.findall(r"^\| `make ([a-z]+)` \|", (ROOT / "docs" / "development.md").read_text(), re.MULTILINE)

    assert sorted(documented) == sorted(set(commands) - {"help"})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_to_a_file(page):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text())

    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]

    assert missing == []


def test_every_decision_record_has_its_own_number():
    numbers = [path.name[:4] for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]

    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
