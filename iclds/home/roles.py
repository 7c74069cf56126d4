"""Who may do what in the admin, in one place. docs/roles.md says it in words, and the tests try each line of it.

A role is a group of Wagtail's. `make_roles` sets its rights to what stands here each time the site starts, so what is
changed by hand in a group does not last.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from iclds.home.models import HomePage
from news.models import KnowledgeCentrePage, NewsIndexPage
from projects.models import ProjectIndexPage

# What each role may do with pages, below the pages named: Wagtail's names without their "_page".
DRAFTS = ("add", "change")
PUBLISHES = ("publish", "lock", "unlock")
# Sections whose pages an editor publishes alone.
SECTIONS: tuple[type[Page], ...] = (NewsIndexPage, KnowledgeCentrePage, ProjectIndexPage)

SEE = ("view",)
KEEP = ("add", "change", "view")
KEEP_AND_DELETE = ("add", "change", "delete", "view")

# What everybody needs: the admin itself, and Translate.
ENTERS = {"wagtailadmin.admin": ("access",), "simple_translation.translation": ("submit",)}

# Wagtail asks for the rights of its own picture and document models, also where a site has custom ones.
UPLOADS = {"wagtailimages.image": ("add", "choose"), "wagtaildocs.document": ("add", "choose")}
ALL_UPLOADS = {
    "wagtailimages.image": ("add", "change", "choose"),
    "wagtaildocs.document": ("add", "change", "choose"),
}


@dataclass(frozen=True)
class Role:
    """One group: `publishes` says below which pages, `registers` what it does with the rows of a model."""

    name: str
    publishes: tuple[type[Page], ...]
    registers: Mapping[str, tuple[str, ...]]
    uploads: Mapping[str, tuple[str, ...]]
    runs_the_site: bool = False


WRITER = Role(
    name="ICLD: Writer",
    publishes=(),
    registers={
        "registers.country": SEE,
        "registers.organisation": SEE,
        "registers.corearea": SEE,
        "registers.subject": SEE,
        "programmes.programme": SEE,
        "projects.project": SEE,
        "core.contact": SEE,
        "core.sharedcallout": SEE,
        "core.documentlist": SEE,
        "home.brokenlink": SEE,
    },
    uploads=UPLOADS,
)
EDITOR = Role(
    name="ICLD: Editor",
    publishes=SECTIONS,
    registers={
        **WRITER.registers,
        "registers.organisation": KEEP,
        "registers.subject": KEEP,
        "projects.project": KEEP,
        "core.contact": KEEP,
        "core.sharedcallout": KEEP,
        "core.documentlist": KEEP,
        # Written by visitors: read and ticked off, and deleted when somebody asks for it.
        "home.accessibilityreport": ("view", "change", "delete"),
    },
    uploads=ALL_UPLOADS,
)
PROGRAMME_MANAGER = Role(
    name="ICLD: Programme manager",
    publishes=(HomePage,),
    registers={
        **EDITOR.registers,
        "registers.country": KEEP_AND_DELETE,
        "registers.organisation": KEEP_AND_DELETE,
        "registers.corearea": KEEP_AND_DELETE,
        "registers.subject": KEEP_AND_DELETE,
        "programmes.programme": KEEP,
        "projects.project": KEEP_AND_DELETE,
        "core.contact": KEEP_AND_DELETE,
        "core.sharedcallout": KEEP_AND_DELETE,
        "core.documentlist": KEEP_AND_DELETE,
        "core.sitesettings": ("change", "view"),
        "wagtailredirects.redirect": KEEP_AND_DELETE,
    },
    uploads=ALL_UPLOADS,
)
ADMINISTRATOR = Role(
    name="ICLD: Administrator",
    publishes=(HomePage,),
    registers={},
    uploads=ALL_UPLOADS,
    runs_the_site=True,
)
ROLES = (WRITER, EDITOR, PROGRAMME_MANAGER, ADMINISTRATOR)
# What Wagtail sets up on a new site; beside ours they would only be taken for them.
WAGTAILS_OWN = ("Editors", "Moderators")


@transaction.atomic
def make_roles() -> dict[str, Group]:
    """The groups by their names, each with just the rights of its role. Safe to run as often as you like."""
    Group.objects.filter(name__in=WAGTAILS_OWN, user=None).delete()
    return {role.name: _make(role) for role in ROLES}


def _make(role: Role) -> Group:
    group, _made = Group.objects.get_or_create(name=role.name)
    group.permissions.set(
        Permission.objects.all() if role.runs_the_site else _permissions({**ENTERS, **role.registers})
    )
    _set_page_permissions(group, role)
    _set_collection_permissions(group, role)
    return group


def _permissions(rights: Mapping[str, tuple[str, ...]]) -> QuerySet[Permission]:
    """The permissions for actions on models, such as {"projects.project": ("add", "change")}."""
    wanted = Q(pk__in=[])
    for label, actions in rights.items():
        app, model = label.split(".")
        wanted |= Q(content_type__app_label=app, codename__in=[f"{action}_{model}" for action in actions])
    return Permission.objects.filter(wanted)


def _set_page_permissions(group: Group, role: Role) -> None:
    types = {codename: _page_permission(codename) for codename in (*DRAFTS, *PUBLISHES)}
    rights = {(page.pk, types[name].pk) for page in _live_pages((HomePage,)) for name in DRAFTS}
    rights |= {(page.pk, types[name].pk) for page in _live_pages(role.publishes) for name in PUBLISHES}
    existing = {
        (right.page_id, right.permission_id): right for right in GroupPagePermission.objects.filter(group=group)
    }
    for key in existing.keys() - rights:
        existing[key].delete()
    for page_id, permission_id in rights - existing.keys():
        GroupPagePermission.objects.create(group=group, page_id=page_id, permission_id=permission_id)


def _live_pages(types: tuple[type[Page], ...]) -> list[Page]:
    return [page for page_type in types for page in page_type.objects.all()]


def _page_permission(action: str) -> Permission:
    content_type = ContentType.objects.get_for_model(Page)
    return Permission.objects.get(content_type=content_type, codename=f"{action}_page")


def _set_collection_permissions(group: Group, role: Role) -> None:
    root = Collection.get_first_root_node()
    permissions = _permissions(role.uploads)
    existing = GroupCollectionPermission.objects.filter(group=group)
    existing.exclude(collection=root, permission__in=permissions).delete()
    for permission in permissions:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
