"""Whatever an editor has put on a page, in whatever state it was stored, the page answers and nothing of it breaks out.

The values are stored past all forms: an import, an older version of the site and a deleted snippet leave such behind.
"""

import json
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Page

from iclds.core.text_features import TEXT_FEATURES
from tests.every_page import make_every_page
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.registers import ContactFactory, DocumentListEntryFactory, SharedCalloutFactory
from tests.factories.streams import document_link, link
from tests.little_site import LittleSite
from tests.strict_reader import Reading, html_is_valid, no_id_twice, structured_data_parses

GONE = 999_999
KINDS = ("standard", "guidance", "faq", "country", "story", "news", "publication")
# Markup as Word and the web have it.
WILD = (
    '<p class="MsoNormal"><o:p>&nbsp;</o:p></p><p style="mso-list:l0">1. one</p>', '<span style="color:red">red</span>',
    "<p><b>bold <i>both</i></b></p>", "<table><tr><td>cell</td></tr></table>", "<h1>Title</h1><h6>Low</h6>",
    '<a href="https://icld.se/?a=1&b=2">out</a>', '<img src="x" onerror="alert(1)">', "<div><p>in</p></div>",
)  # fmt: skip
# What people paste: letters of all scripts, spaces of all kinds, quotation marks and brackets.
words = st.one_of(
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=60),
    st.sampled_from(
        ["", "   ", "\u00a0", "<script>alert(1)</script>", "</main>", "{{ x }}", "“a” & 'b' \"c\"", "å" * 300]
    ),
)


def as_stored(pasted: str) -> str:
    """What the editor's widget makes of pasted text before it is stored."""
    converter = ContentstateConverter(TEXT_FEATURES)
    return str(converter.to_database_format(converter.from_database_format(pasted)))


def markup(keys: dict[str, int]) -> st.SearchStrategy[str]:
    """Running text as the editor, Word or an import leaves it; links lead to what is there and to what is not."""
    pasted = st.sampled_from(
        [
            "<p></p>", "<h2></h2>", "<h3>Low</h3><h2>High</h2>", "<ul><li></li></ul>",
            "<p>&amp;&lt;&nbsp;</p>", "<p><b>bold <i>both</i></b></p>",
            *(f"<p>{found}</p>" for found in (link(keys["page"]), link(GONE))),
            *(f"<p>{found}</p>" for found in (document_link(keys["document"]), document_link(GONE))),
            *(as_stored(wild) for wild in WILD),
            '<p><a href="">nowhere</a></p>', '<p><a href="https://icld.se/?a=1&amp;b=2">out</a></p>',
        ]
    )  # fmt: skip
    paragraphs = words.map(lambda text: f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>")
    return st.lists(st.one_of(pasted, paragraphs), max_size=4).map("".join)


def blocks(keys: dict[str, int]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Any blocks in any order, half filled in, and some that no longer exist."""
    text = markup(keys)
    item = st.fixed_dictionaries({"title": words, "text": text})
    figure = st.fixed_dictionaries({"number": words, "meaning": words})
    image = st.sampled_from([keys["image"], GONE, None])
    cells = st.lists(st.lists(st.one_of(words, st.none()), max_size=3), max_size=3)
    heads = st.sampled_from(["row", "column", "both", ""])
    values: dict[str, st.SearchStrategy[Any]] = {
        "text": text,
        "callout": st.fixed_dictionaries(
            {"kind": st.sampled_from(["note", "important", "old"]), "title": words, "text": text}
        ),
        "steps": st.fixed_dictionaries({"title": words, "items": st.lists(item, max_size=3)}),
        "figures": st.fixed_dictionaries({"items": st.lists(figure, max_size=5)}),
        "table": st.fixed_dictionaries({"data": cells, "table_caption": words, "table_header_choice": heads}),
        "picture": st.fixed_dictionaries(
            {
                "picture": st.fixed_dictionaries({"image": image, "alt_text": words, "decorative": st.booleans()}),
                "caption": words,
            }
        ),
        "documents": st.fixed_dictionaries(
            {"title": words, "items": st.lists(st.sampled_from([keys["document"], GONE]), max_size=3)}
        ),
        "contact": st.fixed_dictionaries({"contact": st.sampled_from([keys["contact"], GONE, None])}),
        "shared_callout": st.fixed_dictionaries({"callout": st.sampled_from([keys["callout"], GONE, None])}),
        "document_list": st.fixed_dictionaries({"list": st.sampled_from([keys["list"], GONE, None])}),
        "of an older version": words,
    }
    one = [st.fixed_dictionaries({"type": st.just(kind), "value": value}) for kind, value in values.items()]
    return st.lists(st.one_of(one), max_size=6)


@pytest.fixture
def pages(site: LittleSite) -> dict[str, Page]:
    return make_every_page(site, "en")


@pytest.fixture
def keys(pages: dict[str, Page]) -> dict[str, int]:
    """What blocks may name and find."""
    return {
        "page": pages["standard"].pk,
        "image": ImageFactory().pk,
        "document": DocumentFactory().pk,
        "contact": ContactFactory().pk,
        "callout": SharedCalloutFactory(text_en=link(pages["standard"])).pk,
        "list": DocumentListEntryFactory().list_id,
    }


@given(data=st.data())
@settings(max_examples=40, database=None, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_stands_on_a_page_it_answers_and_is_whole(
    pages: dict[str, Page], keys: dict[str, int], data: st.DataObject
) -> None:
    page = pages[data.draw(st.sampled_from(KINDS), label="page")]
    field = "abstract" if hasattr(page, "abstract") else "body"
    stored = data.draw(markup(keys)) if field == "abstract" else json.dumps(data.draw(blocks(keys)))
    title = data.draw(words.filter(str.strip), label="title")[:200]
    with transaction.atomic():
        kept = (getattr(page, field), page.title, page.lead)
        setattr(page, field, stored)
        page.title, page.lead = title, data.draw(words, label="lead")
        page.save(clean=False)

        answer = Client().get(page.get_url())

        reading = Reading(html=answer.content.decode(), status=answer.status_code, address=page.get_url())
        assert answer.status_code == 200
        assert [*html_is_valid(reading), *no_id_twice(reading), *structured_data_parses(reading)] == []
        assert "<script>alert(1)" not in reading.html
        assert len(reading.soup.select("main")) == len(reading.soup.select("footer.foot")) == 1
        setattr(page, field, kept[0])
        page.title, page.lead = kept[1:]
