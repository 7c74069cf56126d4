"""Style sheets: all of them on every page, in one request as visitors get the site."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.template import engines
from django.test import override_settings

from iclds.core.stylesheets import ORDER, path_of
from tests.little_site import LittleSite
from tests.visiting import Visit

FOLDER = Path(settings.BASE_DIR) / "static"


def test_every_style_sheet_has_its_place_in_the_order() -> None:
    assert sorted(path_of(name) for name in ORDER) == sorted(f"css/{path.name}" for path in FOLDER.glob("css/*.css"))


def test_a_page_links_them_one_by_one_while_working_on_them(site: LittleSite, visit: Visit) -> None:
    screen = visit("/en/")

    linked = [str(link["href"]) for link in screen.find_all('link[rel="stylesheet"]')]
    assert linked == [f"/static/{path_of(name)}" for name in ORDER]


@pytest.fixture
def collected(tmp_path: Path) -> Iterator[Path]:
    storage = {"BACKEND": "iclds.core.static_files.SiteStaticFilesStorage"}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES={**settings.STORAGES, "staticfiles": storage}):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield tmp_path


def test_visitors_get_them_in_one_request(collected: Path) -> None:
    links = engines["django"].from_string("{% load site_tags %}{% stylesheets %}").render()

    (address,) = re.findall(r'href="/static/(css/site\.[0-9a-f]{12}\.css)"', links)
    css = (collected / address).read_text()
    assert (collected / f"{address}.br").exists()
    assert (
        css.index("@font-face") < css.index("@layer reset, base") < css.index(".masthead") < css.index("@media print")
    )
    (font,) = re.findall(r'url\("(\.\./fonts/familjen-grotesk-latin\.[0-9a-f]{12}\.woff2)"\)', css)
    assert (collected / "css" / font).resolve().exists()


def test_collecting_again_after_a_change_makes_it_anew(collected: Path) -> None:
    first = staticfiles_storage.url("css/site.css")
    (collected / "css" / "site.css").write_text("old")

    call_command("collectstatic", interactive=False, verbosity=0)

    assert staticfiles_storage.url("css/site.css") == first
    assert (collected / "css" / "site.css").read_text() != "old"
