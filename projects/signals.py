"""What has to follow when projects change."""

from typing import Any

from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect

from iclds.core.privacy_actions import note_uses_by
from projects.models import Project, ProjectIndexPage, ProjectPage


@receiver(pre_save, sender=Project, dispatch_uid="projects.note_slug")
def note_slug(instance: Project, raw: bool = False, **kwargs: Any) -> None:
    """The slug before the change, for `leave_redirects`."""
    stored = None if raw or not instance.pk else Project.objects.filter(pk=instance.pk)
    instance.slug_before = stored.values_list("slug", flat=True).first() if stored is not None else None


@receiver(post_save, sender=Project, dispatch_uid="projects.note_uses_by_stories")
def note_uses_by_stories(instance: Project, raw: bool = False, **kwargs: Any) -> None:
    """A project that is hidden hides its stories, and what only they hold."""
    for story in () if raw else ProjectPage.objects.filter(project=instance):
        note_uses_by(row=story)


@receiver(post_save, sender=Project, dispatch_uid="projects.leave_redirects")
def leave_redirects(instance: Project, **kwargs: Any) -> None:
    """Lead from a project's old address to its new one, in every language.

    A redirect names the list of projects and the way below it, so it holds when the list moves. Those that led to the
    old address lead straight to the new one, and none leads away from an address that is in use again.
    """
    before, after = instance.slug_before, instance.slug
    if not before or before == after:
        return
    for index in ProjectIndexPage.objects.all():
        if not (url := index.get_url()):
            continue
        Redirect.objects.filter(old_path=Redirect.normalise_path(f"{url}{after}/")).delete()
        Redirect.objects.filter(redirect_page=index, redirect_page_route_path=f"/{before}/").update(
            redirect_page_route_path=f"/{after}/"
        )
        Redirect.objects.update_or_create(
            old_path=Redirect.normalise_path(f"{url}{before}/"),
            site=None,
            defaults={
                "redirect_page": index,
                "redirect_page_route_path": f"/{after}/",
                "is_permanent": True,
                "automatically_created": True,
            },
        )
