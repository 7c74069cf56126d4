"""What the ground floor adds to Wagtail: links that know the reader's language, stricter checks, shared content."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.userbar import BaseItem, ContentCheckerItem
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from iclds.core.accessibility_checker import AccessibilityChecker
from iclds.core.models import BasePage, SiteImage
from iclds.core.rich_text import LastingDocumentLinkHandler, VisiblePageLinkHandler
from iclds.core.viewsets import SharedContentGroup


# After Wagtail's own registration, which this one replaces.
@hooks.register("register_rich_text_features", order=10)
def register_live_links(features: FeatureRegistry) -> None:
    features.register_link_type(VisiblePageLinkHandler)
    features.register_link_type(LastingDocumentLinkHandler)


@hooks.register("insert_global_admin_css")
def wear_the_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("editor/editor.css"))


# The editor takes its checks from here as well.
@hooks.register("construct_wagtail_userbar")
def check_more_than_wagtail_does(request: HttpRequest, items: list[BaseItem], page: Page | None) -> None:
    items[:] = [
        AccessibilityChecker(item.in_editor) if isinstance(item, ContentCheckerItem) else item for item in items
    ]


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_what_readers_would_miss(request: HttpRequest, page: Page) -> None:
    """Once a save that the editor asked for; autosave, which takes no HTML, says nothing."""
    if not request.accepts("text/html") or not isinstance(page, BasePage):
        return
    if warnings := page.quality_warnings():
        listed = format_html_join("", "<li>{}</li>", ((text,) for text in warnings))
        messages.warning(
            request,
            format_html("{} <ul>{}</ul>", _("Look at this:"), listed),
            buttons=[messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Edit"))],
        )


@hooks.register("construct_image_chooser_queryset")
def offer_no_covers(images: QuerySet[SiteImage], request: HttpRequest) -> QuerySet[SiteImage]:
    """Covers follow their document and are gone with it, so no page should lean on one."""
    return images.filter(cover_of=None)


register_snippet(SharedContentGroup)
