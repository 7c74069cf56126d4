"""`make bench`: what each page type, and each screen of the admin (`--admin`), costs with 100 and with 10,000 items.

Makes a database of its own, fills it, and prints a table: queries, median time as a ratio to a one-line Wagtail page
measured in the same run, and bytes. No test: nothing here passes or fails.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iclds.settings.test")

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings, setup_databases, teardown_databases

from tests.bench.admin import admin_screens, editors_browser
from tests.bench.content import fill, make_site

BASELINE = "/en/one-line/"
PAGES = {
    "Home": "/en/",
    "Programme": "/en/municipal-partnership/",
    "Guidance": "/en/municipal-partnership/how-to-apply/",
    "FAQ": "/en/municipal-partnership/faq-contact/",
    "Country index": "/en/partner-countries/",
    "Country": "/en/partner-countries/kenya/",
    "Project list": "/en/projects/",
    "Project list, filtered": "/en/projects/?country=KE&status=completed",
    "Project list, last page": "/en/projects/?page=100000",
    "Project, facts only": "/en/projects/bench-project-1/",
    "Project with story": "/en/projects/norrkoping-bihac-norbih/",
    "News list": "/en/news/",
    "News list, last page": "/en/news/?page=100000",
    "News item": "/en/news/bench-news-1/",
    "Knowledge Centre": "/en/knowledge-centre/",
    "Publication": "/en/knowledge-centre/bench-publication-1/",
    "Standard page": "/en/about/",
    "Search, common word": "/en/search/?q=bench",
    "Search, rare word": "/en/search/?q=Bihać",
    "Feed": "/en/feed/",
}


@dataclass(frozen=True)
class Measured:
    """One page at one size: number of queries, median seconds, bytes of the answer."""

    queries: int
    seconds: float
    size: int


def measure(client: Client, address: str, runs: int) -> Measured:
    """Median of `runs` requests after three that warm up. Raises RuntimeError unless each answers 200."""
    for _ in range(3):
        response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answered {response.status_code}")
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    # Counted at once: the next request empties the log.
    queries = len(captured)
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        client.get(address)
        times.append(time.perf_counter() - start)
    return Measured(queries, statistics.median(times), len(response.content))


@contextmanager
def own_database() -> Iterator[None]:
    """A database of the bench's own; SQLite's in a file as it serves visitors, and not in memory."""
    with tempfile.TemporaryDirectory(prefix="icld-bench-") as folder:
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = f"{folder}/bench.sqlite3"
        old = setup_databases(verbosity=0, interactive=False)
        try:
            yield
        finally:
            teardown_databases(old, verbosity=0)


def measure_all(client: Client, pages: dict[str, str], runs: int) -> tuple[float, dict[str, Measured]]:
    baseline = measure(Client(), BASELINE, runs).seconds
    measured = {}
    for name, address in pages.items():
        measured[name] = measure(client, address, runs)
        print(f"  {name}: {measured[name].seconds * 1000:.0f} ms", flush=True)
    return baseline, measured


def print_table(sizes: list[int], results: dict[int, tuple[float, dict[str, Measured]]]) -> None:
    small, large = sizes[0], sizes[-1]
    print(
        f"\n{connection.vendor}; one-line page: "
        + ", ".join(f"{results[size][0] * 1000:.1f} ms at {size:,}" for size in sizes)
    )
    print(f"{'':26}{'queries':>14}{'x one-line page':>20}{'slower':>9}{'bytes':>18}")
    print(f"{'':26}" + f"{small:>6,}{large:>8,}" + f"{small:>10,}{large:>10,}" + f"{'':>9}" + f"{small:>9,}{large:>9,}")
    for name in results[small][1]:
        (base_a, a), (base_b, b) = ((results[size][0], results[size][1][name]) for size in (small, large))
        print(
            f"{name:26}{a.queries:>6}{b.queries:>8}{a.seconds / base_a:>10.1f}{b.seconds / base_b:>10.1f}"
            f"{b.seconds / a.seconds:>8.2f}x{a.size:>9,}{b.size:>9,}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 10_000])
    parser.add_argument("--runs", type=int, default=25)
    parser.add_argument("--admin", action="store_true", help="measure the admin instead of the site")
    parser.add_argument("--only", default="", help="measure those whose name has these letters")
    options = parser.parse_args()
    with own_database(), override_settings(ROOT_URLCONF="tests.bench.urls", ALLOWED_HOSTS=["*"]):
        make_site()
        results = {}
        for size in options.sizes:
            print(f"Filling up to {size:,} projects, news items, publications and documents ...", flush=True)
            fill(size)
            client, pages = (editors_browser(), admin_screens()) if options.admin else (Client(), PAGES)
            chosen = {name: address for name, address in pages.items() if options.only.lower() in name.lower()}
            results[size] = measure_all(client, chosen, options.runs)
        print_table(options.sizes, results)
    print(f"\nDatabase: {settings.DATABASES['default']['ENGINE']}; median of {options.runs} requests each.")


if __name__ == "__main__":
    main()
