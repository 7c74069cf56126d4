"""The page of a project, which stands in both languages from the first moment."""

import datetime

import pytest
from wagtail.models import PageViewRestriction

from iclds.registers.models import Country
from projects.models import Project
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.pages import NewsPageFactory, ProjectPageFactory
from tests.factories.projects import (
    ProjectDocumentFactory,
    ProjectFactory,
    ProjectGrantFactory,
    ProjectPartnerFactory,
)
from tests.factories.registers import CoreAreaFactory, CountryFactory, OrganisationFactory, SubjectFactory
from tests.factories.streams import text
from tests.little_site import LittleSite
from tests.strict_reader import one_line
from tests.visiting import Screen, Visit

ADDRESS, SWEDISH_ADDRESS = "/en/projects/clean-water/", "/sv/projekt/clean-water/"


@pytest.fixture
def kenya(site: LittleSite) -> Country:
    return CountryFactory(code="KE", name_en="Kenya")


@pytest.fixture
def project(kenya: Country) -> Project:
    return ProjectFactory(slug="clean-water", name_en="Clean water", name_sv="Rent vatten", countries=[kenya])


def facts(screen: Screen) -> dict[str, list[str]]:
    """What the box of facts says, by term."""
    return {
        one_line(row.dt): [one_line(value) for value in row.find_all("dd")]
        for row in screen.find_all(".facts-box .facts__row")
    }


def test_a_project_without_a_story_stands_in_both_languages(project: Project, visit: Visit) -> None:
    headings = [visit(address).h1 for address in (ADDRESS, SWEDISH_ADDRESS)]

    assert headings == ["Clean water", "Rent vatten"]


def test_versions_of_a_project_name_each_other(project: Project, visit: Visit) -> None:
    screen = visit(ADDRESS)

    assert screen.alternates == {
        "en": f"https://icld.example{ADDRESS}",
        "x-default": f"https://icld.example{ADDRESS}",
        "sv": f"https://icld.example{SWEDISH_ADDRESS}",
    }
    assert screen.breadcrumbs == ["Home", "Projects", "Clean water"]
    assert screen.language_note == ""


def test_what_is_not_known_is_left_out(project: Project, visit: Visit) -> None:
    assert facts(visit(ADDRESS)) == {"Status": ["Not known"], "Partner country": ["Kenya"]}


def test_all_that_is_known_is_told(kenya: Country, site: LittleSite, visit: Visit) -> None:
    project = ProjectFactory(
        slug="clean-water", name_en="Clean water", reference="2016-0025", type="project", goals=[6, 16],
        starts_on=datetime.date(2016, 2, 1), ends_on=datetime.date(2018, 12, 31), countries=[kenya],
        swedish=[OrganisationFactory(name_en="Växjö")],
        international=[OrganisationFactory(name_en="Kisumu", country=kenya)],
    )  # fmt: skip
    ProjectPartnerFactory(project=project, role="third", organisation=OrganisationFactory(name_en="Lusaka"))
    project.core_areas.set([CoreAreaFactory(name_en="Transparency", slug="transparency")])
    project.subjects.set([SubjectFactory(name_en="Environment")])
    ProjectGrantFactory(project=project, year=2016, amount=450_000)
    ProjectGrantFactory(project=project, year=None, amount=1_200_000, is_approximate=True)

    screen = visit(ADDRESS)

    assert facts(screen) == {
        "Status": ["Completed"],
        "Period": ["1 February 2016 – 31 December 2018"],
        "Type": ["Project"],
        "Reference": ["2016-0025"],
        "Grant": ["2016: SEK 450,000", "about SEK 1,200,000"],
        "Partner country": ["Kenya"],
        "Core area": ["Transparency"],
        "Subject": ["Environment"],
        "Global goals": ["6. Clean water and sanitation", "16. Peace, justice and strong institutions"],
    }
    assert screen.texts(".partners__partner") == [
        "Växjö Swedish partner Sweden", "Kisumu International partner Kenya", "Lusaka Third party Sweden",
    ]  # fmt: skip
    assert screen.links["Kenya"] == "/en/projects/?country=KE"
    assert screen.links["Transparency"] == "/en/projects/?area=transparency"


@pytest.mark.parametrize(
    ("starts", "ends", "period"),
    [
        pytest.param("2016-01-01", None, "from 2016", id="only the start"),
        pytest.param(None, "2018-12-31", "until 2018", id="only the end"),
        pytest.param("2018-01-01", "2018-12-31", "2018", id="within one year"),
    ],
)
def test_only_the_known_years_are_shown(
    starts: str | None, ends: str | None, period: str, site: LittleSite, visit: Visit
) -> None:
    ProjectFactory(slug="clean-water", starts_on=starts, ends_on=ends, only_years=True)

    assert facts(visit(ADDRESS))["Period"] == [period]


