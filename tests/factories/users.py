"""People who work in the admin."""

import factory
from factory.django import DjangoModelFactory

from iclds.users.models import User


class UserFactory(DjangoModelFactory):
    username = factory.Sequence(lambda number: f"editor-{number}")
    password = factory.django.Password("a-password-for-tests")
    email = factory.LazyAttribute(lambda user: f"{user.username}@icld.example")

    class Meta:
        model = User
