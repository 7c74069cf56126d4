"""`make load`: eight editors and fifty readers on a started site for a minute, while two hostile PDFs are worked on.

Starts the site on a port of this machine with a database of its own, prints a table in Markdown, and fails where a
promise of docs/operations.md is broken: an answer of 5xx, a lost edit, somebody else's text, or a save that waits more
than five seconds for the database. On PostgreSQL: `tests/postgres.py .venv/bin/python -m tests.load`.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iclds.settings.test")

import django

django.setup()

from tests.browser.content import PASSWORD
from tests.load.people import Editor, Reader
from tests.started.site import StartedSite, started_site

EDITORS, READERS = 8, 50
SECONDS = 60
SECONDS_BETWEEN_PAGES = 5
LONGEST_WAIT = 5.0
# The two that take longest, by their names in tests/core/hostile_pdfs.py.
HOSTILE = ("a pattern with a step of a thousandth", "forms that draw the next ten times")


@dataclass(frozen=True)
class Request:
    """A line of the site's own notes (tests.load.settings)."""

    method: str
    path: str
    status: int
    seconds: float
    longest_write: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=SECONDS, help="how long, 300 at most")
    seconds = min(parser.parse_args().seconds, 300)
    with (
        tempfile.TemporaryDirectory(prefix="icld-load-") as folder,
        started_site(Path(folder), os.environ.get("DATABASE_URL"), settings="tests.load.settings") as site,
    ):
        pages = make_editors_and_their_pages(site)
        site.start_web()
        site.start_worker()
        editors = [Editor(site.url, number, page, PASSWORD) for number, page in enumerate(pages, start=1)]
        readers = [Reader(site.url, public_paths(site), SECONDS_BETWEEN_PAGES) for _number in range(READERS)]
        upload_hostile_pdfs(site)
        (site.folder / "waits").unlink(missing_ok=True)
        everybody: list[Editor | Reader] = [*editors, *readers]
        act(everybody, seconds)
        faults = [fault for somebody in everybody for fault in somebody.seen.faults]
        faults += lost_edits(site, editors, pages)
        requests = list(noted(site))
        print_table(site, editors, readers, requests)
        faults += [f"{r.method} {r.path} answered {r.status}" for r in requests if r.status >= 500]
        faults += [f"a save waited {r.longest_write} s" for r in saves(requests) if r.longest_write > LONGEST_WAIT]
        print("\n".join(faults or ["No fault."]))
        print(site.log, file=sys.stderr)
        return 1 if faults else 0


def make_editors_and_their_pages(site: StartedSite) -> list[int]:
    """A page for each editor, with a text that only this page has; the pages' keys."""
    code = f"""
from django.contrib.auth.models import Group
from iclds.home.models import HomePage, StandardPage
from iclds.users.models import User
from tests.factories.streams import text
group = Group.objects.get(name="ICLD: Programme manager")
home = HomePage.objects.get(locale__language_code="en")
for number in range(1, {EDITORS} + 1):
    user = User.objects.create_user(f"editor{{number}}", "", {PASSWORD!r})
    user.groups.add(group)
    page = StandardPage(title=f"Page {{number}}", slug=f"page-{{number}}", lead="A page.", locale=home.locale)
    page.body = text(f"<p>mark-{{number}}-0</p>")
    home.add_child(instance=page)
    page.save_revision(user=user).publish()
    print(page.pk)
"""
    return [int(line) for line in site.shell(code).split()]


def public_paths(site: StartedSite) -> list[str]:
    """An address of every kind of page in each language."""
    by_language = json.loads((site.folder / "addresses.json").read_text())
    return [path for paths in by_language.values() for kind, path in paths.items() if kind != "missing"]


def upload_hostile_pdfs(site: StartedSite) -> None:
    site.shell(f"""
from django.core.files.base import ContentFile
from iclds.core.models import SiteDocument
from tests.core.hostile_pdfs import HOSTILE
for name in {HOSTILE!r}:
    SiteDocument.objects.create(title=name, file=ContentFile(HOSTILE[name](), name="hostile.pdf"))
""")


def act(everybody: list[Editor | Reader], seconds: float) -> None:
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=somebody.act, args=[until]) for somebody in everybody]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def lost_edits(site: StartedSite, editors: list[Editor], pages: list[int]) -> list[str]:
    newest = "SELECT p.id, r.content FROM wagtailcore_page p JOIN wagtailcore_revision r ON r.id = p.latest_revision_id"
    kept: dict[object, object] = dict(site.query(newest))  # type: ignore[arg-type]
    return [
        f"editor {editor.number}: version {editor.saved} is lost"
        for editor, page in zip(editors, pages, strict=True)
        if not editor.is_kept(kept[page])
    ]


def noted(site: StartedSite) -> Iterator[Request]:
    for line in (site.folder / "waits").read_text().splitlines():
        asked, status, seconds, longest = line.rsplit(" ", 3)
        method, _space, path = asked.partition(" ")
        yield Request(method, path, int(status), float(seconds), float(longest))


def saves(requests: list[Request]) -> list[Request]:
    return [request for request in requests if request.method == "POST" and request.path.endswith("/edit/")]


def print_table(site: StartedSite, editors: list[Editor], readers: list[Reader], requests: list[Request]) -> None:
    covers = site.query("SELECT title, cover_problem FROM core_sitedocument WHERE file LIKE '%hostile%'")
    print(f"\n{'PostgreSQL' if site.database else 'SQLite'}; the PDFs: {covers}\n")
    print("| what | number | median s | 95 % s | longest s |\n| --- | --- | --- | --- | --- |")
    people: dict[str, list[float]] = {}
    for somebody in (*editors, *readers):
        for what, seconds in somebody.seen.seconds.items():
            people.setdefault(what, []).extend(seconds)
    for what, seconds in people.items():
        print_row(what, seconds)
    print_row("longest write within a save", [request.longest_write for request in saves(requests)])
    print(f"| answers of 5xx | {sum(request.status >= 500 for request in requests)} of {len(requests)} | | | |")


def print_row(what: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    at = min(len(ordered) - 1, int(len(ordered) * 0.95))
    print(f"| {what} | {len(ordered)} | {statistics.median(ordered):.2f} | {ordered[at]:.2f} | {ordered[-1]:.2f} |")


if __name__ == "__main__":
    sys.exit(main())
