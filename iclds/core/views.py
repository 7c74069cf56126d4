"""The site's own doors: pages, language choice, uploaded pictures, error pages."""

import posixpath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from django.views.static import serve as serve_file
from wagtail import views as wagtail_views

from iclds.core.navigation import build_frame
from iclds.core.routing import route

ONE_YEAR = 365 * 24 * 3600


@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer with the page at `path`; how it is found is ours (iclds.core.routing), all else is Wagtail's."""
    request._wagtail_route_for_request = route(request, path)  # type: ignore[attr-defined]
    return wagtail_views.serve(request, path)


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send "/" to the home page in the language the browser asks for; never to be shared between visitors."""
    language = translation.get_language_from_request(request)
    response = HttpResponseRedirect(f"/{language}/")
    patch_vary_headers(response, ("Accept-Language",))
    response["Cache-Control"] = "private, no-cache"
    return response


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Send a rendition of a picture, where no web server does (SERVE_MEDIA).

    Originals stay inside: they may carry a position or be very large (cases D02 and D14).
    """
    path = posixpath.normpath(path)
    if not path.startswith("images/"):
        raise Http404("Only renditions of pictures are public.")
    response = serve_file(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
    return response


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return redirect(static("images/favicon.ico"), permanent=False)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The 404 page in the visitor's language, with the site's navigation."""
    return render(request, "404.html", {"frame": build_frame(request, page=None, missing=True)}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """The 500 page in the visitor's language; asks neither the database nor a context processor."""
    return render(request, "500.html", status=500)
