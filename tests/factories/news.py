"""What stands beside the pages of the Knowledge Centre."""

import factory
from factory.django import DjangoModelFactory

from news.models import PublicationAuthor
from tests.factories.pages import PublicationPageFactory


class PublicationAuthorFactory(DjangoModelFactory):
    """An author; the page learns of it when it is saved next."""

    page = factory.SubFactory(PublicationPageFactory)
    family_name = "Hochleithner"
    given_names = "Stephan"

    class Meta:
        model = PublicationAuthor
