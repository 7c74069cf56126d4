"""Where visitors give the key to what is not for everybody: a shared password, or a login."""

from django.contrib.auth import login as log_in
from django.contrib.auth import logout as log_out
from django.contrib.auth.forms import AuthenticationForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.forms import PasswordViewRestrictionForm
from wagtail.models import CollectionViewRestriction, PageViewRestriction
from wagtail.models.view_restrictions import BaseViewRestriction

from iclds.core.form_origin import came_from_here
from iclds.core.key_pages import login_address, login_page, password_page, way_back
from iclds.core.models import SiteSettings

FORM_METHODS = ["GET", "HEAD", "POST"]


@csrf_exempt
@sensitive_post_parameters("password")
@require_http_methods(FORM_METHODS)
def page_password(request: HttpRequest, restriction_id: int, page_id: int) -> HttpResponseBase:
    """The form for the password of a page and what stands below it; leads back to the page that was asked for.

    `page_id` says nothing that the restriction does not: it stands in Wagtail's address.
    """
    restrictions = PageViewRestriction.objects.select_related("page")
    restriction = get_object_or_404(restrictions, pk=restriction_id, restriction_type=BaseViewRestriction.PASSWORD)
    return _password(request, restriction, otherwise=restriction.page.get_url(request) or _home())


@csrf_exempt
@sensitive_post_parameters("password")
@require_http_methods(FORM_METHODS)
def document_password(request: HttpRequest, restriction_id: int) -> HttpResponseBase:
    """The form for the password of a collection; leads back to the document that was asked for."""
    restrictions = CollectionViewRestriction.objects.all()
    restriction = get_object_or_404(restrictions, pk=restriction_id, restriction_type=BaseViewRestriction.PASSWORD)
    return _password(request, restriction, otherwise=_home())


def _password(request: HttpRequest, restriction: BaseViewRestriction, *, otherwise: str) -> HttpResponseBase:
    given = request.POST if request.method == "POST" else request.GET
    return_url = way_back(request, given.get("return_url"))
    if request.method != "POST":
        form = PasswordViewRestrictionForm(instance=restriction, initial={"return_url": return_url})
        return password_page(request, form, site_settings=SiteSettings.load(request_or_site=request))
    # The field may not be empty, and where the page stands is told only to who knows the password.
    data = {"password": request.POST.get("password", ""), "return_url": return_url or _home()}
    form = PasswordViewRestrictionForm(data, instance=restriction)
    if form.is_valid() and not came_from_here(request):
        form.add_error("password", _sent_from_elsewhere())
    if not form.is_valid():
        return password_page(request, form, site_settings=SiteSettings.load(request_or_site=request))
    restriction.mark_as_passed(request)
    return _to(return_url or otherwise)


@csrf_exempt
@sensitive_post_parameters("password")
@require_http_methods(FORM_METHODS)
def login(request: HttpRequest) -> HttpResponseBase:
    """The form to log in; leads back to the page that was asked for. Who is logged in already is told that the account
    does not suffice: only a page that refused it leads here.
    """
    next_url = way_back(request, request.GET.get("next"))
    content = {"next": next_url, "action": login_address(next_url)}
    site_settings = SiteSettings.load(request_or_site=request)
    if request.user.is_authenticated:
        content = {**content, "account": request.user.get_username(), "action": login_address(next_url, "site_logout")}
        return login_page(request, content, site_settings=site_settings)
    form = AuthenticationForm(request, request.POST if request.method == "POST" else None)
    form.use_required_attribute = False
    if request.method == "POST" and form.is_valid() and not came_from_here(request):
        form.add_error(None, _sent_from_elsewhere())
    if request.method == "POST" and form.is_valid():
        log_in(request, form.get_user())
        return _to(next_url or _home())
    return login_page(request, {**content, "form": form}, site_settings=site_settings)


@csrf_exempt
@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    """Log out and back to the login, for another account."""
    if not came_from_here(request):
        raise Http404("Only the site's own page logs out.")
    log_out(request)
    return _to(login_address(way_back(request, request.GET.get("next"))))


def _sent_from_elsewhere() -> str:
    return _("The form did not come from this page. Send it once more from here.")


def _home() -> str:
    return f"/{get_language()}/"


def _to(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    add_never_cache_headers(response)
    return response
