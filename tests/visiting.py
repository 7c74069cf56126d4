"""What a visitor has on the screen, and the way there. Tests get it as the fixture `visit`."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from bs4 import Tag
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from tests.strict_reader import Reading, alternates_of, complaints_about, complaints_about_versions, one_line


@dataclass(frozen=True)
class Screen:
    """A page as a visitor has it. Words are those of the main part unless told; addresses are as written."""

    reading: Reading
    response: HttpResponse

    def find_all(self, selector: str) -> list[Tag]:
        return self.reading.select(selector)

    def texts(self, selector: str) -> list[str]:
        """The words of each element, in the page's order."""
        return [one_line(element) for element in self.find_all(selector)]

    @property
    def status(self) -> int:
        return self.reading.status

    @property
    def language(self) -> str:
        return self.reading.attributes("html", "lang")[0]

    @property
    def title(self) -> str:
        return one_line(self.reading.soup.title)

    @property
    def h1(self) -> str:
        return one_line(self.reading.soup.h1)

    @property
    def text(self) -> str:
        return one_line(self.reading.soup.main)

    @property
    def card_titles(self) -> list[str]:
        return self.texts("main .card__title")

    @property
    def result_count(self) -> str:
        return "".join(self.texts("main .result-count"))

    @property
    def links(self) -> dict[str, str]:
        """Addresses of the main part's links, by their words."""
        return {one_line(link): str(link["href"]) for link in self.find_all("main a[href]")}

    @property
    def breadcrumbs(self) -> list[str]:
        return self.texts("nav.breadcrumbs li")

    @property
    def menu(self) -> list[str]:
        return self.texts(".masthead__menu nav a")

    @property
    def language_link(self) -> str:
        """Where the switch to the other language leads."""
        (link,) = self.find_all(".language-switch a[hreflang]")
        return str(link["href"])

    @property
    def language_note(self) -> str:
        """What is said where the page has no version in the other language."""
        return "".join(self.texts(".language-note"))

    @property
    def errors(self) -> list[str]:
        return self.texts("main form .errorlist li")

    @property
    def description(self) -> str:
        return self.reading.attributes("meta[name=description]", "content")[0]

    @property
    def alternates(self) -> dict[str, str]:
        return alternates_of(self.reading)

    @property
    def alt_texts(self) -> list[str]:
        return self.reading.attributes("main img", "alt")


class Visit:
    """Opens addresses as an anonymous visitor and reads each page strictly."""

    def __init__(self) -> None:
        self.client = Client()
        # A crawl reads every version anyway.
        self.reads_versions = True

    def __call__(self, address: str, status: int = 200, headers: Mapping[str, str] | None = None) -> Screen:
        """The page at `address`. Fails where a strict reader would complain, or with another status."""
        response = self.client.get(address, headers=headers)
        reading = reading_of(address, response)
        assert response.status_code == status, f"{address} answered {response.status_code}"
        complaints = complaints_about(reading)
        if self.reads_versions:
            complaints += self._complaints_about_versions(reading)
        assert complaints == [], f"{address}:\n" + "\n".join(complaints)
        return Screen(reading, response)

    def _complaints_about_versions(self, page: Reading) -> list[str]:
        complaints = []
        for language, address in alternates_of(page).items():
            if language in {page.language, "x-default"}:
                continue
            path = urlsplit(address).path
            response = self.client.get(path)
            if response.status_code != 200:
                complaints.append(f"{address} is named by hreflang but answers {response.status_code}")
            else:
                complaints += complaints_about_versions(page, reading_of(path, response))
        return complaints


def reading_of(address: str, response: HttpResponse) -> Reading:
    assert response["Content-Type"] == "text/html; charset=utf-8", f"{address} is {response['Content-Type']}"
    return Reading(
        html=response.content.decode(),
        address=address,
        status=response.status_code,
        headers=response.headers,
        sets_cookie=bool(response.cookies),
    )


def public_path(address: str) -> str:
    """The path of an address on the public host; fails for any other host."""
    assert address.startswith(f"{settings.SITE_URL}/"), address
    return address.removeprefix(settings.SITE_URL)
