"""The strict reader complains: one page with a fault for each check, so that no check is asleep."""

import pytest
from django.http import HttpResponse

from tests import strict_reader
from tests.strict_reader import CHECKS, Reading, complaints_about, complaints_about_versions
from tests.visiting import public_path, reading_of

HEAD = """<meta charset="utf-8"><title>News – ICLD</title>
<meta name="description" content="All news.">
<link rel="canonical" href="https://icld.example/en/news/">
<link rel="alternate" hreflang="en" href="https://icld.example/en/news/">
<link rel="alternate" hreflang="sv" href="https://icld.example/sv/nyheter/">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": []}</script>"""
BODY = """<h1>News</h1><h2 id="latest">Latest</h2><p>None of them is old.</p>
<label for="words">Words</label><input id="words" name="q">
<img src="/media/a.jpg" alt="" width="1" height="1"><a href="#latest">Latest</a>"""


def page(head: str = HEAD, body: str = BODY, language: str = "en") -> str:
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'


def with_more(body: str) -> str:
    return page(body=BODY + body)


GOOD = page()
LINKED_PICTURE = '<a href="/en/"><img src="/a.png" alt="" width="1" height="1"></a>'
FOREIGN_PICTURE = '<img src="//cdn.example/a.png" alt="" width="1" height="1">'
FOREIGN_SIZE = '<img src="/a.png" srcset="/a.png 1w, https://cdn.example/b.png 2w" alt="" width="1" height="1">'
FOREIGN_SCRIPT = '<script src="https://cdn.example/a.js"></script>'
FOREIGN_STYLE = '<link rel="stylesheet" href="http://icld.example/a.css">'
WITHOUT_ITSELF = HEAD.replace('rel="alternate" hreflang="en"', 'rel="author"')
FAULTS = [
    ("an element that is never closed", "html_is_valid", with_more("<p>a</div>")),
    ("an address with a zero byte", "html_is_valid", with_more("<p>a\x00b</p>")),
    ("no h1", "there_is_one_heading", page(body="<h2>News</h2>")),
    ("two h1", "there_is_one_heading", with_more("<h1>News</h1>")),
    ("an empty h1", "there_is_one_heading", page(body="<h1></h1>")),
    ("a title of something else", "title_names_the_page", page(head=HEAD.replace("News – ICLD", "ICLD"))),
    ("no title", "title_names_the_page", page(head=HEAD.replace("News – ICLD", ""))),
    ("an id twice", "no_id_twice", with_more('<p id="latest">a</p>')),
    ("a label for nothing", "references_exist", with_more('<label for="gone">a</label>')),
    ("an aria reference to nothing", "references_exist", with_more('<p aria-labelledby="latest gone">a</p>')),
    ("a link to a place that is not there", "references_exist", with_more('<a href="#gone">a</a>')),
    ("a button that opens nothing", "references_exist", with_more('<button popovertarget="gone">a</button>')),
    ("a field without a label", "fields_have_labels", with_more('<input name="page">')),
    ("the wrong language", "language_is_that_of_the_address", page(language="sv")),
    ("a relative canonical", "canonical_is_right", page(head=HEAD.replace("https://icld.example/en/", "/en/", 1))),
    ("a canonical of another page", "canonical_is_right", page(head=HEAD.replace("/en/news/", "/en/", 1))),
    ("hreflang without the page itself", "alternates_name_the_page", page(head=WITHOUT_ITSELF)),
    ("hreflang to the wrong tree", "alternates_name_the_page", page(head=HEAD.replace("/sv/nyheter/", "/en/nyheter/"))),
    ("an empty description", "description_is_not_empty", page(head=HEAD.replace("All news.", " "))),
    ("JSON-LD that does not parse", "structured_data_parses", page(head=HEAD.replace("[]}", "[]"))),
    ("JSON-LD without its context", "structured_data_parses", page(head=HEAD.replace("@context", "context"))),
    ("a script from another site", "nothing_comes_from_others", with_more(FOREIGN_SCRIPT)),
    ("a picture without its scheme", "nothing_comes_from_others", with_more(FOREIGN_PICTURE)),
    ("a size of a picture from another site", "nothing_comes_from_others", with_more(FOREIGN_SIZE)),
    ("a form that sends elsewhere", "nothing_comes_from_others", with_more('<form action="https://elsewhere.example/"></form>')),
    ("a style sheet from another site", "nothing_comes_from_others", page(head=HEAD + FOREIGN_STYLE)),
    ("a link that leads nowhere", "links_lead_somewhere", with_more('<a href="#">a</a>')),
    ("an empty link", "links_lead_somewhere", with_more('<a href="">a</a>')),
    ("a link without words", "links_say_where_they_lead", with_more(LINKED_PICTURE)),
    ("a picture without alt", "pictures_are_whole", with_more('<img src="/a.png" width="1" height="1">')),
    ("a picture without its size", "pictures_are_whole", with_more('<img src="/a.png" alt="" width="1">')),
    ("a picture of no width", "pictures_are_whole", with_more('<img src="/a.png" alt="" width="" height="1">')),
    ("a heading level left out", "heading_levels_do_not_skip", with_more("<h4>Deep</h4>")),
    ("a Python None", "text_is_meant_for_readers", with_more("<p>Year: None</p>")),
    ("a template that was not filled in", "text_is_meant_for_readers", with_more("<p>{{ page.title }}</p>")),
    ("a tag that was not run", "text_is_meant_for_readers", with_more("<p>{% url %}</p>")),
    ("a text that was not filled in", "text_is_meant_for_readers", with_more("<p>%(count)s projects</p>")),
]  # fmt: skip


