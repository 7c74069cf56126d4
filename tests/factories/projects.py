"""The register of projects."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from iclds.registers.codelists import PartnerRole
from iclds.registers.models import Country, Organisation
from projects.models import Project, ProjectDocument, ProjectGrant, ProjectPartner
from tests.factories.media import DocumentFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.registers import OrganisationFactory


class ProjectFactory(DjangoModelFactory):
    """A project of which only its name is known.

    `countries`: its partner countries; `swedish` and `international`: its partners.
    """

    slug = factory.Sequence(lambda number: f"project-{number}")
    name_en = factory.Sequence(lambda number: f"Project {number}")
    name_sv = factory.SelfAttribute("name_en")
    programme = factory.SubFactory(ProgrammeFactory)

    class Meta:
        model = Project
        skip_postgeneration_save = True

    @factory.post_generation
    def countries(self: Project, create: bool, countries: list[Country] | None, **kwargs: Any) -> None:
        self.countries.set(countries or [])

    @factory.post_generation
    def swedish(self: Project, create: bool, partners: list[Organisation] | None, **kwargs: Any) -> None:
        for partner in partners or []:
            ProjectPartnerFactory(project=self, organisation=partner, role=PartnerRole.SWEDISH)

    @factory.post_generation
    def international(self: Project, create: bool, partners: list[Organisation] | None, **kwargs: Any) -> None:
        for partner in partners or []:
            ProjectPartnerFactory(project=self, organisation=partner, role=PartnerRole.INTERNATIONAL)


class ProjectPartnerFactory(DjangoModelFactory):
    project = factory.SubFactory(ProjectFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = PartnerRole.SWEDISH

    class Meta:
        model = ProjectPartner


class ProjectGrantFactory(DjangoModelFactory):
    project = factory.SubFactory(ProjectFactory)
    year = 2018
    amount = 450_000

    class Meta:
        model = ProjectGrant


class ProjectDocumentFactory(DjangoModelFactory):
    project = factory.SubFactory(ProjectFactory)
    document = factory.SubFactory(DocumentFactory)

    class Meta:
        model = ProjectDocument
