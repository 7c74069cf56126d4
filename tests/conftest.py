"""What all tests share: a little site, a cast of editors, and `visit`, a visitor who reads strictly."""

import copy
import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.utils import translation
from wagtail.models import GroupPagePermission, Page
from wagtail.users.models import UserProfile

from iclds.home.reviews import make_reviews
from iclds.home.roles import PROGRAMME_MANAGER, make_roles
from iclds.users.models import User
from tests.factories.users import UserFactory
from tests.little_site import LittleSite, make_little_site
from tests.visiting import Visit

MEETS_THE_DATABASE = {"db", "django_db_setup", "database_server"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what meets the database: the rest has been tried on SQLite. pytest-django lets no other in."""
    if connection.vendor != "postgresql":
        return
    left_out = [item for item in items if not _meets_the_database(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if _meets_the_database(item)]


def _meets_the_database(item: pytest.Item) -> bool:
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return item.get_closest_marker("django_db") is not None or not MEETS_THE_DATABASE.isdisjoint(fixtures)


@pytest.fixture(scope="session")
def database_server() -> str | None:
    """The PostgreSQL server of this run, for sites that are started; None where it is a run on SQLite."""
    return os.environ.get("DATABASE_URL")


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    """Wagtail keeps the roots of the trees in the cache, and they differ from test to test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """No test inherits the language of the one before it."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """No test reaches beyond this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_this_machine(str(address[0])):
            raise RuntimeError(f"A test tries to reach {address}")
        return connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture
def visit() -> Visit:
    return Visit()


@pytest.fixture(scope="module")
def _site_of_the_file(django_db_setup: None, django_db_blocker: Any) -> Iterator[LittleSite]:
    """Made once for all tests of a file, each of which finds it untouched; the next file begins with nothing."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = make_little_site()
        make_roles()
        make_reviews()
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def site(_site_of_the_file: LittleSite, db: None) -> LittleSite:
    return copy.deepcopy(_site_of_the_file)


@pytest.fixture
def writer(site: LittleSite) -> User:
    """Astrid, who writes in Swedish: drafts on the Swedish pages, and no publishing."""
    user = UserFactory(username="astrid")
    UserProfile.get_for_user(user).delete()
    UserProfile.objects.create(user=user, preferred_language="sv")
    user.groups.add(_group("Swedish writers", site.home["sv"], "add_page", "change_page"))
    return user


@pytest.fixture
def publisher(site: LittleSite) -> User:
    """Björn, who publishes everything in both languages."""
    user = UserFactory(username="bjorn")
    user.groups.add(Group.objects.get(name=PROGRAMME_MANAGER.name))
    return user


@pytest.fixture
def onlooker(site: LittleSite) -> User:
    """Cecilia, who may only look: she enters the admin and changes nothing."""
    user = UserFactory(username="cecilia")
    user.groups.add(_group("Onlookers", None))
    return user


def _group(name: str, page: Page | None, *codenames: str) -> Group:
    group = Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in codenames:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    return group


@pytest.fixture
def log_in() -> Callable[[User], Client]:
    """A browser in which the given editor has logged in."""

    def open_browser(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return open_browser
