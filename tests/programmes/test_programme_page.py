"""What a visitor learns of a programme."""

import datetime

import pytest
from django.utils import timezone

from programmes.models import Programme
from tests.factories.pages import (
    FAQPageFactory,
    GuidancePageFactory,
    NewsPageFactory,
    PublicationPageFactory,
)
from tests.factories.programmes import ApplicationRoundFactory, ProgrammeCountryFactory
from tests.factories.projects import ProjectFactory
from tests.factories.registers import CoreAreaFactory, CountryFactory
from tests.factories.streams import text
from tests.little_site import LittleSite
from tests.visiting import Screen, Visit

ADDRESS = "/en/municipal-partnership/"


def add_round(site: LittleSite, opens_in: int, closes_in: int, what: str) -> None:
    """A round that opens and closes in so many days from now."""
    now = timezone.now()
    ApplicationRoundFactory(
        programme=site.programme,
        opens=now + datetime.timedelta(days=opens_in),
        closes=now + datetime.timedelta(days=closes_in),
        open_for_en=what,
    )


def rounds(screen: Screen) -> list[str]:
    return screen.texts(".round__what")


def test_the_page_tells_in_the_order_of_the_organisations_own(site: LittleSite, visit: Visit) -> None:
    page = site.programme_page["en"]
    page.about = text("<p>Financed by Sida.</p>")
    page.who_may_apply = text("<p>Municipalities may apply.</p>")
    page.save()
    GuidancePageFactory(parent=page, title="How to Apply")
    FAQPageFactory(parent=page, title="FAQ & Contact")
    CoreAreaFactory(name_en="Transparency")
    ProgrammeCountryFactory(programme=site.programme, country=CountryFactory(code="KE", name_en="Kenya"))
    ProjectFactory(name_en="Education project")
    fields = {"programme": site.programme}
    NewsPageFactory(parent=site.knowledge["en"], title="Obstacles to equality", **fields)
    NewsPageFactory(parent=site.news["en"], title="Fieldwork Grant", **fields)
    PublicationPageFactory(parent=site.knowledge["en"], title="Migration", **fields)

    screen = visit(ADDRESS)

    told = [
        "Financed by Sida.", "Transparency", "Municipalities may apply.", "Kenya", "Education project",
        "Obstacles to equality", "Fieldwork Grant", "KC – Migration (2018)",
    ]  # fmt: skip
    places = [screen.text.index(words) for words in told]
    assert places == sorted(places)
    assert screen.links["How to Apply"] == f"{ADDRESS}how-to-apply/"
    assert screen.links["FAQ & Contact"] == f"{ADDRESS}faq-contact/"


def test_rounds_show_their_state_by_the_clock(site: LittleSite, visit: Visit) -> None:
    add_round(site, -30, -1, "Projects")
    add_round(site, -30, 60, "Inception")
    add_round(site, 90, 120, "Steering groups")
    add_round(site, -30, 5, "Dissemination")

    assert rounds(visit(ADDRESS)) == [
        "Dissemination Closing soon", "Inception Open", "Steering groups Planned", "Projects",
    ]  # fmt: skip


def test_without_a_coming_round_the_page_says_when_they_usually_open(site: LittleSite, visit: Visit) -> None:
    add_round(site, -30, -1, "Projects")

    screen = visit(ADDRESS)

    assert screen.texts("#rounds p")[:2] == [
        "No round is open, and no date for the next one has been set.", "Rounds usually open in January and August.",
    ]  # fmt: skip


def test_a_round_closes_at_its_hour_in_stockholm(site: LittleSite, visit: Visit) -> None:
    ApplicationRoundFactory(
        programme=site.programme, opens=None, closes=datetime.datetime(2018, 6, 15, 21, 59, tzinfo=datetime.UTC)
    )

    assert visit(ADDRESS).texts(".round__when") == ["Closed 15 June 2018, 23:59 Swedish time"]


def test_a_programme_that_has_ended_says_so_and_shows_no_round_as_open(site: LittleSite, visit: Visit) -> None:
    add_round(site, -30, 60, "Inception")
    Programme.objects.update(accepts_applications=False)
    ProjectFactory(name_en="Education project")

    screen = visit(ADDRESS)

    assert "This programme takes no more applications" in screen.text
    assert (rounds(screen), screen.card_titles) == ([], ["Education project"])


def test_editors_put_projects_and_news_first(site: LittleSite, visit: Visit) -> None:
    for name, place, day in (("Second", 2, 1), ("Latest", None, 9), ("First", 1, 2), ("Oldest", None, 3)):
        date = datetime.date(2018, 1, day)
        ProjectFactory(name_en=f"{name} project", featured=place, starts_on=date)
        NewsPageFactory(
            parent=site.news["en"], title=f"{name} news", featured=place, published_on=date, programme=site.programme
        )

    order = ("First", "Second", "Latest", "Oldest")
    assert visit(ADDRESS).card_titles == [*[f"{n} project" for n in order], *[f"{n} news" for n in order]]


def test_only_what_concerns_the_programme_stands_there(site: LittleSite, visit: Visit) -> None:
    NewsPageFactory(parent=site.news["en"], title="Something else")
    ProjectFactory(name_en="Not public", is_public=False)

    assert visit(ADDRESS).card_titles == []


@pytest.mark.parametrize(
    ("language", "names"),
    [
        pytest.param("en", ["Botswana", "Namibia", "South Africa"], id="English"),
        pytest.param("sv", ["Botswana", "Namibia", "Sydafrika"], id="Swedish"),
    ],
)
def test_countries_stand_by_region_in_the_readers_order(
    language: str, names: list[str], site: LittleSite, visit: Visit
) -> None:
    for code, english, swedish in (
        ("ZA", "South Africa", "Sydafrika"), ("BW", "Botswana", "Botswana"), ("NA", "Namibia", "Namibia"),
    ):  # fmt: skip
        country = CountryFactory(code=code, name_en=english, name_sv=swedish, region="southern-africa")
        ProgrammeCountryFactory(programme=site.programme, country=country)

    assert visit(site.programme_page[language].get_url()).texts(".country") == names
