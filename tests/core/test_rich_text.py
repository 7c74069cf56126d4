"""Links in running text: to the reader's language, never to what is not there, in one query a page."""

from typing import Any

from django.test import Client
from wagtail.models import Page

from tests.factories.media import DocumentFactory
from tests.factories.pages import StandardPageFactory, in_both_trees
from tests.factories.streams import document_link, link, stream, text
from tests.little_site import LittleSite
from tests.visiting import Visit


def page_with(site: LittleSite, markup: str, language: str = "en", **fields: Any) -> Page:
    return StandardPageFactory(parent=site.home[language], slug="links", body=text(f"<p>{markup}</p>"), **fields)


def test_a_link_leads_to_the_page_in_the_readers_language(site: LittleSite, visit: Visit) -> None:
    page_with(site, link(site.news["en"], "news"), "sv")

    assert visit("/sv/links/").links == {"news": "/sv/nyheter/"}


def test_a_link_to_a_page_without_a_version_leads_to_where_it_is(site: LittleSite, visit: Visit) -> None:
    only_swedish = StandardPageFactory(parent=site.home["sv"], title="Integritet")
    page_with(site, link(only_swedish, "privacy"))

    assert visit("/en/links/").links == {"privacy": "/sv/integritet/"}


def test_a_link_to_what_is_not_live_is_plain_text(site: LittleSite, visit: Visit) -> None:
    draft = StandardPageFactory(parent=site.home["en"], live=False)
    deleted = StandardPageFactory(parent=site.home["en"])
    markup = f"{link(draft, 'a draft')}, {link(deleted, 'a deleted page')}, {link(99999, 'no page')}"
    deleted.delete()
    page_with(site, markup)

    screen = visit("/en/links/")

    assert screen.links == {}
    assert screen.texts("main p")[-1] == "a draft , a deleted page , no page"


def test_a_link_follows_when_only_the_translation_is_live(site: LittleSite, visit: Visit) -> None:
    pages = in_both_trees(StandardPageFactory, site.home, {"en": "Privacy", "sv": "Integritet"})
    pages["en"].unpublish()
    page_with(site, link(pages["en"], "privacy"), "sv")

    assert visit("/sv/links/").links == {"privacy": "/sv/integritet/"}


def test_a_link_without_a_number_is_plain_text(site: LittleSite, visit: Visit) -> None:
    page_with(site, '<a linktype="page" id="x">page</a>, <a linktype="document" id="">file</a>')

    assert visit("/en/links/").links == {}


def test_a_document_is_linked_at_its_lasting_address(site: LittleSite, visit: Visit) -> None:
    document = DocumentFactory()
    page_with(site, document_link(document, "guidelines"))

    address = visit("/en/links/").links["guidelines"]

    assert address == f"/documents/{document.pk}/"
    assert Client().get(address, follow=True).status_code == 200


def test_all_links_of_a_page_are_looked_up_together(site: LittleSite, django_assert_num_queries: Any) -> None:
    targets = [StandardPageFactory(parent=site.home["en"]) for _ in range(3)]
    few = StandardPageFactory(parent=site.home["en"], slug="few", body=text(link(targets[0])))
    many = StandardPageFactory(
        parent=site.home["en"], slug="many", body=stream(*[("text", link(target)) for target in targets])
    )
    Client().get(few.get_url())

    for page in (few, many):
        with django_assert_num_queries(4):
            Client().get(page.get_url())


def test_what_one_visitor_was_shown_is_forgotten_for_the_next(site: LittleSite, visit: Visit) -> None:
    target = StandardPageFactory(parent=site.home["en"], title="Privacy")
    page_with(site, link(target, "privacy"))
    assert visit("/en/links/").links == {"privacy": "/en/privacy/"}

    target.unpublish()

    assert visit("/en/links/").links == {}
