"""Who works in the admin. Never a superuser: everything here must be possible for the editors' group."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.users.models import UserProfile

from iclds.users.models import User


@pytest.fixture
def editor(publisher: User, log_in: Callable[[User], Client]) -> Client:
    """The browser of Björn, who publishes everything in both languages."""
    assert not publisher.is_superuser
    return log_in(publisher)


@pytest.fixture
def speaks(publisher: User) -> Callable[[str], None]:
    """Sets the language in which the editor has the admin."""

    def choose(language: str) -> None:
        UserProfile.objects.update_or_create(user=publisher, defaults={"preferred_language": language})

    return choose
