"""A programme with its countries and rounds."""

from datetime import UTC, datetime

import factory
from factory.django import DjangoModelFactory

from programmes.models import ApplicationRound, Programme, ProgrammeCountry
from tests.factories.registers import CountryFactory


class ProgrammeFactory(DjangoModelFactory):
    code = "MPP"
    name_en = "The Municipal Partnership Programme"
    name_sv = "Programmet för kommunala partnerskap"
    label_en = "Municipal Partnership"
    label_sv = "Kommunalt partnerskap"
    usual_rounds_en = "Rounds usually open in January and August."
    usual_rounds_sv = "Omgångar öppnar oftast i januari och augusti."

    class Meta:
        model = Programme
        django_get_or_create = ("code",)


class ProgrammeCountryFactory(DjangoModelFactory):
    programme = factory.SubFactory(ProgrammeFactory)
    country = factory.SubFactory(CountryFactory)
    from_year = 2016

    class Meta:
        model = ProgrammeCountry


class ApplicationRoundFactory(DjangoModelFactory):
    programme = factory.SubFactory(ProgrammeFactory)
    opens = datetime(2018, 1, 15, 8, tzinfo=UTC)
    closes = datetime(2018, 3, 15, 22, 59, tzinfo=UTC)
    open_for_en = "Inception and projects"
    open_for_sv = "Förberedelse och projekt"

    class Meta:
        model = ApplicationRound
