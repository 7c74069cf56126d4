"""The pages that ask for a password or a login: in the site's frame and language, telling nothing of what is behind."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from wagtail.forms import PasswordViewRestrictionForm
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.models.view_restrictions import BaseViewRestriction

from iclds.core.navigation import Frame, LanguageLink, build_frame
from iclds.core.page_context import page_context

# What asks for a password has not been given: the page itself was refused.
REFUSED = 403


def way_back(request: HttpRequest, address: str | None) -> str:
    """`address` where it lies on this site, otherwise nothing: no link that looks like ours leads elsewhere."""
    is_ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address or "" if is_ours else ""


def form_address(restriction: BaseViewRestriction, return_url: str, language: str | None = None) -> str:
    """Where the password of a restriction is asked for, in a language (the active one unless told)."""
    with translation.override(language or translation.get_language()):
        if isinstance(restriction, CollectionViewRestriction):
            address = reverse("document_password", args=[restriction.pk])
        else:
            # The page that the restriction stands on, whichever below it was asked for.
            address = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, restriction.page_id])
    return f"{address}?{urlencode({'return_url': return_url})}" if return_url else address


def login_address(return_url: str, view: str = "wagtailcore_login") -> str:
    return f"{reverse(view)}?{urlencode({'next': return_url})}" if return_url else reverse(view)


def address_of(restriction: BaseViewRestriction, return_url: str) -> str:
    """Where the key to a restriction is given, from where it leads back."""
    if restriction.restriction_type == BaseViewRestriction.PASSWORD:
        return form_address(restriction, return_url)
    return login_address(return_url)


def key_address(request: HttpRequest, page: Page) -> str:
    """Where the key to a page is given that the viewer may not see; 2 queries. Empty where nothing restricts it."""
    asking = (found for found in page.get_view_restrictions() if not found.accept_request(request))
    restriction = next(asking, None)
    return address_of(restriction, request.get_full_path()) if restriction else ""


def password_page(request: HttpRequest, form: PasswordViewRestrictionForm, *, site_settings: Any) -> TemplateResponse:
    """Asks for the password of a page or a collection, wherever it was asked for; says what was wrong with the last."""
    restriction: PageViewRestriction | CollectionViewRestriction = form.restriction
    return_url = form["return_url"].value() or ""
    is_document = isinstance(restriction, CollectionViewRestriction)
    frame = build_frame(request, page=None, missing=True)
    frame.title = _("This document needs a password") if is_document else _("This page needs a password")
    # To the same form in the other language: the translation of the page may have a telling address.
    frame.language_links = [
        LanguageLink(code, name, form_address(restriction, return_url, code), is_same_view=True)
        for code, name in settings.LANGUAGES
        if code != frame.language
    ]
    form.use_required_attribute = False
    content = {"form": form, "action": form_address(restriction, "")}
    return _answer(request, "core/password.html", frame, content, site_settings, status=REFUSED)


def login_page(request: HttpRequest, content: dict[str, Any], *, site_settings: Any) -> TemplateResponse:
    """Asks for a name and a password (`form`), or says that an account (`account`) may not see the page (`next`)."""
    is_refused = "account" in content
    frame = build_frame(request, page=None)
    frame.title = _("Your account may not see this page") if is_refused else _("Log in")
    frame.description = _("Some pages are for people who have an account with ICLD.")
    content = {**content, "reset_url": reverse("wagtailadmin_password_reset")}
    has_failed = is_refused or bool(content["form"].errors)
    return _answer(request, "core/login.html", frame, content, site_settings, status=REFUSED if has_failed else 200)


def _answer(
    request: HttpRequest, template: str, frame: Frame, content: dict[str, Any], site_settings: Any, *, status: int
) -> TemplateResponse:
    content = {**content, "structured_data": [], "is_unlisted": True}
    response = TemplateResponse(
        request, template, page_context(frame, content, site_settings=site_settings), status=status
    )
    add_never_cache_headers(response)
    return response
