"""Takes reports from the form of the accessibility statement."""

import logging
from urllib.parse import urlsplit

from django.core.mail import EmailMessage
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from iclds.core.addresses import absolute_url
from iclds.core.languages import active_language
from iclds.core.models import SiteSettings
from iclds.core.page_privacy import visible_pages
from iclds.home.models import AccessibilityPage, AccessibilityReport
from iclds.home.report_forms import ReportForm

# Far more than people send, and few enough that no robot fills the mailbox.
MOST_AN_HOUR = 30

logger = logging.getLogger(__name__)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Store a report and send back to the statement, or show the statement with what is wrong.

    Without Django's CSRF token, because that needs a cookie and this site sets none for visitors. A token protects
    what a logged-in visitor may do; here nobody is asked who they are, and all that can happen is one more report.
    Other sites are kept from sending any in their visitors' names by the headers that browsers set
    (`came_from_elsewhere`).
    """
    language = active_language()
    statements = visible_pages(AccessibilityPage.objects.filter(locale__language_code=language))
    page = get_object_or_404(statements.select_related("locale", "picture").order_by("path")[:1])
    address = page.get_url(request) or f"/{language}/"
    if request.method != "POST":
        return redirect(address)
    form = ReportForm(request.POST)
    thanks = HttpResponse(status=303, headers={"Location": f"{address}?sent=1#thanks"})
    if form.is_from_a_robot:
        logger.info("A report to the accessibility statement came from a robot and was left out.")
        return thanks
    if status := refusal(request, form):
        content = {**page.get_context(request), "form": form}
        return render(request, page.get_template(request), content, status=status)
    values = {name: form.cleaned_data[name] for name in ("text", "page", "email")}
    with transaction.atomic():
        tell_editors(AccessibilityReport.objects.create(language=language, **values))
    return thanks


def refusal(request: HttpRequest, form: ReportForm) -> int:
    """The status with which the form goes back to the visitor, who is told why; 0 where all is well."""
    if came_from_elsewhere(request):
        form.add_error(None, _("The report did not come from this page. Send it once more from here."))
        return 403
    if not form.is_valid():
        return 422
    if AccessibilityReport.objects.all().of_the_last_hour().count() >= MOST_AN_HOUR:
        form.add_error(None, _("There are very many reports just now. Wait an hour, or write us an e-mail."))
        return 429
    return 0


def came_from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that another site sent the form.

    Browsers tell it by Sec-Fetch-Site on https and by Origin everywhere; neither can be set by a page. One that sends
    neither header is let in.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site not in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.get_host()


def tell_editors(report: AccessibilityReport) -> None:
    """Mail the report to the site's mailbox, by the outbox: no visitor waits for a mail server."""
    lines = [
        report.text,
        "",
        _("Page: %(page)s") % {"page": report.page or "–"},
        _("E-mail: %(email)s") % {"email": report.email or "–"},
        absolute_url(reverse("accessibility_reports:edit", args=[report.pk])),
    ]
    message = EmailMessage(
        _("Accessibility: a problem was reported"),
        "\n".join(lines),
        to=[SiteSettings.load().email],
        reply_to=[report.email] if report.email else None,
    )
    try:
        with transaction.atomic():
            message.send()
    except ValueError:
        # An address that no mail can carry; the report itself is stored, and stands in the admin.
        logger.exception("The mail about accessibility report %s could not be written.", report.pk)
