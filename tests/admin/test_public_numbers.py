"""The edit screens of projects and countries show what the site says of them."""

import datetime

from django.test import Client
from django.urls import reverse

from tests.admin.editing import soup
from tests.factories.pages import CountryPageFactory, NewsPageFactory, in_both_trees
from tests.factories.programmes import ProgrammeCountryFactory
from tests.factories.projects import ProjectFactory, ProjectGrantFactory
from tests.factories.registers import CountryFactory, OrganisationFactory
from tests.little_site import LittleSite


def numbers(browser: Client, address: str) -> dict[str, str]:
    return {
        told[0]: told[1]
        for entry in soup(browser.get(address)).select(".public-numbers div")
        if (told := [" ".join(part.get_text().split()) for part in entry.select("dt, dd")])
    }


def test_a_project_shows_what_the_site_says_of_it(site: LittleSite, editor: Client) -> None:
    project = ProjectFactory(
        name_en="Clean water", name_sv="Rent vatten", slug="clean-water", swedish=[OrganisationFactory()],
        starts_on=datetime.date(2016, 1, 1), ends_on=datetime.date(2018, 12, 31),
    )  # fmt: skip
    ProjectGrantFactory(project=project, amount=1_200_000)
    ProjectGrantFactory(project=project, amount=34_000)
    told_in_both = in_both_trees(NewsPageFactory, site.news, {"en": "Wells", "sv": "Brunnar"})
    for item in told_in_both.values():
        item.projects.set([project])

    assert numbers(editor, reverse("wagtailsnippets_projects_project:edit", args=[project.pk])) == {
        "Status": "Completed", "Granted": "1,234,000 SEK", "Partners": "1", "News items": "1",
        "English": "Clean water", "Swedish": "Rent vatten",
    }  # fmt: skip


def test_a_sum_that_is_known_roughly_says_so(site: LittleSite, editor: Client) -> None:
    project = ProjectFactory()
    ProjectGrantFactory(project=project, amount=400_000, is_approximate=True)

    told = numbers(editor, reverse("wagtailsnippets_projects_project:edit", args=[project.pk]))

    assert told["Granted"] == "about 400,000 SEK"


def test_a_sum_that_is_not_known_is_not_nought(site: LittleSite, editor: Client) -> None:
    project = ProjectFactory()

    told = numbers(editor, reverse("wagtailsnippets_projects_project:edit", args=[project.pk]))

    assert told["Granted"] == "Not known"


def test_a_project_that_is_not_public_says_so(site: LittleSite, editor: Client) -> None:
    project = ProjectFactory(is_public=False)

    assert numbers(editor, reverse("wagtailsnippets_projects_project:edit", args=[project.pk])) == {
        "Status": "Not on the site"
    }


def test_a_country_and_its_page_show_the_same_numbers(site: LittleSite, editor: Client) -> None:
    kenya = CountryFactory()
    kisumu = OrganisationFactory(name_en="Kisumu", country=kenya)
    ProjectFactory(countries=[kenya], international=[kisumu])
    ProjectFactory(countries=[kenya], is_public=False)
    ProjectFactory(countries=[CountryFactory(code="ZM", name_en="Zambia")], international=[
        OrganisationFactory(name_en="Nakuru", country=kenya)
    ])  # fmt: skip
    page = CountryPageFactory(parent=site.countries["en"], country=kenya, title="Kenya")
    expected = {
        "Projects": "1", "Active projects": "0", "Local governments with a project": "1", "News items": "0",
        "Publications": "0", "English": "Kenya", "Swedish": "no page yet: write it",
        "Partner country of": "no programme: add it under Partner countries there",
    }  # fmt: skip

    assert numbers(editor, reverse("wagtailsnippets_registers_country:edit", args=[kenya.pk])) == expected
    assert numbers(editor, reverse("wagtailadmin_pages:edit", args=[page.pk])) == expected


def test_a_country_leads_to_what_is_missing_until_readers_find_it(site: LittleSite, editor: Client) -> None:
    kenya = CountryFactory()
    register = reverse("wagtailsnippets_registers_country:edit", args=[kenya.pk])
    links = {link.get_text(): str(link["href"]) for link in soup(editor.get(register)).select(".public-numbers a")}
    assert editor.get(links["no page yet: write it"]).status_code == 200
    assert editor.get(links["no programme: add it under Partner countries there"]).status_code == 200

    ProgrammeCountryFactory(programme=site.programme, country=kenya, from_year=2019, to_year=None)
    for language in ("en", "sv"):
        CountryPageFactory(parent=site.countries[language], country=kenya, title="Kenya")

    shown = numbers(editor, register)
    assert (shown["Partner country of"], shown["English"], shown["Swedish"]) == (
        "The Municipal Partnership Programme 2019–", "Kenya", "Kenya",
    )  # fmt: skip
