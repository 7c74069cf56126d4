"""Editors put news, projects and publications on the site, without being administrators."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset

from iclds.core.models import SiteDocument
from iclds.registers.codelists import PartnerRole
from news.models import NewsPage, PublicationPage
from projects.models import Project
from tests.admin.editing import errors, publish, running_text, send, story
from tests.factories.pages import NewsPageFactory
from tests.factories.registers import CountryFactory, OrganisationFactory
from tests.little_site import LittleSite
from tests.visiting import Visit


def add_page(kind: str, parent: Page) -> str:
    return reverse("wagtailadmin_pages:add", args=["news", kind, parent.pk])


def test_an_editor_publishes_a_news_item(site: LittleSite, editor: Client, visit: Visit) -> None:
    answer = publish(
        editor, add_page("newspage", site.news["en"]), title="Kisumu opens its wells", slug="wells", place="Kisumu",
        lead="Two wells are open.", published_on="2018-09-20", body=story("The mayor drank first."),
    )  # fmt: skip

    assert (answer.status_code, errors(answer)) == (302, {})
    assert visit("/en/news/").card_titles == ["Kisumu opens its wells"]
    screen = visit("/en/news/wells/")
    assert (screen.h1, screen.texts("main .prose p")) == ("Kisumu opens its wells", ["The mayor drank first."])


def test_a_draft_is_not_on_the_site(site: LittleSite, editor: Client, visit: Visit) -> None:
    send(editor, add_page("newspage", site.news["en"]), title="Not yet", slug="not-yet")

    assert NewsPage.objects.get().live is False
    assert visit("/en/news/").card_titles == []
    assert visit("/en/news/not-yet/", status=404).status == 404


def test_a_page_is_not_published_without_a_title(site: LittleSite, editor: Client) -> None:
    answer = publish(editor, add_page("newspage", site.news["en"]), slug="nothing")

    assert errors(answer) == {"title": ["This field is required."]}
    assert not NewsPage.objects.exists()


def test_a_corrected_news_item_shows_at_once(site: LittleSite, editor: Client, visit: Visit) -> None:
    item = NewsPageFactory(parent=site.news["en"], title="Kisumo", slug="kisumu")

    publish(editor, reverse("wagtailadmin_pages:edit", args=[item.pk]), title="Kisumu")

    assert visit("/en/news/kisumu/").h1 == "Kisumu"


def test_a_writer_does_not_publish(site: LittleSite, writer, log_in) -> None:
    publish(log_in(writer), add_page("newspage", site.news["sv"]), title="Brunnar", slug="brunnar")

    assert [page.live for page in NewsPage.objects.all()] == [False]


def test_a_writer_of_the_swedish_pages_adds_nothing_to_the_english_ones(site: LittleSite, writer, log_in) -> None:
    answer = log_in(writer).get(add_page("newspage", site.news["en"]))

    # Wagtail leads back to where the editor may be, with a message.
    assert (answer.status_code, answer["Location"]) == (302, "/admin/")


def test_an_editor_puts_a_project_into_the_register(site: LittleSite, editor: Client, visit: Visit) -> None:
    kenya = CountryFactory()
    vaxjo = OrganisationFactory(name_en="Växjö", slug="vaxjo")
    kisumu = OrganisationFactory(name_en="Kisumu", slug="kisumu", country=kenya)
    answer = send(
        editor, reverse("wagtailsnippets_projects_project:add"),
        name_en="Clean water", name_sv="Rent vatten", reference="2016-0025", slug="clean-water",
        programme=str(site.programme.pk), starts_on="2016-01-01", ends_on="2018-12-31", countries=[str(kenya.pk)],
        goals=["6"],
        partners=inline_formset(
            [
                {"organisation": str(vaxjo.pk), "role": "swedish"},
                {"organisation": str(kisumu.pk), "role": "international"},
            ]
        ),
        grants=inline_formset([{"year": "2018", "amount": "450000"}]),
    )  # fmt: skip

    assert (answer.status_code, errors(answer)) == (302, {})
    project = Project.objects.get()
    assert [(partner.organisation, partner.role) for partner in project.partners.all()] == [
        (vaxjo, PartnerRole.SWEDISH),
        (kisumu, PartnerRole.INTERNATIONAL),
    ]
    assert (project.goals, project.ends_on) == ([6], datetime.date(2018, 12, 31))
    assert visit("/en/projects/?country=KE&partner=vaxjo").card_titles == ["Clean water"]
    assert visit("/en/projects/clean-water/").texts(".partners__name") == ["Växjö", "Kisumu"]
    assert visit("/sv/projekt/clean-water/").h1 == "Rent vatten"


@pytest.mark.parametrize("words", ["Clean water", "Växjö", "Kenya", "2016-0025"])
def test_a_project_made_in_the_register_is_found_by_what_it_is(
    words: str, site: LittleSite, editor: Client, visit: Visit
) -> None:
    kenya, vaxjo = CountryFactory(), OrganisationFactory(name_en="Växjö")
    send(
        editor, reverse("wagtailsnippets_projects_project:add"), name_en="Clean water", name_sv="Rent vatten",
        slug="clean-water", reference="2016-0025", programme=str(site.programme.pk), countries=[str(kenya.pk)],
        partners=inline_formset([{"organisation": str(vaxjo.pk), "role": "swedish"}]),
    )  # fmt: skip

    assert visit(f"/en/search/?q={words}").texts(".results__title") == ["Clean water"]


def test_two_projects_do_not_share_a_reference(site: LittleSite, editor: Client) -> None:
    project = {"name_en": "Water", "name_sv": "Vatten", "reference": "2016-0025", "programme": str(site.programme.pk)}
    address = reverse("wagtailsnippets_projects_project:add")
    send(editor, address, slug="one", **project)

    answer = send(editor, address, slug="two", **project)

    assert errors(answer) == {"__all__": ["Another project has this reference."]}
    assert Project.objects.count() == 1


def test_a_project_does_not_end_before_it_starts(site: LittleSite, editor: Client) -> None:
    answer = send(
        editor, reverse("wagtailsnippets_projects_project:add"), name_en="Water", name_sv="Vatten", slug="water",
        programme=str(site.programme.pk), starts_on="2018-01-01", ends_on="2017-12-31",
    )  # fmt: skip

    assert errors(answer) == {"ends_on": ["The project ends before it starts."]}


def test_an_editor_publishes_a_publication_with_its_pdf(site: LittleSite, editor: Client, visit: Visit) -> None:
    report = SimpleUploadedFile("report.pdf", b"%PDF-1.4 report", content_type="application/pdf")
    editor.post(reverse("wagtaildocs:add"), {"title": "Report", "file": report})
    document = SiteDocument.objects.get()

    answer = publish(
        editor, add_page("publicationpage", site.knowledge["en"]), title="Local democracy", slug="local-democracy",
        authors=inline_formset([{"family_name": "Hochleithner", "given_names": "Stephan"}]),
        published_on="2018-01-01", date_precision="year", series="research-report", number="7",
        abstract=running_text("What it says."), document=str(document.pk),
    )  # fmt: skip

    assert (answer.status_code, errors(answer)) == (302, {})
    assert PublicationPage.objects.get().kc_name == "KC – Hochleithner S (2018) - Local democracy"
    screen = visit("/en/knowledge-centre/local-democracy/")
    assert screen.h1 == "Local democracy"
    assert document.url in screen.links.values()
    assert b"".join(Client().get(document.url).streaming_content) == b"%PDF-1.4 report"
