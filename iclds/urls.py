"""All addresses of the site. Whatever is fixed here no page can hide (iclds.core.addresses.fixed_address_at)."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.urls import serve_pattern

from iclds.core import document_views, key_views
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
    path("documents/<int:document_id>/", document_views.document_by_number, name="document_by_number"),
    path("documents/<int:document_id>/<path:document_filename>", document_views.document, name="wagtaildocs_serve"),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        key_views.document_password,
        name="wagtaildocs_authenticate_with_password",
    ),
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
    # Under the names that Wagtail leads to.
    path(
        "_util/authenticate_with_password/<int:restriction_id>/<int:page_id>/",
        key_views.page_password,
        name="wagtailcore_authenticate_with_password",
    ),
    path("_util/document_password/<int:restriction_id>/", key_views.document_password, name="document_password"),
    path("_util/login/", key_views.login, name="wagtailcore_login"),
    path("_util/logout/", key_views.logout, name="site_logout"),
    re_path(serve_pattern, core_views.serve, name="wagtail_serve"),
)