def reading(html: str = GOOD, status: int = 200, **headers: str) -> Reading:
    return Reading(html, address="/en/news/?country=KE", status=status, headers=headers)


def test_a_good_page_is_read_without_complaint() -> None:
    assert complaints_about(reading()) == []


@pytest.mark.parametrize(("check", "html"), [pytest.param(check, html, id=name) for name, check, html in FAULTS])
def test_a_fault_is_found_by_its_check(check: str, html: str) -> None:
    found = list(getattr(strict_reader, check)(reading(html)))

    assert len(found) == 1


def test_a_cookie_is_found() -> None:
    complaints = ["a visitor gets a cookie"]

    assert complaints_about(reading(**{"Set-Cookie": "a=b"})) == complaints
    assert complaints_about(Reading(GOOD, "/en/news/", sets_cookie=True)) == complaints


def test_an_answer_that_varies_by_language_is_found() -> None:
    assert complaints_about(reading(Vary="Cookie, Accept-Language")) == [
        "the answer varies by Accept-Language although its address names the language"
    ]


def test_every_check_has_its_fault() -> None:
    tried = {check for _name, check, _html in FAULTS} | {
        "no_cookie_is_set", "answer_depends_on_the_address_alone",
    }  # fmt: skip

    assert tried == {check.__name__ for check in CHECKS}


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        pytest.param("/en/news/?page=2&country=KE", "/en/news/?page=2", id="the page number stays, filters go"),
        pytest.param("/en/news/?page=1", "/en/news/", id="the first page needs no number"),
        pytest.param("/en/news/?page=x", "/en/news/", id="nonsense goes"),
    ],
)
def test_canonical_address(address: str, canonical: str) -> None:
    assert Reading("", address).canonical == f"https://icld.example{canonical}"


def test_a_version_that_does_not_point_back_is_found() -> None:
    silent = Reading(page(head="<title>Nyheter</title>", language="sv"), "/sv/nyheter/")

    assert complaints_about_versions(reading(), silent) == [
        "/sv/nyheter/ is named by hreflang but does not point back: None"
    ]
    assert complaints_about_versions(reading(), Reading(GOOD, "/sv/nyheter/")) == []


def test_an_error_page_needs_neither_canonical_nor_description() -> None:
    assert complaints_about(reading(page(head="<title>News</title>"), status=404)) == []


def test_what_is_no_page_is_no_reading() -> None:
    with pytest.raises(AssertionError, match="text/plain"):
        reading_of("/robots.txt", HttpResponse("User-agent: *", content_type="text/plain"))
    with pytest.raises(AssertionError, match="elsewhere"):
        public_path("https://elsewhere.example/")
