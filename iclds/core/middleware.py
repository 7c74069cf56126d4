"""What happens to every request before and after its view."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from iclds.core.page_privacy import may_lead_to
from iclds.core.text import is_printable
from iclds.core.viewers import Viewer, seen_by
from iclds.core.views import not_found

GetResponse = Callable[[HttpRequest], HttpResponse]


class LanguageFromPath(LocaleMiddleware):
    """The address decides the language; only addresses without a language ask the browser.

    Django's own middleware also redirects every unknown address to one with a language prefix. Since Wagtail answers
    all addresses below the prefix, that would turn each missing page of the admin into /en/admin/…; here a missing
    page stays missing, and only "/" redirects (iclds.core.views.choose_language).
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        language = translation.get_language() or settings.LANGUAGE_CODE
        if not translation.get_language_from_path(request.path_info):
            patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", language)
        return response


class RefuseBrokenAddresses:
    """Answers 404 to addresses with zero bytes and other control characters, before a database chokes on them.

    Scanners ask for such addresses every day (case D06).
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request) if is_printable(request.path_info) else not_found(request)


class KnowTheViewer:
    """Makes the answer for whoever asks (iclds.core.viewers); stands below what knows session and user.

    What was made for somebody with a session may show more than a stranger sees, so nobody is to keep it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with seen_by(Viewer(request)) as viewer:
            response = self.get_response(request)
        if viewer.was_asked and not viewer.is_stranger and "Cache-Control" not in response:
            add_never_cache_headers(response)
        return response


class RedirectsToWhatMayBeSeen(RedirectMiddleware):
    """Wagtail's, but an old address does not tell where a page stands that the reader may not see."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        answer: HttpResponse = super().process_response(request, response)
        if answer is response or not may_lead_to(answer["Location"]):
            return response
        return answer


class ContentSecurityPolicy:
    """Only the site's own files on public pages; the admin's date and time widgets need inline scripts."""

    PUBLIC = (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
        "form-action 'self'; frame-ancestors 'self'"
    )
    ADMIN = (
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'"
    )

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        policy = self.ADMIN if request.path_info.startswith("/admin/") else self.PUBLIC
        response.headers.setdefault("Content-Security-Policy", policy)
        return response
