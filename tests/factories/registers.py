"""The nouns every room speaks of, and the staff to turn to."""

import factory
from factory.django import DjangoModelFactory

from iclds.core.models import Contact, DocumentList, DocumentListEntry, SharedCallout, SiteSettings
from iclds.registers.codelists import OrganisationKind, Region
from iclds.registers.models import CoreArea, Country, Organisation, Subject
from tests.factories.media import DocumentFactory


class CountryFactory(DjangoModelFactory):
    code = "KE"
    name_en = "Kenya"
    name_sv = factory.SelfAttribute("name_en")
    region = Region.EAST_AFRICA

    class Meta:
        model = Country
        django_get_or_create = ("code",)


class OrganisationFactory(DjangoModelFactory):
    """A Swedish municipality, unless told."""

    slug = factory.Sequence(lambda number: f"organisation-{number}")
    name_en = factory.Sequence(lambda number: f"Municipality {number}")
    name_sv = factory.SelfAttribute("name_en")
    kind = OrganisationKind.MUNICIPALITY
    country = factory.SubFactory(CountryFactory, code="SE", name_en="Sweden", name_sv="Sverige", region="")

    class Meta:
        model = Organisation


class CoreAreaFactory(DjangoModelFactory):
    slug = factory.Sequence(lambda number: f"area-{number}")
    name_en = factory.Sequence(lambda number: f"Area {number}")
    name_sv = factory.Sequence(lambda number: f"Område {number}")
    description_en = "What it means."
    description_sv = "Vad det betyder."

    class Meta:
        model = CoreArea


class SubjectFactory(DjangoModelFactory):
    slug = factory.Sequence(lambda number: f"subject-{number}")
    name_en = factory.Sequence(lambda number: f"Subject {number}")
    name_sv = factory.Sequence(lambda number: f"Ämne {number}")

    class Meta:
        model = Subject


class ContactFactory(DjangoModelFactory):
    key = factory.Sequence(lambda number: f"contact-{number}")
    role_en = "Programme officer"
    role_sv = "Programhandläggare"
    email = "partnership@icld.se"

    class Meta:
        model = Contact


class SharedCalloutFactory(DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Callout {number}")
    title_en, title_sv = "Write the budget together", "Gör budgeten tillsammans"
    text_en, text_sv = "<p>Both answer for it.</p>", "<p>Båda svarar för den.</p>"

    class Meta:
        model = SharedCallout


class DocumentListFactory(DjangoModelFactory):
    name = factory.Sequence(lambda number: f"List {number}")
    title_en, title_sv = "Forms", "Blanketter"

    class Meta:
        model = DocumentList


class DocumentListEntryFactory(DjangoModelFactory):
    list = factory.SubFactory(DocumentListFactory)
    document = factory.SubFactory(DocumentFactory)

    class Meta:
        model = DocumentListEntry


class SiteSettingsFactory(DjangoModelFactory):
    about_en = "ICLD works for local democracy."
    about_sv = "ICLD arbetar för lokal demokrati."

    class Meta:
        model = SiteSettings
