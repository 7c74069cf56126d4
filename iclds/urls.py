"""All addresses of the site. Whatever is fixed here no page can hide (iclds.core.addresses.fixed_address_at)."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from iclds.core import views as core_views
from iclds.home import report_views
from iclds.home import views as home_views
from iclds.home.sitemaps import sitemap
from news.feeds import news_feed

handler404 = "iclds.core.views.not_found"
handler500 = "iclds.core.views.server_error"

urlpatterns = [
    path("", core_views.choose_language, name="choose_language"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/<int:document_id>/", core_views.document_by_number, name="document_by_number"),
    path("documents/<int:document_id>/<path:document_filename>", core_views.document, name="document"),
    path("documents/", include(wagtaildocs_urls)),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", home_views.robots, name="robots"),
    path("favicon.ico", core_views.favicon, name="favicon"),
]

if settings.SERVE_MEDIA:
    urlpatterns += [path("media/<path:path>", core_views.media, name="media")]

urlpatterns += i18n_patterns(
    path("feed/", news_feed, name="news_feed"),
    path(_("search/"), home_views.search, name="search"),
    path(_("accessibility/report/"), report_views.report, name="accessibility_report"),
    re_path(serve_pattern, core_views.serve, name="wagtail_serve"),
    path("", include(wagtail_urls)),
)
