"""What the page for a new password does with the address that somebody typed."""

from typing import Any

from wagtail.admin.forms import auth

from iclds.core.languages import active_language
from iclds.mail.jobs import send_password_link


class PasswordResetForm(auth.PasswordResetForm):
    """Looks nobody up: known or not, mail up or down, the page answers alike, in the same time."""

    def save(self, **options: Any) -> None:
        send_password_link.enqueue(self.cleaned_data["email"], active_language())
