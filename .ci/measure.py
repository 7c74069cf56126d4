"""Weighs the first view of every kind of page, as a browser that has been nowhere yet gets it over the wire.

.ci/measure.py takes the environment and the data of `make run`, and starts a server of its own. Prints requests and
kilobytes a page; ends with 1 when a page asks for more than the site promises.
"""

import gzip
import re
import shutil
import sys
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from screenshots import paths_of_each_kind, running_site

SCREENS = ((360, 800), (1280, 800))
KILOBYTE = 1024
MOST_REQUESTS, MOST_WITHOUT_PICTURES, MOST_WITH_PICTURES, MOST_DRAWN = 10, 60, 120, 25
DRAWINGS = re.compile(r"<svg.*?</svg>", re.DOTALL)


@dataclass(frozen=True)
class Weight:
    """Requests, and kilobytes: without pictures, with them, and of the page's compressed SVG."""

    requests: int
    without_pictures: float
    with_pictures: float
    drawn: float

    @property
    def is_too_much(self) -> bool:
        return (
            self.requests > MOST_REQUESTS
            or self.without_pictures > MOST_WITHOUT_PICTURES
            or self.with_pictures > MOST_WITH_PICTURES
            or self.drawn > MOST_DRAWN
        )


def weigh(browser: Browser, address: str, width: int, height: int) -> Weight:
    """The first view, without scrolling, in a window with nothing in its cache."""
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}

    def answered(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def loaded(event: dict[str, Any]) -> None:
        sizes[event["requestId"]] = event["encodedDataLength"]

    wire.on("Network.responseReceived", answered)
    wire.on("Network.loadingFinished", loaded)
    page.goto(address, wait_until="networkidle")
    drawn = len(gzip.compress("".join(DRAWINGS.findall(page.content())).encode()))
    context.close()
    pictures = sum(size for request, size in sizes.items() if kinds.get(request) == "Image")
    total = sum(sizes.values())
    return Weight(len(sizes), (total - pictures) / KILOBYTE, total / KILOBYTE, drawn / KILOBYTE)


def main() -> int:
    too_much = 0
    paths = paths_of_each_kind()
    with running_site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        print(f"{'':64}{'width':>6}{'requests':>10}{'KB':>8}{'with pictures':>15}{'drawn':>8}")
        for path in paths:
            for width, height in SCREENS:
                weigh(browser, site + path, width, height)  # so that its pictures have been made
                weight = weigh(browser, site + path, width, height)
                too_much += weight.is_too_much
                print(
                    f"{path[:64]:64}{width:>6}{weight.requests:>10}{weight.without_pictures:>8.1f}"
                    f"{weight.with_pictures:>15.1f}{weight.drawn:>8.1f}{'  too much' if weight.is_too_much else ''}"
                )
        browser.close()
    return 1 if too_much else 0


if __name__ == "__main__":
    sys.exit(main())
