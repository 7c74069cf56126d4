"""The mail with a link for a new password."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.admin.forms.auth import PasswordResetForm
from wagtail.admin.views.account import PasswordResetView


class PasswordLinkForm(PasswordResetForm):
    """Wagtail's form, whose mail is written or raises: Django's own only logs that it could not be."""

    def send_mail(
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        from_email: str | None,
        to_email: str,
        html_email_template_name: str | None = None,
    ) -> None:
        subject = "".join(render_to_string(subject_template_name, context).splitlines())
        EmailMessage(subject, render_to_string(email_template_name, context), from_email, [to_email]).send()


@transaction.atomic
def send_password_links(*, email: str, language: str) -> None:
    """Write a mail to every active user with this address and a password of their own, in Wagtail's words."""
    with translation.override(language):
        form = PasswordLinkForm({"email": email})
        if form.is_valid():
            site = urlsplit(settings.WAGTAILADMIN_BASE_URL)
            form.save(
                domain_override=site.netloc,
                use_https=site.scheme == "https",
                subject_template_name=PasswordResetView.subject_template_name,
                email_template_name=PasswordResetView.email_template_name,
            )
