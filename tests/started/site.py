"""Starts the site as visitors meet it, in processes and with a database of its own, on a port of this machine."""

import contextlib
import os
import secrets
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 90


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextlib.contextmanager
def own_database(server: str | None) -> Iterator[str | None]:
    """The address of an empty database on a PostgreSQL server, gone afterwards; None, SQLite's own file, for None."""
    if server is None:
        yield None
        return
    name = f"started_{secrets.token_hex(4)}"
    _on_server(server, f'CREATE DATABASE "{name}"')
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        _on_server(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def _on_server(server: str, statement: str) -> None:
    connection = psycopg2.connect(server)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
    finally:
        connection.close()


@dataclass
class StartedSite:
    """Its processes, by what they do; `settings` is the module, `variables` are added to the environment."""

    folder: Path
    database: str | None
    settings: str = "iclds.settings.production"
    variables: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        own = {
            "DJANGO_SETTINGS_MODULE": self.settings,
            "DATA_DIR": str(self.folder),
            "SITE_URL": self.url,
            "SECRET_KEY": "only-for-a-site-that-is-started-by-the-tests-and-stopped-again",
            "LOG_LEVEL": "WARNING",
        }
        return {**inherited, **own, **({"DATABASE_URL": self.database} if self.database else {}), **self.variables}

    def run(self, *arguments: str) -> str:
        """Run Python with these arguments to its end; what it printed. Raises CalledProcessError."""
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.PIPE, text=True
        ).stdout

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start Python with these arguments; its log is folder/log. In a group of its own, so that a kill is whole."""
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, *arguments], cwd=ROOT, env=self.environment, stdout=log, stderr=log, process_group=0
            )
        self.processes.append(process)
        return process

    def start_web(self, *, workers: int = 2, threads: int = 4) -> subprocess.Popen[bytes]:
        process = self.start(
            "-m", "gunicorn", "iclds.wsgi", "--bind", f"127.0.0.1:{self.port}", "--workers", str(workers),
            "--threads", str(threads), "--no-control-socket", "--log-level", "warning",
        )  # fmt: skip
        wait_for(f"{self.url}/robots.txt")
        return process

    def start_worker(self) -> subprocess.Popen[bytes]:
        return self.start("manage.py", "work")

    def query(self, statement: str) -> list[tuple[object, ...]]:
        """The rows of an SQL statement, asked from outside while the site runs."""
        if self.database:
            with contextlib.closing(psycopg2.connect(self.database)) as connection, connection.cursor() as cursor:
                cursor.execute(statement)
                return list(cursor.fetchall())
        with contextlib.closing(sqlite3.connect(self.folder / "db.sqlite3", timeout=30)) as file:
            return list(file.execute(statement))

    def shell(self, code: str) -> str:
        """Run lines of Python with the site's models at hand; what they printed."""
        return self.run("manage.py", "shell", "-v", "0", "-c", code)

    def stop(self) -> None:
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(timeout=SECONDS_TO_START)
        self.processes.clear()

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text(errors="replace")


def wait_for(url: str) -> None:
    for _try in range(SECONDS_TO_START * 10):
        try:
            urllib.request.urlopen(url, timeout=30).close()
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"{url} does not answer.")


@contextlib.contextmanager
def started_site(folder: Path, server: str | None, **options: object) -> Iterator[StartedSite]:
    """A site with the first content and the people of tests.browser.content; nothing runs yet. `server`: PostgreSQL."""
    with own_database(server) as database:
        site = StartedSite(folder, database, **options)  # type: ignore[arg-type]
        site.run("-m", "tests.browser.content")
        try:
            yield site
        finally:
            site.stop()
