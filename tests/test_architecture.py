"""Imports point one way, between the rooms of the house and inside each room (docs/development.md says why).

Read from the syntax tree, so that imports inside functions and those for type names alone count as well.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "templates"
LONGEST_MODULE = 300

# Lowest first: a room may import those before it, none after.
ROOMS = (
    "iclds.users",
    "iclds.background",
    "iclds.core",
    "iclds.mail",
    "iclds.search",
    "iclds.registers",
    "programmes",
    "projects",
    "news",
    "iclds.home",
)

# Inside a room, lowest first. A module with a name of its own is a rule; it gives out as soon as it imports a model.
RULES, QUERYSETS, FORMS, MODELS, GIVES_OUT = range(5)
FLOORS = {"querysets": QUERYSETS, "forms": FORMS, "models": MODELS}
FLOORS |= dict.fromkeys(("exports", "feeds", "sitemaps", "templatetags", "views", "viewsets"), GIVES_OUT)
FLOORS |= dict.fromkeys(("apps", "jobs", "loader", "management", "middleware", "signals", "wagtail_hooks"), GIVES_OUT)

# A queryset is generic in its model, so mypy needs the name: for types alone, and nowhere else.
MODEL_NAMED_FOR_TYPES = {"programmes.querysets", "projects.querysets"}

SHARED_TEMPLATES = {"blocks", "cards", "components"}


@dataclass(frozen=True)
class Import:
    importer: str
    imported: str
    for_types: bool = False

    def __str__(self) -> str:
        return f"{self.importer} imports {self.imported}"


@cache
def modules() -> dict[str, Path]:
    """Every module of the rooms by its dotted name; migrations are Django's."""
    found = {}
    for room in ROOMS:
        for path in sorted((ROOT / room.replace(".", "/")).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            if "migrations" not in parts:
                found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_in(source: str, importer: str, *, known: set[str]) -> Iterator[Import]:
    """All imports of the site's own modules, wherever in the file they stand."""
    tree = ast.parse(source)
    for_types = {
        id(node)
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and "TYPE_CHECKING" in ast.unparse(branch.test)
        for node in ast.walk(branch)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = importer.split(".")[: -node.level] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            names = [name if (name := f"{base}.{alias.name}") in known else base for alias in node.names]
        else:
            continue
        for name in dict.fromkeys(names):
            if name.split(".")[0] in {"iclds", "programmes", "projects", "news"}:
                yield Import(importer, name, for_types=id(node) in for_types)


@cache
def all_imports() -> tuple[Import, ...]:
    known = set(modules())
    return tuple(found for name, path in modules().items() for found in imports_in(path.read_text(), name, known=known))


def room_of(module: str) -> str | None:
    return next((room for room in ROOMS if f"{module}.".startswith(f"{room}.")), None)


def named_floor(module: str) -> int:
    """The floor that the module's place in its room says; RULES for a name of its own."""
    name = module.removeprefix(room_of(module) or "").lstrip(".").split(".")[0]
    kind = name.rpartition("_")[2]
    return FLOORS.get(name, FLOORS[kind] if kind in {"forms", "views"} else RULES)


@cache
def floor_of(module: str) -> int:
    floor = named_floor(module)
    if floor != RULES:
        return floor
    inside = [found.imported for found in all_imports() if found.importer == module and is_inside(found)]
    return GIVES_OUT if any(named_floor(imported) >= MODELS for imported in inside) else RULES


def is_inside(found: Import) -> bool:
    return room_of(found.importer) == room_of(found.imported)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_rooms_below_it(room):
    allowed = ROOMS[: ROOMS.index(room) + 1]

    upward = [
        str(found)
        for found in all_imports()
        if room_of(found.importer) == room and room_of(found.imported) not in allowed
    ]

    assert upward == []


@pytest.mark.parametrize("room", ROOMS)
def test_inside_a_room_imports_go_from_what_gives_out_down_to_the_rules(room):
    upward = [
        str(found)
        for found in all_imports()
        if room_of(found.importer) == room
        and is_inside(found)
        and floor_of(found.importer) < floor_of(found.imported)
        and not (found.for_types and found.importer in MODEL_NAMED_FOR_TYPES)
    ]

    assert upward == []


def test_no_exception_outlives_its_reason():
    used = {found.importer for found in all_imports() if found.for_types and floor_of(found.imported) == MODELS}

    assert used & MODEL_NAMED_FOR_TYPES == MODEL_NAMED_FOR_TYPES


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("import news.feeds", [Import("projects.forms", "news.feeds")], id="a whole module"),
        pytest.param("from news import feeds", [Import("projects.forms", "news.feeds")], id="a module of a package"),
        pytest.param("from news.feeds import Feed", [Import("projects.forms", "news.feeds")], id="a name of a module"),
        pytest.param("from .status import now", [Import("projects.forms", "projects.status")], id="a neighbour"),
        pytest.param(
            "def f():\n    import news.feeds", [Import("projects.forms", "news.feeds")], id="inside a function"
        ),
        pytest.param(
            "if TYPE_CHECKING:\n    import news.feeds",
            [Import("projects.forms", "news.feeds", for_types=True)],
            id="for a type name",
        ),
        pytest.param("import json\nfrom wagtail.models import Page", [], id="somebody else's"),
    ],
)
def test_the_reader_of_imports_finds(source, expected):
    assert list(imports_in(source, "projects.forms", known={"news.feeds", "projects.status"})) == expected


def test_no_module_is_longer_than_a_reader_can_take_in():
    python = [*modules().values(), *(ROOT / "tests").rglob("*.py"), *(ROOT / ".ci").rglob("*.py")]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in python}

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def templates() -> list[str]:
    return sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*") if path.is_file())


def folders_for(name: str) -> set[str]:
    """The template folders that a template may take from; those of the admin also take from Wagtail's admin."""
    own, *below = Path(name).parent.parts or [""]
    return {own, *SHARED_TEMPLATES} | ({"wagtailadmin", "wagtailsnippets"} if below == ["admin"] else set())


@pytest.mark.parametrize("name", templates())
def test_a_template_includes_only_its_own_folder_and_the_shared_ones(name):
    taken = re.findall(r"""\{%-?\s*(?:include|extends)\s+["']?([^\s"']+)""", (TEMPLATES / name).read_text())

    foreign = [target for target in taken if target != "base.html" and target.split("/")[0] not in folders_for(name)]

    assert foreign == []


@pytest.mark.parametrize("name", templates())
def test_a_template_has_no_inline_style_or_script(name):
    """The content security policy forbids them; data for scripts and machines is no script."""
    source = re.sub(r"\{#.*?#\}", "", (TEMPLATES / name).read_text())

    inline = re.findall(
        r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|<style\b|<script(?![^>]*(?:\ssrc=|type="application/))[^>]*>""", source
    )

    assert inline == []
