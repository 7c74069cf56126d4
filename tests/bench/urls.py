"""The site's addresses, and one page that Wagtail finds and serves by itself with a one-line template."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from wagtail.models import Page

from iclds import urls

ONE_LINE = "<h1>{{ page.title }}</h1>"


def one_line_page(request: HttpRequest) -> HttpResponse:
    """As wagtail.views.serve does: find the page by walking down the tree, then show it."""
    found = Page.route_for_request(request, "one-line/")
    if found is None:
        raise RuntimeError("The one-line page is missing.")
    for restriction in found.page.get_view_restrictions():
        if not restriction.accept_request(request):
            return HttpResponse(status=403)
    context = found.page.get_context(request)
    return HttpResponse(engines["django"].from_string(ONE_LINE).render(context, request))


handler404, handler500 = urls.handler404, urls.handler500
urlpatterns = [path("en/one-line/", one_line_page), *urls.urlpatterns]
