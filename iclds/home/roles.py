"""Who may do what in the admin. One group for now; the finer roles come with the editors' own work."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from iclds.home.models import HomePage

EDITORS = "ICLD editors"
PAGE_PERMISSIONS = ("add_page", "change_page", "publish_page")
REGISTERS = {
    "registers": ("country", "organisation", "corearea", "subject"),
    "programmes": ("programme",),
    "projects": ("project",),
    "core": ("contact", "sitesettings"),
}
# Written by visitors: read, ticked off, and deleted when somebody asks for it.
REPORTS = ("view_accessibilityreport", "change_accessibilityreport", "delete_accessibilityreport")
# Wagtail asks for the rights of its own models, also where a site has a custom one.
COLLECTION_PERMISSIONS = {
    "wagtailimages": ("add_image", "change_image", "choose_image"),
    "wagtaildocs": ("add_document", "change_document", "choose_document"),
}


def make_editors() -> Group:
    """The editors' group with all its rights, on both language trees. Safe to run as often as you like."""
    group, _made = Group.objects.get_or_create(name=EDITORS)
    group.permissions.add(*_model_permissions())
    for home in HomePage.objects.all():
        for codename in PAGE_PERMISSIONS:
            permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
            GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)
    for app, codenames in COLLECTION_PERMISSIONS.items():
        for permission in Permission.objects.filter(content_type__app_label=app, codename__in=codenames):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=Collection.get_first_root_node(), permission=permission
            )
    return group


def _model_permissions() -> list[Permission]:
    wanted = [
        *Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin"),
        *Permission.objects.filter(content_type__app_label="simple_translation", codename="submit_translation"),
        *Permission.objects.filter(content_type__app_label="home", codename__in=REPORTS),
    ]
    for app, models in REGISTERS.items():
        codenames = [f"{action}_{model}" for model in models for action in ("add", "change", "view")]
        wanted += Permission.objects.filter(content_type__app_label=app, codename__in=codenames)
    return wanted
