"""What belongs to news and publications."""

import factory
from factory.django import DjangoModelFactory

from news.models import NewsProject, PublicationAuthor
from tests.factories.pages import NewsPageFactory, PublicationPageFactory
from tests.factories.projects import ProjectFactory


class PublicationAuthorFactory(DjangoModelFactory):
    """An author; the page learns of it when it is saved next."""

    page = factory.SubFactory(PublicationPageFactory)
    family_name = "Hochleithner"
    given_names = "Stephan"

    class Meta:
        model = PublicationAuthor


class NewsProjectFactory(DjangoModelFactory):
    """A project that a news item tells of."""

    page = factory.SubFactory(NewsPageFactory)
    project = factory.SubFactory(ProjectFactory)

    class Meta:
        model = NewsProject
