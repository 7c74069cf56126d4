"""Case D06: bad input is the client's fault; it gets a page in the right language and leaves no error in the log."""

import logging

import pytest
from django.test import Client

from tests.factories.pages import NewsPageFactory
from tests.little_site import LittleSite
from tests.visiting import Visit

LONG = "x" * 10_000


@pytest.fixture(autouse=True)
def _nothing_above_a_warning(caplog: pytest.LogCaptureFixture) -> object:
    yield
    assert [record.getMessage() for record in caplog.records if record.levelno > logging.WARNING] == []


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/en/search/?q=%00", id="a search for a zero byte"),
        pytest.param("/en/search/?q=a%00b", id="a search with a zero byte"),
        pytest.param("/en/search/?q=%ff%fe", id="a search in broken UTF-8"),
        pytest.param(f"/en/search/?q={LONG}", id="a search for ten thousand letters"),
        pytest.param("/en/search/?q=%22%28%29*%3A^AND+OR+NOT", id="a search in the index's own language"),
        pytest.param("/en/search/?q=%22", id="a search for a quotation mark"),
        pytest.param("/en/search/?q[]=a&q=", id="a search in brackets"),
        pytest.param("/en/search/?q=water&page=%00", id="a page number that is a zero byte"),
        pytest.param("/en/news/?page=%00", id="news at a zero byte"),
        pytest.param("/en/news/?page=99999999999999999999", id="news at a page far away"),
        pytest.param("/en/knowledge-centre/?series=%00", id="a series that is a zero byte"),
        pytest.param("/en/knowledge-centre/?show=%ff", id="a view in broken UTF-8"),
        pytest.param("/en/projects/?country=%00", id="a country that is a zero byte"),
        pytest.param("/en/projects/?partner=%00", id="a partner that is a zero byte"),
        pytest.param("/en/projects/?area=%00", id="a core area that is a zero byte"),
        pytest.param("/en/projects/?status=%00", id="a status that is a zero byte"),
        pytest.param("/en/projects/?q=%00", id="words that are a zero byte"),
        pytest.param(f"/en/projects/?q={LONG}", id="words of ten thousand letters"),
        pytest.param(f"/en/projects/?country={LONG}&page=-1", id="a country of ten thousand letters"),
        pytest.param("/en/?a=%00&a=%ff", id="a parameter that nobody asked for"),
    ],
)
def test_nonsense_in_a_query_gets_a_page(address: str, site: LittleSite, visit: Visit) -> None:
    assert visit(address).language == "en"


@pytest.mark.parametrize(
    ("address", "language"),
    [
        pytest.param("/sv/%00/", "sv", id="a zero byte"),
        pytest.param("/en/nyheter%00.html", "en", id="a zero byte in a name"),
        pytest.param("/sv/%ff/", "sv", id="broken UTF-8"),
        pytest.param("/sv/projekt/%00/", "sv", id="a zero byte for a project"),
        pytest.param("/sv/projekt/%C3%28/", "sv", id="a project in broken UTF-8"),
        pytest.param(f"/en/{LONG}/", "en", id="ten thousand letters"),
        pytest.param(f"/en/{'a/' * 500}", "en", id="five hundred steps"),
        pytest.param("/en/news/feed/more/", "en", id="more than a feed"),
        pytest.param("/en/..%2f..%2fetc/passwd", "en", id="a way out of the tree"),
        pytest.param("/de/", "en", id="a language the site is not in"),
        pytest.param("/wp-login.php", "en", id="another system's door"),
        pytest.param("/en/news/no-such-item/", "en", id="a slug that nobody has"),
        pytest.param("/sv/news/", "sv", id="an English slug on the Swedish pages"),
        pytest.param("/media/%00", "en", id="a file that is a zero byte"),
        pytest.param("/documents/1/%00", "en", id="a document that is a zero byte"),
    ],
)
def test_nonsense_in_a_path_gets_the_missing_page(address: str, language: str, site: LittleSite, visit: Visit) -> None:
    assert visit(address, status=404).language == language


@pytest.mark.parametrize("address", ["/en/", "/en/search/", "/en/projects/", "/sv/nyheter/"])
def test_a_form_with_a_zero_byte_is_refused(address: str, site: LittleSite) -> None:
    answer = Client().post(address, {"q": "a\x00b"})

    assert answer.status_code == 405


def test_a_login_with_a_zero_byte_is_refused(site: LittleSite) -> None:
    answer = Client().post("/admin/login/", {"username": "a\x00b", "password": "x"})

    assert answer.status_code == 200


def test_scanners_find_no_media_but_renditions(site: LittleSite) -> None:
    addresses = ["/media/original_images/photo.jpg", "/media/../db.sqlite3", "/media/images/../documents/a.pdf"]

    assert [Client().get(address).status_code for address in addresses] == [404, 404, 404]


def test_a_preview_of_a_page_that_nobody_asked_for_is_no_error(site: LittleSite, visit: Visit) -> None:
    item = NewsPageFactory(parent=site.news["en"], title="Water")

    assert visit(f"{item.get_url()}?in_preview_panel=true&preview=%00").h1 == "Water"
