"""Names of register rows, fetched together."""

from typing import Any

import pytest
from django.db.models import QuerySet
from django.utils import translation

from iclds.registers.models import CoreArea, Country, Organisation, Subject
from iclds.registers.terms import load_terms
from tests.factories.registers import CoreAreaFactory, CountryFactory, OrganisationFactory, SubjectFactory

pytestmark = pytest.mark.django_db


def names(*querysets: QuerySet[Any]) -> dict[str, list[str]]:
    return {register: [term.name for term in terms] for register, terms in load_terms(*querysets).items()}


def test_all_registers_come_in_one_query(django_assert_num_queries: Any) -> None:
    CountryFactory(code="KE", name_en="Kenya")
    CoreAreaFactory(name_en="Transparency")
    SubjectFactory(name_en="Water")

    with django_assert_num_queries(1):
        found = names(Country.objects.all(), CoreArea.objects.all(), Subject.objects.all())

    assert found == {"country": ["Kenya"], "corearea": ["Transparency"], "subject": ["Water"]}


def test_names_are_sorted_in_the_readers_language() -> None:
    CountryFactory(code="ZA", name_en="South Africa", name_sv="Sydafrika")
    CountryFactory(code="AT", name_en="Austria", name_sv="Österrike")
    CountryFactory(code="ZM", name_en="Zambia", name_sv="Zambia")

    assert names(Country.objects.all()) == {"country": ["Austria", "South Africa", "Zambia"]}
    with translation.override("sv"):
        assert names(Country.objects.all()) == {"country": ["Sydafrika", "Zambia", "Österrike"]}


def test_core_areas_keep_their_own_order() -> None:
    for order, name in ((2, "Equity"), (1, "Transparency"), (3, "Accountability")):
        CoreAreaFactory(name_en=name, order=order)

    assert names(CoreArea.objects.all()) == {"corearea": ["Transparency", "Equity", "Accountability"]}


def test_keys_are_those_of_the_addresses() -> None:
    CountryFactory(code="KE")
    OrganisationFactory(slug="vaxjo")

    terms = load_terms(Country.objects.filter(code="KE"), Organisation.objects.all())

    assert {register: [term.key for term in found] for register, found in terms.items()} == {
        "country": ["KE"],
        "organisation": ["vaxjo"],
    }


def test_a_register_without_rows_is_an_empty_list() -> None:
    assert names(Country.objects.none(), Subject.objects.all()) == {"country": [], "subject": []}
    assert load_terms() == {}
