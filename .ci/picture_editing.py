"""Makes the pictures of docs/editing.md, in both languages, on a site of its own with the first content.

.ci/picture_editing.py writes docs/images/editing/NAME-LANGUAGE.webp. The screens are those of an editor or programme
manager, so a picture is never older than the admin that it was made from.
"""

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from screenshots import ROOT, running_site

PICTURES = ROOT / "docs" / "images" / "editing"
SIZE = {"width": 1180, "height": 760}
SHOWN_WIDTH = 900
PROJECT, NEWS, PROGRAMME = "/admin/snippets/projects/project/", "/admin/news/", "/admin/snippets/programmes/programme/"


def first_row(page: Page, address: str) -> None:
    page.goto(address)
    page.goto(str(page.locator("tbody a[href*='/edit/']").first.get_attribute("href")))
    page.wait_for_load_state("networkidle")


def a_project(page: Page) -> None:
    first_row(page, PROJECT)


def a_news_item(page: Page) -> None:
    first_row(page, f"{NEWS}?ordering=published_on")


def a_round(page: Page) -> None:
    first_row(page, PROGRAMME)
    page.locator("#inline_child_rounds-0").first.scroll_into_view_if_needed()


def a_document(page: Page) -> None:
    page.goto("/admin/documents/")
    page.goto(str(page.locator("tbody .title a").first.get_attribute("href")))


def at(address: str) -> Callable[[Page], object]:
    return lambda page: page.goto(address)


SCREENS: dict[str, Callable[[Page], object]] = {
    "first-screen": at("/admin/"),
    "news": at(NEWS),
    "other-languages": a_news_item,
    "project": a_project,
    "document": a_document,
    "round": a_round,
    "notice": at("/admin/settings/core/sitesettings/"),
    "broken-links": at("/admin/reports/links/"),
}


def picture(browser: Browser, site: str, language: str) -> None:
    sys.path.insert(0, str(ROOT))
    from tests.browser.content import IN_SWEDISH, PASSWORD, PEOPLE

    page = browser.new_context(base_url=site, viewport=SIZE).new_page()  # type: ignore[arg-type]
    page.goto("/admin/login/")
    page.fill("[name=username]", PEOPLE["Programme manager"] + (IN_SWEDISH if language == "sv" else ""))
    page.fill("[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    for name, show in SCREENS.items():
        show(page)
        page.wait_for_load_state("networkidle")
        shot = Image.open(io.BytesIO(page.screenshot()))
        target = PICTURES / f"{name}-{language}.webp"
        shot.resize((SHOWN_WIDTH, SHOWN_WIDTH * shot.height // shot.width), Image.Resampling.LANCZOS).save(
            target, quality=60
        )
        print(target)


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="icld-editing-") as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "iclds.settings.test", "DATA_DIR": folder}
        os.environ.pop("DATABASE_URL", None)
        subprocess.run([sys.executable, "-m", "tests.browser.content"], cwd=ROOT, check=True)
        with running_site() as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for language in ("en", "sv"):
                picture(browser, site, language)
            browser.close()


if __name__ == "__main__":
    main()
