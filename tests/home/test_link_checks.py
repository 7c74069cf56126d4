"""Other sites are asked for their pages: politely, over the wire as it has to be, and never a private network."""

import datetime
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from iclds.home.link_checks import SECONDS_BETWEEN, Answer, ask, faults, in_ascii, is_outside, may_be_asked, tonights

GONE = "https://gone.example/report"


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://icld.se/", True), ("http://93.184.216.34/", True), ("mailto:a@icld.se", False), ("/en/news/", False),
        ("http://localhost/", False), ("http://127.0.0.1:8000/", False), ("http://10.0.0.1/", False),
        ("http://[::1]/", False), ("ftp://icld.se/", False), ("http://[broken", False), ("javascript:alert(1)", False),
    ],
)  # fmt: skip
def test_only_the_open_web_is_asked(address: str, may: bool) -> None:
    assert may_be_asked(address) is may


def test_no_night_asks_too_often_and_every_address_has_its_turn() -> None:
    addresses = [f"https://site-{number}.example/" for number in range(25)]
    days = [datetime.date(2026, 11, day) for day in (1, 2, 3)]

    nights = [tonights(addresses, day, most=10) for day in days]

    assert [len(night) for night in nights] == [10, 10, 10]
    assert set().union(*nights) == set(addresses)
    assert tonights([], days[0]) == []


def test_a_site_is_asked_politely_and_a_fault_has_to_show_twice() -> None:
    asked: list[str] = []
    waits: list[float] = []

    def ask(address: str, method: str) -> int:
        asked.append(method)
        return 500 if len(asked) == 1 else 200

    assert faults(["https://one.example/a"], ask, waits.append) == {"https://one.example/a": 0}
    assert (asked, waits) == (["HEAD", "GET"], [SECONDS_BETWEEN])
    faults([f"https://one.example/{number}" for number in range(3)], ask, waits.append)
    assert waits == [SECONDS_BETWEEN] * 3


@pytest.mark.parametrize("error", [OSError("no route"), ValueError("no sense")])
def test_where_nobody_answers(error: Exception) -> None:
    def ask(address: str, method: str) -> int:
        raise error

    assert faults([GONE], ask, lambda seconds: None) == {GONE: Answer.NOBODY}


class OtherSite(BaseHTTPRequestHandler):
    """Knows no HEAD, has a page with a Swedish name, and leads some visitors elsewhere."""

    asked: ClassVar[list[str]] = []

    def do_HEAD(self) -> None:
        self.asked.append(f"HEAD {self.path}")
        self.send_response(404)
        self.end_headers()

    def do_GET(self) -> None:
        self.asked.append(f"GET {self.path}")
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "http://inside.example/secret")
        else:
            self.send_response(200 if self.path == "/v%C3%A4xj%C3%B6%20kommun" else 404)
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def other_site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a site on this machine, which counts as one of the open web here; inside.example does not."""
    monkeypatch.setattr("iclds.home.link_checks.is_outside", lambda host: host != "inside.example")
    monkeypatch.setattr("iclds.home.link_checks.may_be_asked", lambda address: True)
    OtherSite.asked.clear()
    server = HTTPServer(("127.0.0.1", 0), OtherSite)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/växjö kommun#read", 0, id="a Swedish name with a space, on a site that knows no HEAD"),
        pytest.param("/gone", 404, id="a page that is not there"),
        pytest.param("/away", 0, id="a redirect into a private network, which is not followed"),
    ],
)
def test_a_site_is_asked_over_the_wire(path: str, status: int, other_site: str) -> None:
    assert faults([other_site + path], wait=lambda seconds: None) == {other_site + path: status}
    assert [line.split()[0] for line in OtherSite.asked] == ["HEAD", "GET"]


@pytest.mark.parametrize(
    ("host", "outside"), [("93.184.216.34", True), ("127.1", False), ("0x7f.1", False), ("localhost", False)]
)
def test_a_name_that_stands_for_this_machine_is_not_asked(host: str, outside: bool) -> None:
    assert is_outside(host) is outside
    assert outside or ask(f"http://{host}/", "HEAD") == Answer.WELL


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://sv.wikipedia.org/wiki/Växjö", "https://sv.wikipedia.org/wiki/V%C3%A4xj%C3%B6"),
        ("https://bücher.example:8080/a%20b?q=å#here", "https://xn--bcher-kva.example:8080/a%20b?q=%C3%A5"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
    ],
)
def test_an_address_goes_over_the_wire_in_ascii(address: str, asked: str) -> None:
    assert in_ascii(address) == asked
