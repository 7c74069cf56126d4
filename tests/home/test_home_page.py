"""The entrance, and what robots read."""

import datetime
from xml.etree import ElementTree

import pytest
from django.test import Client

from tests.factories.pages import (
    GuidancePageFactory,
    HomePageFactory,
    NewsPageFactory,
    ProjectPageFactory,
    PublicationPageFactory,
    StandardPageFactory,
    in_both_trees,
)
from tests.factories.projects import ProjectFactory
from tests.factories.registers import CountryFactory, OrganisationFactory
from tests.little_site import LittleSite
from tests.visiting import Visit

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_the_entrance_leads_to_all_there_is(site: LittleSite, visit: Visit) -> None:
    GuidancePageFactory(parent=site.programme_page["en"], title="How to apply")
    ProjectFactory(name_en="Clean water", slug="clean-water")
    NewsPageFactory(parent=site.news["en"], title="A fieldwork grant", place="Visby")
    NewsPageFactory(parent=site.knowledge["en"], title="Obstacles to equality")
    PublicationPageFactory(parent=site.knowledge["en"], title="Migration", corporate_author="ICLD")

    screen = visit("/en/")

    assert screen.card_titles == [
        "Clean water", "A fieldwork grant", "KC – ICLD (2018) - Migration", "Obstacles to equality",
    ]  # fmt: skip
    assert screen.links["How to apply"] == "/en/municipal-partnership/how-to-apply/"
    assert screen.links["Clean water"] == "/en/projects/clean-water/"
    assert screen.links["More news"] == "/en/news/"
    kickers = screen.texts(".card__kicker")
    assert ("Municipal Partnership" in kickers, "Visby / News" in kickers) == (True, True)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param("/en/", "Växjö – Kisumu, Kenya", id="English"),
        pytest.param("/sv/", "Växjö – Kisumu, Kenya", id="Swedish"),
    ],
)
def test_the_signature_picture_says_the_same_as_its_list(path: str, line: str, site: LittleSite, visit: Visit) -> None:
    vaxjo = OrganisationFactory(name_en="Växjö", name_sv="Växjö", latitude="56.88", longitude="14.81")
    kenya = CountryFactory(code="KE", name_en="Kenya", name_sv="Kenya")
    kisumu = OrganisationFactory(name_en="Kisumu", name_sv="Kisumu", country=kenya, latitude="-0.09", longitude="34.77")
    ProjectFactory(swedish=[vaxjo], international=[kisumu])

    screen = visit(path)

    assert screen.texts(".threads-figure__list > li") == [line]
    assert screen.texts(".threads--wide .threads__name") == ["Växjö", "Kisumu , Kenya"]
    assert screen.texts(".threads--wide .threads__detail") == [", Kenya"]
    assert screen.texts(".threads--narrow .threads__name") == ["Växjö", "Kisumu"]


def test_without_known_places_the_entrance_has_no_picture(site: LittleSite, visit: Visit) -> None:
    ProjectFactory(name_en="Clean water")

    screen = visit("/en/")

    assert screen.texts(".threads-figure__list > li") == []
    assert screen.card_titles == ["Clean water"]


@pytest.mark.parametrize(
    ("label_language", "kicker"),
    [pytest.param("", "Visby / News", id="in English"), pytest.param("sv", "Visby / Nyhet", id="first in Swedish")],
)
def test_news_carry_their_place_and_label(label_language: str, kicker: str, site: LittleSite, visit: Visit) -> None:
    NewsPageFactory(parent=site.news["en"], place="Visby", label_language=label_language)

    assert visit("/en/").texts(".card__kicker") == [kicker]


def test_the_latest_stand_first_and_older_ones_are_left_to_the_lists(site: LittleSite, visit: Visit) -> None:
    for day in range(1, 9):
        date = datetime.date(2018, 1, day)
        NewsPageFactory(parent=site.news["en"], title=f"News of day {day}", published_on=date)
        ProjectFactory(name_en=f"Project of day {day}", starts_on=date)

    assert visit("/en/").card_titles == [
        *[f"Project of day {day}" for day in (8, 7, 6, 5, 4, 3)],
        *[f"News of day {day}" for day in (8, 7, 6, 5, 4, 3)],
    ]


