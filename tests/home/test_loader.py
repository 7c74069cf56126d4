"""A mistake in a content file stops the load, says where it stands, and leaves the database as it was."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.apps import apps
from django.core.management import CommandError, call_command

from iclds.home.loader import ContentError, entries, load_content
from iclds.home.loader.news import known_date
from tests.home.mistakes import CASES, Edit, Mistake, put

pytestmark = pytest.mark.django_db

ROOMS = {"core", "registers", "programmes", "projects", "news", "home", "wagtailcore", "wagtailredirects"}
# How much of each file is enough to try every part of the loader quickly.
ENOUGH = {
    "projects.yaml": 4, "news-1.yaml": 1, "news-2.yaml": 0, "publications.yaml": 1, "country_pages.yaml": 0,
    "stories.yaml": 0,
}  # fmt: skip

PARTNERS = {"ale", "borlange", "chisinau", "arvidsjaur", "mwanga"}


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the content files, cut short, which the loader reads instead of the real ones."""
    directory = tmp_path / "content"
    shutil.copytree(entries.CONTENT_DIR, directory)
    for name, number in ENOUGH.items():
        change(directory / name, keep_first(number))
    change(directory / "organisations.yaml", keep_partners)
    monkeypatch.setattr("iclds.home.loader.pictures.make_pdf", lambda data: b"%PDF")
    for read in (entries.read_file, entries.read_list, entries.read_map):
        monkeypatch.setattr(read, "__defaults__", (directory,))
    return directory


def change(file: Path, edit: Edit) -> None:
    data = yaml.safe_load(file.read_text())
    edit(data)
    file.write_text(yaml.safe_dump(data, allow_unicode=True))


def keep_first(number: int) -> Edit:
    return lambda rows: rows.__delitem__(slice(number, None))


def keep_partners(rows: list[dict[str, Any]]) -> None:
    """The first organisation, and those that the first projects name."""
    rows[:] = [row for row in rows if row["key"] in PARTNERS]


def rows_of_everything() -> dict[str, int]:
    """How many rows each table holds."""
    models = [model for model in apps.get_models() if model._meta.app_label in ROOMS]
    return {model._meta.label: model._base_manager.count() for model in models}


@pytest.mark.parametrize("mistake", CASES)
def test_a_mistake_is_told_with_its_place_and_nothing_is_loaded(mistake: Mistake, content: Path) -> None:
    if mistake.file == "countries.yaml":
        change(content / mistake.file, lambda rows: rows.insert(0, {"code": "XX", "name": {"en": "X", "sv": "X"}}))
    change(content / mistake.file, mistake.edit)
    before = rows_of_everything()

    with pytest.raises(ContentError) as told:
        load_content(draw=False)

    error = told.value
    assert (error.file, error.entry) == (mistake.file, mistake.entry)
    assert error.field.startswith(mistake.field)
    assert mistake.problem in error.problem
    assert str(error) == f"{error.file}, entry {error.entry}, field {error.field}: {error.problem}"
    assert rows_of_everything() == before


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("a: [b", "cannot be read", id="no YAML"),
        pytest.param("a: b", "should be a list of entries", id="no list"),
        pytest.param("", "should be a list of entries", id="an empty file"),
        pytest.param("- just a word", "should be a list of fields with values", id="no entry"),
        pytest.param("- {name: x}", "is missing", id="an entry without a key"),
        pytest.param("!!python/object/apply:os.system [ls]", "cannot be read", id="a file that would run something"),
    ],
)
def test_a_file_that_is_none_is_told(text: str, problem: str, content: Path) -> None:
    (content / "subjects.yaml").write_text(text)

    with pytest.raises(ContentError, match=problem) as told:
        load_content(draw=False)

    assert told.value.file == "subjects.yaml"


def test_a_file_in_another_encoding_is_told(content: Path) -> None:
    (content / "subjects.yaml").write_bytes("- {key: å}".encode("latin-1"))

    with pytest.raises(ContentError, match="cannot be read"):
        load_content(draw=False)


def test_a_missing_file_is_told(content: Path) -> None:
    (content / "subjects.yaml").unlink()

    with pytest.raises(ContentError, match=r"subjects.yaml, entry .*: the file is missing"):
        load_content(draw=False)


def test_the_command_says_that_nothing_was_loaded(content: Path) -> None:
    change(content / "subjects.yaml", put(0, "name", {"en": "x"}))

    with pytest.raises(CommandError, match=r"Nothing was loaded. subjects.yaml, entry .*, field name.sv: is missing"):
        call_command("load_content", verbosity=0)


def test_the_content_cut_short_can_be_loaded(content: Path) -> None:
    """So that each mistake above is the only one."""
    assert load_content(draw=False).projects == 4


@pytest.mark.parametrize(
    ("data", "date", "precision"),
    [
        pytest.param({"date": "2018-09-20"}, "2018-09-20", "day", id="a day"),
        pytest.param({"date": "2018-09"}, "2018-09-01", "month", id="a month"),
        pytest.param({"date": "2018"}, "2018-01-01", "year", id="a year"),
        pytest.param({"date": "--12-12", "sort_date": "2017-12-12"}, "2017-12-12", "day-of-year", id="a day, no year"),
        pytest.param({"date": "2018", "sort_date": "2018-06-01"}, "2018-06-01", "year", id="a year with its place"),
        pytest.param({"sort_date": "2018-06-01"}, "2018-06-01", "none", id="only its place"),
        pytest.param({}, "1900-01-01", "none", id="nothing"),
    ],
)
def test_dates_of_the_files(data: dict[str, str], date: str, precision: str) -> None:
    read = known_date(entries.Entry("news.yaml", "x", data))

    assert (str(read["published_on"]), read["date_precision"]) == (date, precision)
