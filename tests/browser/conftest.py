"""A real browser before a real server: `walk` is an anonymous visitor, `desk` an editor who has logged in.

The server is a program of its own with a database of its own, so that it answers as in production and these tests ask
no database themselves. Playwright runs a loop while it is open, in which Django's database refuses to work; so it is
closed after each file.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.content import IN_SWEDISH, PASSWORD, PEOPLE
from tests.browser.watching import Watched, watch
from tests.started.site import SECONDS_TO_START, free_port, wait_for

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands in this folder opens a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site's database, static files and uploads."""
    folder = tmp_path_factory.mktemp("browser-site")
    subprocess.run([sys.executable, "-m", "tests.browser.content"], cwd=ROOT, env=environment(folder), check=True)
    return folder


@pytest.fixture(scope="session")
def addresses(data: Path) -> dict[str, dict[str, str]]:
    """An address of every kind of page by language: `addresses["sv"]["newspage"]`."""
    read: dict[str, dict[str, str]] = json.loads((data / "addresses.json").read_text())
    return read


@pytest.fixture(scope="session")
def site(data: Path) -> Iterator[str]:
    """The address of the running site, such as http://127.0.0.1:41234."""
    place = f"127.0.0.1:{free_port()}"
    command = [
        "gunicorn",
        "iclds.wsgi",
        "--bind",
        place,
        "--threads",
        "4",
        "--no-control-socket",
        "--log-level",
        "error",
    ]
    server = subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, env=environment(data))
    try:
        wait_for(f"http://{place}/robots.txt")
        yield f"http://{place}"
    finally:
        server.terminate()
        server.wait(timeout=SECONDS_TO_START)


def environment(folder: Path) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**inherited, "DJANGO_SETTINGS_MODULE": "iclds.settings.test", "DATA_DIR": str(folder)}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium")
    assert program, "There is no chromium. On Debian: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def walk(chromium: Browser, site: str) -> Iterator[Callable[..., Watched]]:
    """Opens a window for an anonymous visitor: walk(width=360, locale="sv-SE", java_script_enabled=False).

    At the end nobody may have seen an error, fetched anything elsewhere, or been given a cookie.
    """
    opened: list[Watched] = []

    def open_window(width: int = 1280, **options: Any) -> Watched:
        options.setdefault("locale", "en-GB")
        context = chromium.new_context(base_url=site, viewport={"width": width, "height": 900}, **options)
        opened.append(watch(context.new_page(), site))
        return opened[-1]

    yield open_window
    complaints = [complaint for window in opened for complaint in window.complaints()]
    cookies = [cookie["name"] for window in opened for cookie in window.page.context.cookies()]
    for window in opened:
        window.page.context.close()
    assert (complaints, cookies) == ([], [])


@pytest.fixture(scope="session")
def sessions() -> dict[str, Any]:
    """Of everybody who has logged in so far, by name, what their browser keeps: each logs in once."""
    return {}


def log_in(page: Page, name: str) -> None:
    page.goto("/admin/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


@pytest.fixture
def at_desk(chromium: Browser, site: str, sessions: dict[str, Any]) -> Iterator[Callable[..., Watched]]:
    """Opens a window in the admin for somebody of a role, logged in: at_desk("Writer", "sv").

    In the end nobody complains.
    """
    opened: list[Watched] = []

    def sit_down(role: str = "Programme manager", language: str = "en") -> Watched:
        name = f"{PEOPLE[role]}{IN_SWEDISH if language == 'sv' else ''}"
        logged_in = sessions.get(name)
        context = chromium.new_context(
            base_url=site, viewport={"width": 1280, "height": 1200}, locale="en-GB", storage_state=logged_in
        )
        window = watch(context.new_page(), site)
        opened.append(window)
        if logged_in is None:
            log_in(window.page, name)
            sessions[name] = context.storage_state()
        else:
            window.page.goto("/admin/")
        return window

    yield sit_down
    complaints = [complaint for window in opened for complaint in window.complaints()]
    for window in opened:
        window.page.context.close()
    assert complaints == []


@pytest.fixture
def desk(at_desk: Callable[..., Watched]) -> Watched:
    """A programme manager's window in the admin; the test's own steps begin there."""
    return at_desk()
