"""Pictures every kind of page, as narrow as a phone and as wide as a desk, in light and dark, to look at side by side.

.ci/screenshots.py FOLDER takes the environment and the data of `make run`, and starts a server of its own.
"""

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import django
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
README_PICTURE = ROOT / "docs" / "images" / "home.png"
WIDTHS = (360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SECONDS_TO_START = 30


@contextmanager
def running_site() -> Iterator[str]:
    """The address of the site on a free port, such as http://127.0.0.1:41234."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{listener.getsockname()[1]}"
    command = [sys.executable, "-m", "gunicorn", "iclds.wsgi", "--bind", address, "--workers", "2", "--threads", "4"]
    server = subprocess.Popen([*command, "--no-control-socket", "--log-level", "warning"], cwd=ROOT)
    try:
        wait_for(f"http://{address}/robots.txt")
        yield f"http://{address}"
    finally:
        server.terminate()
        server.wait(timeout=SECONDS_TO_START)


def wait_for(url: str) -> None:
    for _try in range(SECONDS_TO_START * 10):
        try:
            read(url)
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("The site did not start; the reason stands above.")


def read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return str(answer.read().decode())


def paths_of_each_kind() -> list[str]:
    """A page of every type in each language, a project without a story, and what the search finds.

    Asks the database, and has covers made, so it has to be called while no browser is open.
    """
    sys.path.insert(0, str(ROOT))
    django.setup()
    from wagtail.models import Page, Site

    from iclds.background.worker import work_off
    from projects.models import Project, ProjectIndexPage

    work_off()  # the covers, where no worker has made them yet
    site = Site.objects.get(is_default_site=True)
    first: dict[tuple[int, int], Page] = {}
    for page in Page.objects.live().public().filter(depth__gt=1).order_by("path"):
        first.setdefault((page.locale_id, page.content_type_id), page)
    paths = [page.relative_url(site) for page in first.values()]
    bare = Project.objects.public().filter(stories=None).latest_first().first()
    if bare:
        paths += [f"{index.get_url()}{bare.slug}/" for index in ProjectIndexPage.objects.live()]
    return [*sorted(urlsplit(path).path for path in paths if path), "/en/search/?q=water", "/sv/sok/?q=vatten"]


def picture_for_readme(page: Page, site: str) -> None:
    """The first view of the home page, where README.md shows it."""
    README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
    page.goto(f"{site}/en/")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=README_PICTURE)
    print(README_PICTURE)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    paths = paths_of_each_kind()
    with running_site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        for path in paths:
            page.goto(site + path)
            page.evaluate("for (const picture of document.images) picture.loading = 'eager'")
            name = re.sub(r"[/?=]+", "--", path.strip("/"))
            for width, scheme in product(WIDTHS, SCHEMES):
                page.set_viewport_size({"width": width, "height": 900})
                page.emulate_media(color_scheme=scheme)
                page.wait_for_load_state("networkidle")
                picture = folder / f"{name}--{width}--{scheme}.png"
                page.screenshot(path=picture, full_page=True)
                print(picture)
        picture_for_readme(browser.new_page(viewport={"width": 1280, "height": 800}), site)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
