"""News: the list, and one item."""

import datetime
import json

import pytest
from django.core.exceptions import ValidationError

from tests.factories.media import ImageFactory
from tests.factories.pages import NewsPageFactory, in_both_trees
from tests.factories.registers import CountryFactory
from tests.factories.streams import text
from tests.little_site import LittleSite
from tests.visiting import Screen, Visit


def structured(screen: Screen, kind: str) -> dict[str, object]:
    data = json.loads(screen.find_all("script[type='application/ld+json']")[0].string or "")
    (found,) = [item for item in data["@graph"] if item["@type"] == kind]
    return found


def test_news_stand_by_their_date_the_latest_first(site: LittleSite, visit: Visit) -> None:
    for day in (3, 1, 2):
        NewsPageFactory(parent=site.news["en"], title=f"Day {day}", published_on=datetime.date(2018, 1, day))

    assert visit("/en/news/").card_titles == ["Day 3", "Day 2", "Day 1"]


def test_items_of_one_day_keep_their_order_from_page_to_page(site: LittleSite, visit: Visit, settings: object) -> None:
    settings.NEWS_PER_PAGE = 2  # type: ignore[attr-defined]
    for number in range(1, 6):
        NewsPageFactory(parent=site.news["en"], title=f"Item {number}")

    shown = [title for page in (1, 2, 3) for title in visit(f"/en/news/?page={page}").card_titles]

    assert shown == ["Item 5", "Item 4", "Item 3", "Item 2", "Item 1"]


def test_articles_of_the_knowledge_centre_are_no_news(site: LittleSite, visit: Visit) -> None:
    NewsPageFactory(parent=site.knowledge["en"], title="An article")
    NewsPageFactory(parent=site.news["en"], title="News")

    assert visit("/en/news/").card_titles == ["News"]


def test_an_item_in_swedish_alone_stands_in_the_english_list_marked(site: LittleSite, visit: Visit) -> None:
    NewsPageFactory(parent=site.news["sv"], title="Ett stipendium", lead="Sök nu.")

    screen = visit("/en/news/")

    (link,) = screen.find_all(".card__link")
    assert (link["href"], link["hreflang"]) == ("/sv/nyheter/ett-stipendium/", "sv")
    assert screen.reading.attributes(".card__title, .card__lead", "lang") == ["sv", "sv"]
    assert screen.texts(".tag--language") == ["in Swedish"]


def test_an_item_whose_version_is_a_draft_is_shown_in_the_other_language(site: LittleSite, visit: Visit) -> None:
    pages = in_both_trees(NewsPageFactory, site.news, {"en": "A grant", "sv": "Ett stipendium"})
    pages["en"].unpublish()

    assert visit("/en/news/").card_titles == ["Ett stipendium"]


@pytest.mark.parametrize(
    ("precision", "shown", "machine", "published"),
    [
        pytest.param("day", "5 December 2016", "2016-12-05", "2016-12-05", id="the day"),
        pytest.param("month", "December 2016", "2016-12", "2016-12", id="the month"),
        pytest.param("year", "2016", "2016", "2016", id="the year"),
        pytest.param("day-of-year", "5 December", "12-05", None, id="the day, not the year"),
        pytest.param("none", "", "", None, id="nothing"),
    ],
)
def test_only_the_known_part_of_a_date_is_shown(
    precision: str, shown: str, machine: str, published: str | None, site: LittleSite, visit: Visit
) -> None:
    item = NewsPageFactory(parent=site.news["en"], published_on=datetime.date(2016, 12, 5), date_precision=precision)

    for screen in (visit(item.get_url()), visit("/en/news/")):
        assert [(t.get_text(), t["datetime"]) for t in screen.find_all("main time")] == (
            [(shown, machine)] if shown else []
        )
    assert structured(visit(item.get_url()), "NewsArticle").get("datePublished") == published


def test_the_first_six_of_a_list_have_their_pictures_and_the_others_words(site: LittleSite, visit: Visit) -> None:
    for number in range(8):
        NewsPageFactory(parent=site.news["en"], title=f"Item {number}", picture=ImageFactory())

    screen = visit("/en/news/")

    assert [bool(card.select("img")) for card in screen.find_all(".card--news")] == [True] * 6 + [False] * 2


def test_an_item_shows_place_picture_text_and_what_it_is_about(site: LittleSite, visit: Visit) -> None:
    item = NewsPageFactory(
        parent=site.news["en"], title="A grant", place="Cape Town/Harare", lead="Apply now.",
        picture=ImageFactory(), body=text("<p>For students.</p>"),
    )  # fmt: skip
    item.countries.set([CountryFactory(code="ZW", name_en="Zimbabwe"), CountryFactory(code="SE", region="")])
    item.save()

    screen = visit(item.get_url())

    assert screen.texts(".page-header__kicker") == ["Cape Town/Harare / News"]
    assert ("Apply now." in screen.text, "For students." in screen.text) == (True, True)
    assert screen.alt_texts == ["A well"]
    assert screen.links["Zimbabwe"] == "/en/projects/?country=ZW"
    assert structured(screen, "NewsArticle")["headline"] == "A grant"


def test_an_item_leads_to_others_of_its_section_but_not_to_itself(site: LittleSite, visit: Visit) -> None:
    for number in range(1, 6):
        NewsPageFactory(parent=site.news["en"], title=f"Item {number}")
    NewsPageFactory(parent=site.knowledge["en"], title="An article")

    assert visit("/en/news/item-4/").card_titles == ["Item 5", "Item 3", "Item 2"]


def test_a_title_in_another_language_is_marked(site: LittleSite, visit: Visit) -> None:
    item = NewsPageFactory(parent=site.news["en"], title="Partnerskap på väg", content_language="sv")

    assert visit(item.get_url()).reading.attributes("h1", "lang") == ["sv"]
    assert visit("/en/news/").reading.attributes(".card__title", "lang") == ["sv"]


def test_swedish_items_are_labelled_in_swedish(site: LittleSite, visit: Visit) -> None:
    item = NewsPageFactory(parent=site.news["sv"], place="Visby")

    assert visit(item.get_url()).texts(".page-header__kicker") == ["Visby / Nyhet"]


def test_an_empty_list_says_so(site: LittleSite, visit: Visit) -> None:
    assert visit("/en/news/").texts(".empty__title") == ["There is no news yet"]


def test_a_title_is_stored_on_one_line(site: LittleSite) -> None:
    item = NewsPageFactory(parent=site.news["en"], title="  A\n grant\x0b  ", slug="a-grant")

    assert item.title == "A grant"


def test_two_items_of_a_title_are_told_apart_in_the_admin(site: LittleSite) -> None:
    item = NewsPageFactory(parent=site.news["en"], title="A grant")

    assert item.get_admin_display_title() == "A grant (20 September 2018)"


def test_two_items_do_not_share_an_address(site: LittleSite) -> None:
    NewsPageFactory(parent=site.news["en"], slug="a-grant")

    with pytest.raises(ValidationError):
        NewsPageFactory(parent=site.news["en"], slug="a-grant")
