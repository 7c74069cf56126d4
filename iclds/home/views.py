"""Views of the whole site: the search page and what robots may read."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from iclds.core.addresses import absolute_url
from iclds.core.languages import active_language
from iclds.core.models import SiteSettings
from iclds.core.navigation import Crumb, build_frame
from iclds.core.page_context import page_context
from iclds.core.pagination import paginate
from iclds.home.site_search import search_site
from iclds.search.engine import read_query


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Pages and projects that match `?q=`; without it, the empty search box."""
    query = read_query(request.GET.get("q"))
    results = search_site(query, active_language())
    frame = build_frame(request, page=None)
    frame.title = _("Search: %(words)s") % {"words": query.text} if query.text else _("Search")
    frame.description = _("Search ICLD's pages, projects, news and publications.")
    frame.breadcrumbs.append(Crumb(_("Search"), request.path))
    listing = paginate(results, request, settings.SEARCH_RESULTS_PER_PAGE)
    content = {
        "query": query,
        "listing": listing,
        "are_cut": results.are_cut,
        "structured_data": [],
        "is_search": True,
    }
    return render(
        request,
        "home/search.html",
        page_context(frame, content, site_settings=SiteSettings.load(request_or_site=request)),
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: everything but the admin and search results; and where the sitemap is."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /en/search/",
        "Disallow: /sv/sok/",
        "",
        f"Sitemap: {absolute_url('/sitemap.xml')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
