"""Who may do what in the admin, told by the cast of editors."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from iclds.home.roles import EDITOR, make_roles
from iclds.users.models import User
from tests.factories.pages import NewsPageFactory
from tests.factories.users import UserFactory
from tests.little_site import LittleSite

LogIn = Callable[[User], Client]


def test_wagtails_own_groups_do_not_stand_beside_ours(site: LittleSite) -> None:
    for name in ("Editors", "Moderators"):
        Group.objects.get_or_create(name=name)
    in_use = UserFactory()
    in_use.groups.add(Group.objects.get(name="Moderators"))

    make_roles()

    assert not Group.objects.filter(name="Editors").exists()
    assert in_use.groups.get().name == "Moderators"


def rights(user: User, site: LittleSite, language: str) -> tuple[bool, bool, bool]:
    """Whether somebody may add, change and publish news in a language."""
    page = site.news[language].permissions_for_user(user)
    return page.can_add_subpage(), page.can_edit(), page.can_publish()


def test_rights_of_the_cast(site: LittleSite, writer: User, publisher: User, onlooker: User) -> None:
    cast = (writer, publisher, onlooker)

    assert {user.username: (rights(user, site, "en"), rights(user, site, "sv")) for user in cast} == {
        "astrid": ((False, False, False), (True, True, False)),
        "bjorn": ((True, True, True), (True, True, True)),
        "cecilia": ((False, False, False), (False, False, False)),
    }  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "wagtailsnippets_projects_project:add", "wagtailsnippets_registers_country:list",
        "wagtailsnippets_registers_organisation:add", "wagtailsnippets_programmes_programme:list",
        "wagtailsnippets_core_contact:add", "wagtailimages:add", "wagtaildocs:add", "wagtailadmin_home",
    ],
)  # fmt: skip
def test_a_publisher_enters_where_the_work_is(name: str, publisher: User, onlooker: User, log_in: LogIn) -> None:
    assert log_in(publisher).get(reverse(name)).status_code == 200
    if name != "wagtailadmin_home":
        assert log_in(onlooker).get(reverse(name)).status_code == 302


@pytest.mark.parametrize("name", ["wagtailusers_users:index", "wagtailsites:index", "wagtailusers_groups:index"])
def test_a_publisher_does_not_run_the_site(name: str, publisher: User, log_in: LogIn) -> None:
    assert log_in(publisher).get(reverse(name)).status_code == 302


def rights_in_the_database() -> list[object]:
    return [
        (group.name, group.permissions.count(), group.page_permissions.count(), group.collection_permissions.count())
        for group in Group.objects.order_by("name")
    ]


def test_groups_are_made_once(site: LittleSite) -> None:
    first = make_roles()
    before = rights_in_the_database()

    assert make_roles() == first
    assert rights_in_the_database() == before


def test_what_was_changed_by_hand_is_set_right(site: LittleSite) -> None:
    group = make_roles()[EDITOR.name]
    before = rights_in_the_database()
    group.permissions.add(Permission.objects.get(codename="add_user"))
    group.page_permissions.first().delete()  # type: ignore[union-attr]
    group.collection_permissions.all().delete()

    make_roles()

    assert rights_in_the_database() == before


def offered_languages(page: object, user: User, log_in: LogIn) -> list[str]:
    answer = log_in(user).get(reverse("simple_translation:submit_page_translation", args=[page.pk]))  # type: ignore[attr-defined]
    if answer.status_code != 200:
        return []
    return [locale.language_code for locale in answer.context["form"].fields["locales"].queryset]


def test_a_page_is_translated_only_where_one_may_add_pages(
    site: LittleSite, writer: User, publisher: User, log_in: LogIn
) -> None:
    english, swedish = NewsPageFactory(parent=site.news["en"]), NewsPageFactory(parent=site.news["sv"])
    writer.user_permissions.add(Permission.objects.get(codename="submit_translation"))

    assert offered_languages(english, publisher, log_in) == ["sv"]
    assert offered_languages(swedish, publisher, log_in) == ["en"]
    assert offered_languages(swedish, writer, log_in) == []


def test_a_translation_begins_as_a_draft_in_its_place(site: LittleSite, publisher: User, log_in: LogIn) -> None:
    item = NewsPageFactory(parent=site.news["en"], title="A grant")
    address = reverse("simple_translation:submit_page_translation", args=[item.pk])

    log_in(publisher).post(address, {"locales": [site.news["sv"].locale_id], "include_subtree": ""})

    made = item.get_translation(site.news["sv"].locale)
    assert (made.live, made.get_parent().specific, made.title) == (False, site.news["sv"], "A grant")
