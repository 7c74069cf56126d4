"""What the top floor adds to the admin."""

from django.urls import URLPattern, path
from wagtail import hooks

from iclds.home.translation import TranslatePageView
from iclds.home.viewsets import AccessibilityReportViewSet


# Before simple_translation's own address, which this one takes over.
@hooks.register("register_admin_urls", order=-10)
def register_translation_address() -> list[URLPattern]:
    return [path("translation/submit/page/<int:page_id>/", TranslatePageView.as_view(), name="translate_page")]


@hooks.register("register_admin_viewset")
def register_accessibility_reports() -> AccessibilityReportViewSet:
    return AccessibilityReportViewSet()
