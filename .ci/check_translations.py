"""Fails when a text of the site has no Swedish, a doubtful one, or one that was not compiled. Changes nothing.

The texts are collected again in a copy of the source, so what `make messages` was not run for is found as well.
"""

import gettext
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ["iclds", "programmes", "projects", "news", "templates", "manage.py"]
CATALOGUE = Path("iclds/locale/sv/LC_MESSAGES/django.po")


def collect(copy: Path) -> None:
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    command = [sys.executable, "manage.py", "makemessages", "--locale", "sv", "--no-obsolete", "--verbosity", "0"]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "iclds.settings.development"}
    subprocess.run(command, cwd=copy, env=environment, check=True)


def entries(catalogue: Path, selection: str) -> list[str]:
    """The catalogue's entries of a kind, such as `--untranslated`, without its header."""
    command = ["msgattrib", "--no-obsolete", "--no-wrap", selection, str(catalogue)]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    return [entry for entry in found.split("\n\n") if 'msgid ""\nmsgstr ""\n"' not in entry and entry]


def compiled_texts(machine_object: Path) -> dict[str, str]:
    with machine_object.open("rb") as file:
        return gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]


def faults() -> list[str]:
    catalogue = ROOT / CATALOGUE
    if not catalogue.is_file() or not catalogue.with_suffix(".mo").is_file():
        return [f"{CATALOGUE} or its .mo is missing."]
    found = []
    with tempfile.TemporaryDirectory(prefix="icld-messages-") as directory:
        copy = Path(directory)
        collect(copy)
        found += [f"Without Swedish:\n{entry}" for entry in entries(copy / CATALOGUE, "--untranslated")]
        found += [f"Doubtful (fuzzy):\n{entry}" for entry in entries(copy / CATALOGUE, "--only-fuzzy")]
        fresh = copy / "fresh.mo"
        subprocess.run(["msgfmt", "--check-format", "--output-file", str(fresh), str(catalogue)], check=True)
        if compiled_texts(fresh) != compiled_texts(catalogue.with_suffix(".mo")):
            found.append(f"{CATALOGUE.with_suffix('.mo')} is older than its .po.")
    return found


if __name__ == "__main__":
    problems = faults()
    if problems:
        print("\n\n".join([*problems, "Write 'make messages', then the missing Swedish, then 'make messages' again."]))
    sys.exit(bool(problems))
