"""A browser that knows forms and cookies and nothing else, for editors of a started site by the hundred."""

import http.cookiejar
import re
import urllib.parse
import urllib.request


class PlainBrowser:
    """Keeps its cookies; every address is a path of one site."""

    def __init__(self, url: str, timeout: float = 60) -> None:
        self.url = url
        self.timeout = timeout
        self.cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def read(self, path: str) -> str:
        """The page at `path`. Raises urllib.error.HTTPError for any status from 400 on."""
        with self._opener.open(f"{self.url}{path}", timeout=self.timeout) as answer:
            return str(answer.read().decode())

    def send(self, path: str, fields: list[tuple[str, str]]) -> str:
        """What answers a form with these fields, redirects followed."""
        form = urllib.parse.urlencode(fields).encode()
        request = urllib.request.Request(f"{self.url}{path}", form, {"Referer": f"{self.url}{path}"})
        with self._opener.open(request, timeout=self.timeout) as answer:
            return str(answer.read().decode())


def token_in(page: str) -> str:
    """The form token of a page."""
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found, "The page has no form token."
    return found[1]


def signed_in(url: str, name: str, password: str) -> PlainBrowser:
    """A browser in which somebody has logged in to the admin."""
    browser = PlainBrowser(url)
    token = token_in(browser.read("/admin/login/"))
    browser.send("/admin/login/", [("csrfmiddlewaretoken", token), ("username", name), ("password", password)])
    assert any(cookie.name == "icld_session" for cookie in browser.cookies), f"{name} could not log in."
    return browser
