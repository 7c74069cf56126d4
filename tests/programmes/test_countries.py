"""Partner countries: those of today told apart from former ones."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from iclds.registers.models import Country
from tests.factories.pages import CountryPageFactory, NewsPageFactory, PublicationPageFactory
from tests.factories.programmes import ProgrammeCountryFactory
from tests.factories.projects import ProjectFactory
from tests.factories.registers import CountryFactory, OrganisationFactory
from tests.little_site import LittleSite
from tests.visiting import Visit

INDEX = "/en/partner-countries/"


@pytest.fixture
def kenya(site: LittleSite) -> Country:
    return CountryFactory(code="KE", name_en="Kenya")


def test_former_partner_countries_are_told_apart(site: LittleSite, kenya: Country, visit: Visit) -> None:
    year = timezone.localdate().year
    ProgrammeCountryFactory(programme=site.programme, country=kenya, from_year=2008, to_year=year)
    former = CountryFactory(code="TZ", name_en="Tanzania")
    ProgrammeCountryFactory(programme=site.programme, country=former, from_year=2008, to_year=year - 1)
    CountryFactory(code="RW", name_en="Rwanda")
    CountryFactory(code="SE", name_en="Sweden", region="")

    for address in (INDEX, "/en/municipal-partnership/"):
        screen = visit(address)

        assert screen.texts(".region__countries:not(.region__countries--former) .country") == ["Kenya"]
        assert screen.texts(".region__note")[0] == "Former partner countries, no longer open for applications"
        assert screen.texts(".region__countries--former .country")[0] == "Tanzania"
    assert visit(INDEX).texts(".country") == ["Kenya", "Tanzania", "Rwanda"]


def test_a_country_is_linked_where_it_has_a_page_in_the_readers_language(
    site: LittleSite, kenya: Country, visit: Visit
) -> None:
    CountryPageFactory(parent=site.countries["en"], country=kenya)
    CountryFactory(code="ZM", name_en="Zambia")

    assert visit(INDEX).links == {"Kenya": "/en/partner-countries/kenya/"}
    assert visit("/sv/partnerlander/").links == {}


def test_a_country_page_gathers_what_concerns_it(site: LittleSite, kenya: Country, visit: Visit) -> None:
    ProgrammeCountryFactory(programme=site.programme, country=kenya, from_year=2016)
    CountryPageFactory(parent=site.countries["en"], country=kenya)
    vaxjo = OrganisationFactory(name_en="Växjö", slug="vaxjo")
    ProjectFactory(name_en="Clean water", countries=[kenya], swedish=[vaxjo])
    ProjectFactory(name_en="Elsewhere")
    news = NewsPageFactory(parent=site.news["en"], title="News from Kisumu")
    publication = PublicationPageFactory(parent=site.knowledge["en"], title="Decentralisation")
    for page in (news, publication):
        page.countries.set([kenya])
        page.save()

    screen = visit("/en/partner-countries/kenya/")

    assert screen.card_titles == ["Clean water", "News from Kisumu", "KC – Decentralisation (2018)"]
    assert screen.links["Växjö"] == "/en/projects/?country=KE&partner=vaxjo"
    assert screen.texts(".page-header__kicker") == ["Partner country"]
    assert "The Municipal Partnership Programme: since 2016" in screen.text


@pytest.mark.parametrize(
    ("years", "kicker", "callout"),
    [
        pytest.param(
            (2008, 2018), "Former partner country", "New partnerships can no longer be applied for", id="no longer"
        ),
        pytest.param(None, "East Africa", "Not one of the partner countries", id="never"),
    ],
)
def test_a_country_that_may_not_be_applied_with_says_so(
    years: tuple[int, int] | None, kicker: str, callout: str, site: LittleSite, kenya: Country, visit: Visit
) -> None:
    CountryPageFactory(parent=site.countries["en"], country=kenya)
    ProjectFactory(name_en="Clean water", countries=[kenya])
    if years:
        ProgrammeCountryFactory(programme=site.programme, country=kenya, from_year=years[0], to_year=years[1])

    screen = visit("/en/partner-countries/kenya/")

    assert screen.texts(".page-header__kicker") == [kicker]
    assert screen.texts(".callout__title") == [callout]
    assert screen.card_titles == ["Clean water"]


def test_a_country_without_anything_has_a_page_all_the_same(site: LittleSite, kenya: Country, visit: Visit) -> None:
    CountryPageFactory(parent=site.countries["en"], country=kenya)

    screen = visit("/en/partner-countries/kenya/")

    assert (screen.h1, screen.texts(".empty__title")) == ("Kenya", ["No project is listed here yet"])


def test_many_projects_are_left_to_the_project_list(site: LittleSite, kenya: Country, visit: Visit) -> None:
    CountryPageFactory(parent=site.countries["en"], country=kenya)
    for day in range(1, 14):
        ProjectFactory(name_en=f"Project {day}", countries=[kenya], starts_on=datetime.date(2018, 1, day))

    screen = visit("/en/partner-countries/kenya/")

    assert screen.card_titles == [f"Project {day}" for day in range(13, 1, -1)]
    assert screen.links["All projects with Kenya"] == "/en/projects/?country=KE"


def test_swedish_partners_stand_in_swedish_order_and_once(site: LittleSite, kenya: Country, visit: Visit) -> None:
    CountryPageFactory(parent=site.countries["en"], country=kenya)
    partners = [OrganisationFactory(name_en=name) for name in ("Östersund", "Åmål", "Ängelholm", "Växjö", "Arboga")]
    for _ in range(2):
        ProjectFactory(countries=[kenya], swedish=partners)
    ProjectFactory(countries=[kenya], swedish=[OrganisationFactory(name_en="Hidden")], is_public=False)

    screen = visit("/en/partner-countries/kenya/")

    listed = [words for words, address in screen.links.items() if "partner=" in address]
    assert listed == ["Arboga", "Växjö", "Åmål", "Ängelholm", "Östersund"]


def test_two_pages_do_not_tell_about_one_country_in_one_language(site: LittleSite, kenya: Country) -> None:
    CountryPageFactory(parent=site.countries["en"], country=kenya)
    CountryPageFactory(parent=site.countries["sv"], country=kenya)

    with pytest.raises(ValidationError, match="“Kenya” already tells about this country in this language"):
        CountryPageFactory(parent=site.countries["en"], country=kenya, slug="kenya-2")
