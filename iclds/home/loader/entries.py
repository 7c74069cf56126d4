"""Content files and their entries, read with every access checked."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from iclds.core.dates import DatePrecision, parse_partial_date
from iclds.core.languages import LANGUAGE_CODES
from iclds.home.loader.errors import ContentError

CONTENT_DIR = Path(__file__).resolve().parent.parent / "content"


class Entry:
    """One entry of a content file. Whatever is missing or of the wrong kind raises ContentError with its place."""

    def __init__(self, file: str, name: str, data: Any) -> None:
        self.file = file
        self.name = name
        if not isinstance(data, dict):
            raise self.error("(all)", "should be a list of fields with values")
        self.data: dict[str, Any] = data

    def error(self, field: str, problem: str) -> ContentError:
        return ContentError(self.file, self.name, field, problem)

    def get(self, field: str, kind: type | tuple[type, ...], default: Any = None) -> Any:
        """The value of an optional field, of the given kind."""
        value = self.data.get(field)
        if value is None:
            return default
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
            raise self.error(field, f"{value!r} is not what belongs here")
        return value

    def text(self, field: str, *, required: bool = True, longest: int | None = None) -> str:
        value = self.get(field, (str, int), "")
        value = str(value).strip()
        if required and not value:
            raise self.error(field, "is missing")
        if longest is not None and len(value) > longest:
            raise self.error(field, f"has {len(value)} characters, at most {longest} are possible")
        return value

    def choice(self, field: str, allowed: Any, *, required: bool = True) -> str:
        value = self.text(field, required=required)
        if value and value not in allowed:
            raise self.error(field, f"“{value}” is none of: {', '.join(str(choice) for choice in allowed)}")
        return value

    def in_both(self, field: str, *, required: bool = True, longest: int | None = None) -> dict[str, str]:
        """The text of each language."""
        value = self.data.get(field)
        if value is None:
            if required:
                raise self.error(field, "is missing")
            return dict.fromkeys(LANGUAGE_CODES, "")
        if isinstance(value, str):
            value = dict.fromkeys(LANGUAGE_CODES, value)
        if not isinstance(value, dict):
            raise self.error(field, f"{value!r} is not what belongs here")
        languages = Entry(self.file, self.name, value)
        return {
            code: Entry(self.file, self.name, {f"{field}.{code}": languages.data.get(code)}).text(
                f"{field}.{code}", required=required, longest=longest
            )
            for code in LANGUAGE_CODES
        }

    def columns(self, field: str, **limits: Any) -> dict[str, str]:
        """The texts of both languages as a register's columns: name_en, name_sv."""
        return {f"{field}_{code}": text for code, text in self.in_both(field, **limits).items()}

    def list_of(self, field: str, kind: type = str) -> list[Any]:
        values = self.get(field, list, [])
        for value in values:
            if not isinstance(value, kind):
                raise self.error(field, f"{value!r} is not what belongs here")
        return values

    def entries(self, field: str) -> Iterator["Entry"]:
        """The entries of a list below this one."""
        for number, data in enumerate(self.get(field, list, []), start=1):
            yield Entry(self.file, f"{self.name} › {field} {number}", data)

    def look_up(self, field: str, key: str, found: dict[str, Any]) -> Any:
        if key not in found:
            raise self.error(field, f"“{key}” is not known")
        return found[key]

    def date(self, field: str) -> tuple[datetime.date | None, DatePrecision]:
        """A partial date; (None, DAY) where there is none."""
        text = self.text(field, required=False)
        if not text:
            return None, DatePrecision.DAY
        try:
            return parse_partial_date(text)
        except ValueError as error:
            raise self.error(field, str(error)) from error

    def moment(self, field: str, *, required: bool = True) -> datetime.datetime | None:
        """A time of the day in Stockholm."""
        text = self.text(field, required=required)
        if not text:
            return None
        try:
            return timezone.make_aware(datetime.datetime.fromisoformat(text))
        except ValueError as error:
            raise self.error(field, f"{text!r} is not a time such as 2018-02-15T00:00") from error


def read_file(name: str, directory: Path = CONTENT_DIR) -> Any:
    """The content of a file; raises ContentError when it is missing or not YAML."""
    try:
        return yaml.safe_load((directory / name).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ContentError(name, "(none)", "(none)", "the file is missing") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ContentError(name, "(none)", "(none)", f"cannot be read: {error}") from error


def read_list(name: str, key: str, directory: Path = CONTENT_DIR) -> list[Entry]:
    """The entries of a file that is a list, each named after its `key` field, which is unique in the file."""
    data = read_file(name, directory)
    if not isinstance(data, list):
        raise ContentError(name, "(none)", "(none)", "should be a list of entries")
    entries = []
    taken: set[str] = set()
    for number, row in enumerate(data, start=1):
        label = str(row.get(key, f"number {number}")) if isinstance(row, dict) else f"number {number}"
        entry = Entry(name, label, row)
        entry.text(key)
        if label in taken:
            raise entry.error(key, "stands twice in the file")
        taken.add(label)
        entries.append(entry)
    return entries


def read_map(name: str, directory: Path = CONTENT_DIR) -> dict[str, Entry]:
    """The entries of a file that is a map from keys to entries."""
    data = read_file(name, directory)
    if not isinstance(data, dict):
        raise ContentError(name, "(none)", "(none)", "should be a map of keys and entries")
    return {str(key): Entry(name, str(key), value) for key, value in data.items()}
