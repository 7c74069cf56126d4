"""What the registers refuse, in words an editor understands."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from iclds.users.administrators import make_first_administrator
from iclds.users.models import User
from tests.factories.programmes import ApplicationRoundFactory, ProgrammeCountryFactory
from tests.factories.projects import ProjectFactory, ProjectPartnerFactory
from tests.factories.registers import CountryFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def problems(make: Callable[[], Any]) -> dict[str, list[str]]:
    """What the model says to a row with a mistake."""
    with pytest.raises(ValidationError) as told:
        make().full_clean()
    return told.value.message_dict


@pytest.mark.parametrize("code", ["KEN", "ke", "K1", "K"])
def test_a_country_code_is_two_capital_letters(code: str) -> None:
    assert list(problems(lambda: CountryFactory.build(code=code))) == ["code"]


def test_a_place_on_the_map_is_whole() -> None:
    country = CountryFactory(code="SE")

    told = problems(lambda: OrganisationFactory.build(country=country, latitude=57))

    assert told == {"__all__": ["Give both latitude and longitude, or neither."]}


@pytest.mark.parametrize(("latitude", "longitude", "field"), [(91, 0, "latitude"), (0, -181, "longitude")])
def test_a_place_lies_on_the_globe(latitude: int, longitude: int, field: str) -> None:
    country = CountryFactory(code="SE")

    told = problems(lambda: OrganisationFactory.build(country=country, latitude=latitude, longitude=longitude))

    assert list(told) == [field]


def test_a_municipality_code_has_four_digits() -> None:
    country = CountryFactory(code="SE")

    told = problems(lambda: OrganisationFactory.build(country=country, municipality_code="780"))

    assert told == {"municipality_code": ["Four digits, such as 0780."]}


def test_a_country_leaves_a_programme_after_it_has_entered() -> None:
    told = problems(lambda: ProgrammeCountryFactory.build(
        programme=ProjectFactory().programme, country=CountryFactory(), from_year=2018, to_year=2016
    ))  # fmt: skip

    assert told == {"__all__": ["The last year lies before the first."]}


def test_a_round_opens_before_it_closes() -> None:
    application_round = ApplicationRoundFactory()
    application_round.opens = application_round.closes

    assert problems(lambda: application_round)["closes"] == ["The round closes before it opens."]


def test_a_project_starts_before_it_ends() -> None:
    project = ProjectFactory()
    project.starts_on, project.ends_on = "2019-01-01", "2018-12-31"

    assert problems(lambda: project)["ends_on"] == ["The project ends before it starts."]


def test_two_projects_do_not_share_a_reference_but_may_both_have_none() -> None:
    ProjectFactory(reference="2016-0025")
    ProjectFactory(reference="")
    second = ProjectFactory(reference="")
    second.full_clean()
    second.reference = "2016-0025"

    assert problems(lambda: second) == {"__all__": ["Another project has this reference."]}


def test_an_organisation_is_a_partner_once() -> None:
    partner = ProjectPartnerFactory()

    told = problems(lambda: ProjectPartnerFactory.build(project=partner.project, organisation=partner.organisation))

    assert told == {"__all__": ["This organisation is a partner already."]}


def test_a_name_missing_in_one_language_is_shown_in_the_other() -> None:
    country = CountryFactory.build(name_en="Kosovo", name_sv="")

    with translation.override("sv"):
        assert str(country) == "Kosovo"


def test_the_first_administrator_is_made_once(django_user_model: type[User]) -> None:
    password = make_first_administrator()

    assert django_user_model.objects.get().check_password(password)
    assert make_first_administrator() is None
