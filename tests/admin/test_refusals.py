"""What the admin refuses, it refuses with a reason beside the field; nothing is stored."""

import datetime
import json
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, streamfield

from iclds.core.models import SiteSettings
from iclds.home.models import StandardPage
from iclds.registers.models import Organisation
from programmes.models import ApplicationRound, CountryPage
from tests.admin.editing import errors, publish, send, texts
from tests.factories.pages import CountryPageFactory
from tests.factories.programmes import ApplicationRoundFactory, ProgrammeCountryFactory
from tests.factories.registers import CountryFactory
from tests.little_site import LittleSite
from tests.strict_reader import one_line
from tests.visiting import Visit

TABLE = {"data": [["", "Europe"], ["Inception", "220,000"]], "table_caption": "Sums", "table_header_choice": "both",
         "first_row_is_table_header": True, "first_col_is_header": True, "cell": [], "mergeCells": []}  # fmt: skip
NO_CAPTION = "Give the table a caption: it is read out before the figures."
NO_HEADINGS = "Say whether the first row, the first column or both are headings."


@pytest.mark.parametrize("admin_language", ["en", "sv"])
@pytest.mark.parametrize(
    ("language", "slug"),
    [
        pytest.param("en", "search", id="search under the English home page"),
        pytest.param("en", "feed", id="feed under the English home page"),
        pytest.param("sv", "sok", id="sok under the Swedish home page"),
        pytest.param("sv", "feed", id="feed under the Swedish home page"),
    ],
)
def test_a_slug_that_the_site_uses_is_refused_with_a_reason(
    language: str, slug: str, admin_language: str, site: LittleSite, editor: Client, speaks: Callable[[str], None]
) -> None:
    speaks(admin_language)
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.home[language].pk])

    answer = publish(editor, address, title="A page", slug=slug)

    reason = {
        "en": f"The site itself uses the address “{slug}” here. Choose another, such as “{slug}-page”.",
        "sv": f"Webbplatsen använder själv adressen ”{slug}” här. Välj en annan, till exempel ”{slug}-sida”.",
    }
    assert errors(answer) == {"slug": [reason[admin_language]]}
    assert not StandardPage.objects.exists()


def test_the_title_sok_alone_takes_an_address_of_its_own(site: LittleSite, editor: Client, visit: Visit) -> None:
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.home["sv"].pk])

    refused = publish(editor, address, title="Sök", slug="sok")
    taken = publish(editor, address, title="Sök", slug="sok-sida")

    assert (list(errors(refused)), taken.status_code) == (["slug"], 302)
    assert visit("/sv/sok-sida/").h1 == "Sök"
    assert len(visit("/sv/sok/").find_all("main input[name=q]")) == 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({}, None, id="with caption and headings"),
        pytest.param({"table_caption": " "}, NO_CAPTION, id="without a caption"),
        pytest.param({"table_header_choice": ""}, "Validation error in TableBlock", id="without a word about headings"),
        pytest.param({"table_header_choice": "neither"}, NO_HEADINGS, id="without headings"),
    ],
)
def test_a_table_needs_a_caption_and_headings(
    change: dict[str, str], told: str | None, site: LittleSite, editor: Client
) -> None:
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.home["en"].pk])

    answer = publish(
        editor, address, title="Sums", slug="sums", body=streamfield([("table", json.dumps(TABLE | change))])
    )

    assert StandardPage.objects.count() == (0 if told else 1)
    assert not told or told in answer.content.decode()


def test_a_draft_keeps_a_table_without_a_caption(site: LittleSite, editor: Client) -> None:
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.home["en"].pk])

    answer = send(
        editor, address, title="Sums", slug="sums",
        body=streamfield([("table", json.dumps(TABLE | {"table_caption": ""}))]),
    )  # fmt: skip

    assert (answer.status_code, StandardPage.objects.get().live) == (302, False)


def test_a_country_has_one_page_a_language(site: LittleSite, editor: Client) -> None:
    kenya = CountryFactory()
    CountryPageFactory(parent=site.countries["en"], country=kenya, title="Kenya")
    address = {
        language: reverse("wagtailadmin_pages:add", args=["programmes", "countrypage", site.countries[language].pk])
        for language in ("en", "sv")
    }

    second = publish(editor, address["en"], title="Kenya again", slug="kenya-2", country=str(kenya.pk))
    swedish = publish(editor, address["sv"], title="Kenya", slug="kenya", country=str(kenya.pk))

    assert errors(second) == {"country": ["“Kenya” already tells about this country in this language."]}
    assert (swedish.status_code, CountryPage.objects.count()) == (302, 2)


def edit_programme(site: LittleSite, editor: Client, **fields: Any):
    return send(editor, reverse("wagtailsnippets_programmes_programme:edit", args=[site.programme.pk]), **fields)


def test_a_round_is_set_in_stockholm_time(site: LittleSite, editor: Client, visit: Visit) -> None:
    answer = edit_programme(
        site, editor, rounds=inline_formset([{"opens": "2027-02-01 09:00", "closes": "2027-03-31 23:59"}])
    )

    assert (answer.status_code, errors(answer)) == (302, {})
    stored = ApplicationRound.objects.get()
    stockholm = ZoneInfo("Europe/Stockholm")
    assert stored.opens == datetime.datetime(2027, 2, 1, 9, 0, tzinfo=stockholm)
    assert stored.closes == datetime.datetime(2027, 3, 31, 23, 59, tzinfo=stockholm)


@pytest.mark.parametrize("closes", ["2027-01-31 23:59", "2027-02-01 09:00"])
def test_a_round_that_closes_before_it_opens_is_refused(closes: str, site: LittleSite, editor: Client) -> None:
    answer = edit_programme(site, editor, rounds=inline_formset([{"opens": "2027-02-01 09:00", "closes": closes}]))

    assert answer.status_code == 200
    assert "The round closes before it opens." in texts(answer, ".error-message, .help-critical, .errorlist li")[0]
    assert not ApplicationRound.objects.exists()


def test_a_country_is_not_eligible_until_before_it_was(site: LittleSite, editor: Client) -> None:
    ApplicationRoundFactory(programme=site.programme)
    entry = ProgrammeCountryFactory(programme=site.programme)

    answer = edit_programme(
        site, editor,
        countries=inline_formset([{"country": str(entry.country_id), "from_year": "2020", "to_year": "2019"}]),
    )  # fmt: skip

    assert answer.status_code == 200
    assert "The last year lies before the first." in answer.content.decode()


def test_half_a_place_on_the_map_is_refused(site: LittleSite, editor: Client) -> None:
    answer = send(
        editor, reverse("wagtailsnippets_registers_organisation:add"), name_en="Kisumu", name_sv="Kisumu",
        slug="kisumu", kind="municipality", country=str(CountryFactory().pk), latitude="-0.1",
    )  # fmt: skip

    assert errors(answer) == {"__all__": ["Give both latitude and longitude, or neither."]}
    assert not Organisation.objects.exists()


def test_the_foot_of_every_page_is_the_editors_to_change(site: LittleSite, editor: Client, visit: Visit) -> None:
    address = reverse("wagtailsettings:edit", args=["core", "sitesettings", SiteSettings.load().pk])

    send(editor, address, email="icld@icld.example", about_en="We work for local democracy.")

    assert [one_line(part) for part in visit("/en/").reading.select(".foot__about p")] == [
        "We work for local democracy.",
        "icld@icld.example",
    ]
