"""Sends documents to whoever may have them. What is private tells a stranger nothing, not even its name.

An address is the document's number and its file name; the number alone leads there. Who may not have a document gets
the same answer with the right name, a wrong one and none: that of a document that does not exist, or, where a private
collection is all that keeps them out, the form for its password or the login.
"""

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import etag, require_safe
from wagtail.documents.models import document_served
from wagtail.models.view_restrictions import BaseViewRestriction
from wagtail.utils import sendfile_streaming_backend
from wagtail.utils.sendfile import sendfile

from iclds.core.file_privacy import may_fetch, may_show_document
from iclds.core.key_pages import address_of
from iclds.core.models import SiteDocument
from iclds.core.viewers import Viewer, current_viewer
from iclds.core.views import not_found


@require_safe
def document_by_number(request: HttpRequest, document_id: int) -> HttpResponseBase:
    """The lasting short address of a document, which rich text links to."""
    return _answer(request, document_id, "")


@require_safe
def document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """Send a document. Its address holds for good: an older file name leads to today's file (case D03)."""
    return _answer(request, document_id, document_filename)


def _answer(request: HttpRequest, document_id: int, filename: str) -> HttpResponseBase:
    found = SiteDocument.objects.select_related("collection").filter(pk=document_id).first()
    is_open = found is not None and is_open_to_all(found)
    response: HttpResponseBase
    try:
        response = _granted(request, found, filename, is_open=is_open)
    except Http404 as error:
        # The same, whether there is no such document or it is private.
        response = not_found(request, error)
    if is_open and response.status_code != 404:
        # Browsers ask again each time; the ETag makes that cheap, and a replaced file shows at once.
        response.headers["Cache-Control"] = "no-cache"
    else:
        add_never_cache_headers(response)
    return response


def is_open_to_all(document: SiteDocument) -> bool:
    stranger = Viewer()
    return may_show_document(document, stranger) and may_fetch(document, stranger)


def _granted(request: HttpRequest, document: SiteDocument | None, filename: str, *, is_open: bool) -> HttpResponseBase:
    """The document, the way to its name, or where the key to its collection is given. Raises Http404."""
    viewer = current_viewer()
    if document is None or not (is_open or may_fetch(document, viewer)):
        raise Http404("There is no such document for whoever asks.")
    if is_open or may_show_document(document, viewer):
        return _file(request, document) if filename == document.filename else redirect(document.url)
    restriction = next(found for found in _restrictions(document) if not found.accept_request(request))
    return HttpResponseRedirect(address_of(restriction, reverse("document_by_number", args=[document.pk])))


def _restrictions(document: SiteDocument) -> list[BaseViewRestriction]:
    return list(document.collection.get_view_restrictions())


def _file(request: HttpRequest, document: SiteDocument) -> HttpResponseBase:
    """The file, as wagtail.documents.views.serve sends it; that view would ask for the collection's key again, also of
    an editor, who needs none. Raises Http404 where the file is lost.
    """
    if not document.file.storage.exists(document.file.name or ""):
        raise Http404("The document's file is missing.")
    document_served.send(sender=SiteDocument, instance=document, request=request)

    @etag(lambda request: document.file_hash or None)
    def send(request: HttpRequest) -> HttpResponseBase:
        response: HttpResponseBase = sendfile(
            request,
            document.file.path,
            attachment=document.content_disposition != "inline",
            attachment_filename=document.filename,
            mimetype=document.content_type,
            backend=sendfile_streaming_backend.sendfile,
        )
        response.headers["Content-Security-Policy"] = "default-src 'none'"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return send(request)