def test_sums_are_written_as_the_language_does(project: Project, visit: Visit) -> None:
    ProjectGrantFactory(project=project, year=2016, amount=1_450_000)

    assert "1\xa0450\xa0000" in visit(SWEDISH_ADDRESS).reading.html
    assert "1,450,000" in visit(ADDRESS).reading.html


def test_a_story_is_told_at_the_same_address(project: Project, site: LittleSite, visit: Visit) -> None:
    ProjectPageFactory(
        parent=site.projects["en"], project=project, lead="How it began.", body=text("<p>In Kisumu.</p>")
    )

    screen = visit(ADDRESS)

    assert ("How it began." in screen.text, "In Kisumu." in screen.text) == (True, True)
    assert (screen.h1, screen.description) == ("Clean water", "How it began.")
    assert facts(screen)["Partner country"] == ["Kenya"]
    assert screen.breadcrumbs == ["Home", "Projects", "Clean water"]


def test_a_story_in_the_other_language_is_offered_with_its_language(
    project: Project, site: LittleSite, visit: Visit
) -> None:
    ProjectPageFactory(parent=site.projects["sv"], project=project, body=text("<p>I Kisumu.</p>"))

    screen = visit(ADDRESS)

    (link,) = screen.find_all(".callout a")
    assert (link["href"], link["lang"], link["hreflang"]) == (SWEDISH_ADDRESS, "sv", "sv")
    assert (screen.h1, "I Kisumu." in screen.text) == ("Clean water", False)
    assert visit(SWEDISH_ADDRESS).find_all(".callout") == []


@pytest.mark.parametrize("fields", [pytest.param({"live": False}, id="a draft")])
def test_a_story_that_is_not_live_is_not_told(
    fields: dict[str, bool], project: Project, site: LittleSite, visit: Visit
) -> None:
    ProjectPageFactory(parent=site.projects["en"], project=project, body=text("<p>Secret.</p>"), **fields)

    for address in (ADDRESS, SWEDISH_ADDRESS):
        screen = visit(address)
        assert ("Secret." in screen.text, screen.find_all(".callout")) == (False, [])


def test_a_story_for_some_is_not_told_to_others(project: Project, site: LittleSite, visit: Visit) -> None:
    story = ProjectPageFactory(parent=site.projects["en"], project=project, body=text("<p>Secret.</p>"))
    PageViewRestriction.objects.create(page=story, restriction_type="login")

    assert "Secret." not in visit(ADDRESS).text


def test_a_project_that_is_not_public_is_nowhere(project: Project, site: LittleSite, visit: Visit) -> None:
    ProjectPageFactory(parent=site.projects["en"], project=project)
    item = NewsPageFactory(parent=site.news["en"])
    item.projects.set([project])
    item.save()
    Project.objects.update(is_public=False)

    for address in (ADDRESS, SWEDISH_ADDRESS):
        visit(address, status=404)
    assert "Clean water" not in visit(item.get_url()).text


def test_news_and_documents_stand_on_their_project(project: Project, site: LittleSite, visit: Visit) -> None:
    item = NewsPageFactory(parent=site.news["en"], title="A tap opens")
    item.projects.set([project])
    item.save()
    document = DocumentFactory(title="Final report")
    ProjectDocumentFactory(project=project, document=document)

    screen = visit(ADDRESS)

    assert screen.card_titles == ["A tap opens"]
    assert screen.texts(".document-link__title") == ["Final report"]
    assert visit(item.get_url()).links["Clean water"] == ADDRESS


def test_the_storys_picture_wins_over_the_projects(project: Project, site: LittleSite, visit: Visit) -> None:
    project.picture = ImageFactory(description="The plan")
    project.save()
    assert visit(ADDRESS).alt_texts == ["The plan"]

    ProjectPageFactory(parent=site.projects["en"], project=project, picture=ImageFactory(description="The tap"))

    assert visit(ADDRESS).alt_texts == ["The tap"]


def test_a_project_with_only_a_name_describes_itself(project: Project, visit: Visit) -> None:
    ProjectPartnerFactory(project=project, organisation=OrganisationFactory(name_en="Växjö"))

    assert visit(ADDRESS).description == ("Clean water: a project of The Municipal Partnership Programme. Växjö")


@pytest.mark.parametrize("address", ["/en/projects/unknown/", "/en/projects/clean-water/more/", "/en/projects/Å/"])
def test_an_address_of_no_project(address: str, project: Project, visit: Visit) -> None:
    visit(address, status=404)


def test_without_a_list_in_the_menu_projects_are_still_linked(project: Project, site: LittleSite, visit: Visit) -> None:
    site.projects["en"].show_in_menus = False
    site.projects["en"].save()

    assert visit("/en/").links["Clean water"] == ADDRESS