def test_what_exists_only_in_the_other_language_is_marked_and_linked_there(site: LittleSite, visit: Visit) -> None:
    NewsPageFactory(parent=site.news["sv"], title="Ett stipendium")

    screen = visit("/en/")

    (link,) = screen.find_all(".card__link")
    assert (link["href"], link["hreflang"]) == ("/sv/nyheter/ett-stipendium/", "sv")
    assert screen.reading.attributes(".card__title", "lang") == ["sv"]
    assert screen.texts(".tag--language") == ["in Swedish"]


def test_what_exists_in_both_languages_is_listed_once(site: LittleSite, visit: Visit) -> None:
    in_both_trees(NewsPageFactory, site.news, {"en": "A grant", "sv": "Ett stipendium"})

    assert (visit("/en/").card_titles, visit("/sv/").card_titles) == (["A grant"], ["Ett stipendium"])


def test_standard_pages_stand_at_the_foot_and_not_in_the_menu(site: LittleSite, visit: Visit) -> None:
    StandardPageFactory(parent=site.home["en"], title="Privacy")

    screen = visit("/en/privacy/")

    assert "Privacy" not in screen.menu
    assert "Privacy" in screen.texts(".foot__nav a")


def sitemap() -> list[tuple[str, dict[str, str]]]:
    """Each address with its versions by language."""
    answer = Client().get("/sitemap.xml")
    assert answer["Content-Type"].startswith("application/xml")
    return [
        (
            entry.findtext("s:loc", "", SITEMAP),
            {link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("x:link", SITEMAP)},
        )
        for entry in ElementTree.fromstring(answer.content)
    ]


def test_the_sitemap_names_every_public_page_with_its_versions(site: LittleSite) -> None:
    StandardPageFactory(parent=site.home["en"], title="Privacy")
    StandardPageFactory(parent=site.home["en"], title="Draft", live=False)

    addresses = dict(sitemap())

    paths = sorted(address.removeprefix("https://icld.example") for address in addresses)
    assert paths == [
        "/en/", "/en/knowledge-centre/", "/en/municipal-partnership/", "/en/news/", "/en/partner-countries/",
        "/en/privacy/", "/en/projects/", "/sv/", "/sv/kommunala-partnerskap/", "/sv/kunskapscentrum/", "/sv/nyheter/",
        "/sv/partnerlander/", "/sv/projekt/",
    ]  # fmt: skip
    versions = addresses["https://icld.example/en/news/"]
    assert (versions["en"], versions["sv"]) == (
        "https://icld.example/en/news/", "https://icld.example/sv/nyheter/",
    )  # fmt: skip


def test_the_sitemap_names_a_project_once_a_language_with_or_without_a_story(site: LittleSite) -> None:
    ProjectFactory(slug="plain")
    ProjectPageFactory(parent=site.projects["en"], project=ProjectFactory(slug="told"))
    ProjectFactory(slug="hidden", is_public=False)

    found = [address for address, _versions in sitemap() if "/projects/" in address or "/projekt/" in address]

    assert sorted(address.removeprefix("https://icld.example") for address in found) == [
        "/en/projects/", "/en/projects/plain/", "/en/projects/told/",
        "/sv/projekt/", "/sv/projekt/plain/", "/sv/projekt/told/",
    ]  # fmt: skip


def test_every_address_of_the_sitemap_can_be_visited(site: LittleSite, visit: Visit) -> None:
    ProjectFactory(slug="plain")
    NewsPageFactory(parent=site.news["sv"])

    for address, _versions in sitemap():
        visit(address.removeprefix("https://icld.example"))


def test_titles_do_not_break_the_sitemap(site: LittleSite) -> None:
    StandardPageFactory(parent=site.home["en"], title='</loc> & "quotes" \x0b')

    assert len(sitemap()) == 13


def test_pages_outside_the_site_are_not_named(site: LittleSite) -> None:
    HomePageFactory(slug="another-root", title="Elsewhere")

    assert len(sitemap()) == 12


def test_robots_may_read_all_but_the_admin_and_searches() -> None:
    answer = Client().get("/robots.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /en/search/",
        "Disallow: /sv/sok/",
        "",
        "Sitemap: https://icld.example/sitemap.xml",
    ]
