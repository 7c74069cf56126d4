"""What the top floor adds to the admin."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from iclds.home.style_page import style_page
from iclds.home.translation import TranslatePageView
from iclds.home.viewsets import AccessibilityReportViewSet


# Before simple_translation's own address, which this one takes over.
@hooks.register("register_admin_urls", order=-10)
def register_translation_address() -> list[URLPattern]:
    return [path("translation/submit/page/<int:page_id>/", TranslatePageView.as_view(), name="translate_page")]


@hooks.register("register_admin_viewset")
def register_accessibility_reports() -> AccessibilityReportViewSet:
    return AccessibilityReportViewSet()


@hooks.register("register_admin_urls")
def register_style_page() -> list[URLPattern]:
    return [path("style/", style_page, name="style_page")]


@hooks.register("register_help_menu_item")
def register_style_page_in_the_menu() -> MenuItem:
    return MenuItem(_("How the site looks"), reverse("style_page"), name="style-page", icon_name="view", order=1050)
