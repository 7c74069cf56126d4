"""What a strict reader finds fault with in a page. Each check is a function that yields its complaints.

`visit` (tests/conftest.py) runs all of them on every page of every test; tests/test_visit.py proves that each of them
really complains.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import html5lib
from bs4 import BeautifulSoup, Tag
from django.conf import settings

Complaints = Iterator[str]

# html5lib 1.1 follows the standard of 2020. What it takes for a fault but the HTML Living Standard allows, with the
# section; empty while our pages use nothing newer.
BEHIND_THE_STANDARD: frozenset[str] = frozenset()

LANGUAGES = ("en", "sv")
ARIA_REFERENCES = (
    "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns", "aria-activedescendant",
    "aria-errormessage", "aria-flowto",
)  # fmt: skip
# "None of the partners" is English; a lone None is Python.
UNTRANSLATED = re.compile(r"\bNone\b(?! of\b)|\{\{|\}\}|\{%|%\}|\{#|%\(\w+\)[sd]")


@dataclass(frozen=True)
class Reading:
    """A page as the reader has it in front of them: its HTML, and where and how it was answered."""

    html: str
    address: str = "/en/"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    sets_cookie: bool = False

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")

    @property
    def path(self) -> str:
        return urlsplit(self.address).path

    @property
    def language(self) -> str:
        """The language that the address asks for; addresses without one are answered in any."""
        first = self.path.strip("/").split("/")[0]
        return first if first in LANGUAGES else self.headers.get("Content-Language", "en")

    @property
    def canonical(self) -> str:
        """What the canonical address should be: the public one, with the page number and no filters."""
        number = parse_qs(urlsplit(self.address).query).get("page", ["1"])[0]
        suffix = f"?page={number}" if number.isascii() and number.isdigit() and int(number) > 1 else ""
        return f"{settings.SITE_URL}{self.path}{suffix}"

    def select(self, selector: str) -> list[Tag]:
        return list(self.soup.select(selector))

    def attributes(self, selector: str, attribute: str) -> list[str]:
        return [str(element.get(attribute, "")) for element in self.select(selector)]

    @cached_property
    def ids(self) -> list[str]:
        return self.attributes("[id]", "id")


def one_line(element: Tag | None) -> str:
    return " ".join(element.get_text(" ").split()) if element else ""


def html_is_valid(page: Reading) -> Complaints:
    parser = html5lib.HTMLParser()
    parser.parse(page.html)
    for (line, column), code, _details in parser.errors:
        if code not in BEHIND_THE_STANDARD:
            yield f"HTML is not valid at line {line}, column {column}: {code}"


def there_is_one_heading(page: Reading) -> Complaints:
    headings = [one_line(heading) for heading in page.select("h1")]
    if len(headings) != 1 or not headings[0]:
        yield f"there should be one h1, there are: {headings}"


def title_names_the_page(page: Reading) -> Complaints:
    title, heading = one_line(page.soup.title), one_line(page.soup.h1)
    if heading.casefold() not in title.casefold() or not title:
        yield f"the title “{title}” does not name the page as its h1 does: “{heading}”"


def no_id_twice(page: Reading) -> Complaints:
    for name, count in Counter(page.ids).items():
        if count > 1 or not name:
            yield f"the id “{name}” stands {count} times"


def references_exist(page: Reading) -> Complaints:
    wanted = [*page.attributes("label[for]", "for"), *page.attributes("[popovertarget]", "popovertarget")]
    for attribute in ARIA_REFERENCES:
        wanted += [name for value in page.attributes(f"[{attribute}]", attribute) for name in value.split()]
    for href in page.attributes("a[href^='#']", "href"):
        wanted += [href[1:]] if len(href) > 1 else []
    for name in wanted:
        if name not in page.ids:
            yield f"something refers to the id “{name}”, which is not there"


def fields_have_labels(page: Reading) -> Complaints:
    labelled = set(page.attributes("label[for]", "for"))
    for control in page.select("input, select, textarea"):
        silent = control.name == "input" and control.get("type") in {"hidden", "submit", "button", "reset"}
        named = control.get("aria-label") or control.get("aria-labelledby") or control.find_parent("label")
        if not silent and not named and control.get("id") not in labelled:
            yield f"the field “{control.get('name')}” has no label"


def language_is_that_of_the_address(page: Reading) -> Complaints:
    found = page.attributes("html", "lang")
    if found != [page.language]:
        yield f"<html lang> is {found}, the address says “{page.language}”"


def canonical_is_right(page: Reading) -> Complaints:
    found = page.attributes("link[rel=canonical]", "href")
    if page.status == 200 and found != [page.canonical]:
        yield f"canonical is {found}, it should be “{page.canonical}”"


def alternates_name_the_page(page: Reading) -> Complaints:
    alternates = alternates_of(page)
    languages = page.attributes("link[rel=alternate][hreflang]", "hreflang")
    if len(languages) != len(set(languages)):
        yield f"hreflang names a language twice: {languages}"
    if alternates and alternates.get(page.language) != page.canonical:
        yield f"hreflang does not name the page itself: {alternates}"
    for language, address in alternates.items():
        if language != "x-default" and not address.startswith(f"{settings.SITE_URL}/{language}/"):
            yield f"hreflang “{language}” leads to {address}"


def description_is_not_empty(page: Reading) -> Complaints:
    found = page.attributes("meta[name=description]", "content")
    if page.status == 200 and (len(found) != 1 or not found[0].strip()):
        yield f"there should be one meta description: {found}"


def structured_data_parses(page: Reading) -> Complaints:
    for script in page.select("script[type='application/ld+json']"):
        try:
            data = json.loads(script.string or "")
        except ValueError as error:
            yield f"JSON-LD does not parse: {error}"
        else:
            if not isinstance(data, dict) or data.get("@context") != "https://schema.org":
                yield "JSON-LD has no @context"


def nothing_comes_from_others(page: Reading) -> Complaints:
    sources = [
        *page.attributes("link[href]", "href"),
        *page.attributes("script[src], img[src], iframe[src], source[src]", "src"),
        *page.attributes("form[action]", "action"),
    ]
    for srcset in page.attributes("img[srcset], source[srcset]", "srcset"):
        sources += [candidate.split()[0] for candidate in srcset.split(",") if candidate.strip()]
    for source in sources:
        parts = urlsplit(source)
        if parts.netloc and f"{parts.scheme}://{parts.netloc}" != settings.SITE_URL:
            yield f"the page needs something from another site: {source}"


def no_cookie_is_set(page: Reading) -> Complaints:
    if page.sets_cookie or "Set-Cookie" in page.headers:
        yield "a visitor gets a cookie"


def answer_depends_on_the_address_alone(page: Reading) -> Complaints:
    if "accept-language" in page.headers.get("Vary", "").lower() and page.path.startswith(("/en/", "/sv/")):
        yield "the answer varies by Accept-Language although its address names the language"


def links_lead_somewhere(page: Reading) -> Complaints:
    for link in page.select("a[href]"):
        if str(link["href"]).strip() in {"", "#"}:
            yield f"the link “{one_line(link)}” leads nowhere"


def links_say_where_they_lead(page: Reading) -> Complaints:
    for link in page.select("a[href], button"):
        pictures = [str(picture.get("alt", "")) for picture in link.select("img")]
        if not (one_line(link) or link.get("aria-label") or link.get("aria-labelledby") or any(pictures)):
            yield f"a link or button has no words: {link}"


def pictures_are_whole(page: Reading) -> Complaints:
    for picture in page.select("img"):
        for attribute in ("alt", "width", "height"):
            if not picture.has_attr(attribute) or (attribute != "alt" and not str(picture[attribute]).isdigit()):
                yield f"the picture {picture.get('src')} has no {attribute}"


def heading_levels_do_not_skip(page: Reading) -> Complaints:
    levels = [int(heading.name[1]) for heading in page.select("h1, h2, h3, h4, h5, h6")]
    for above, below in pairwise(levels):
        if below > above + 1:
            yield f"after a heading of level {above} follows one of level {below}"


def text_is_meant_for_readers(page: Reading) -> Complaints:
    for text in page.soup.find_all(string=True):
        if text.parent and text.parent.name not in {"script", "style"} and (found := UNTRANSLATED.search(text)):
            yield f"“{found.group()}” stands in the text: “{' '.join(text.split())}”"


CHECKS: tuple[Callable[[Reading], Complaints], ...] = (
    html_is_valid,
    there_is_one_heading,
    title_names_the_page,
    no_id_twice,
    references_exist,
    fields_have_labels,
    language_is_that_of_the_address,
    canonical_is_right,
    alternates_name_the_page,
    description_is_not_empty,
    structured_data_parses,
    nothing_comes_from_others,
    no_cookie_is_set,
    answer_depends_on_the_address_alone,
    links_lead_somewhere,
    links_say_where_they_lead,
    pictures_are_whole,
    heading_levels_do_not_skip,
    text_is_meant_for_readers,
)


def complaints_about(page: Reading) -> list[str]:
    return [complaint for check in CHECKS for complaint in check(page)]


def alternates_of(page: Reading) -> dict[str, str]:
    """The addresses that hreflang names, by language."""
    links = page.select("link[rel=alternate][hreflang]")
    return {str(link["hreflang"]): str(link["href"]) for link in links}


def complaints_about_versions(page: Reading, other: Reading) -> list[str]:
    """Whether `other`, which `page` names as its version in another language, names `page` as well."""
    back = alternates_of(other).get(page.language)
    if back != page.canonical:
        return [f"{other.address} is named by hreflang but does not point back: {back}"]
    return []
