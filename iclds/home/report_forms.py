"""The form by which visitors tell of a problem with the site's accessibility."""

from typing import Any

from django import forms
from django.utils.encoding import punycode
from django.utils.translation import gettext_lazy as _

from iclds.core.languages import LANGUAGE_CODES
from iclds.core.text import is_printable, without_controls

LONGEST_TEXT = 4_000
LONGEST_ADDRESS = 500


class ReportForm(forms.Form):
    """What does not work, where, and whom to answer. `subject` is for robots alone: no visitor sees it."""

    text = forms.CharField(
        label=_("What does not work?"),
        help_text=_("Tell us what you wanted to do and what happened. At most 4,000 characters."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8, "aria-required": "true"}),
        error_messages={
            "required": _("Tell us what does not work."),
            "max_length": _("The text has %(show_value)d characters. Shorten it to at most %(limit_value)d."),
        },
    )
    page = forms.CharField(
        label=_("Address of the page (optional)"),
        required=False,
        max_length=LONGEST_ADDRESS,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address (optional)"),
        help_text=_("Only if you want an answer."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Write the whole e-mail address, such as name@example.com.")},
    )
    subject = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        typed = None if data is None else {name: _as_typed(data.get(name, "")) for name in self.base_fields}
        super().__init__(typed, use_required_attribute=False, **kwargs)
        for name in ("text", "page"):
            # A browser that cuts a pasted text at the limit does so without a word; the error says what is wrong.
            self.fields[name].widget.attrs.pop("maxlength", None)

    def clean_email(self) -> str:
        """Refuse an address that no answer could be sent to: its host has no form for the wire (RFC 5890, 2.3.2.1)."""
        email: str = self.cleaned_data["email"]
        try:
            punycode(email.rpartition("@")[2])
        except UnicodeError as error:
            raise forms.ValidationError(self.fields["email"].error_messages["invalid"], code="invalid") from error
        return email

    @property
    def is_from_a_robot(self) -> bool:
        return bool(self.data.get("subject"))

    @property
    def visible(self) -> list[forms.BoundField]:
        """The fields that a visitor fills in."""
        return [self[name] for name in ("text", "page", "email")]


def _as_typed(text: str) -> str:
    """Without control characters; a line break is one character, as it was for whoever typed it."""
    return without_controls(text.replace("\r\n", "\n"))


def page_asked_about(path: str | None) -> str:
    """`path` where it can be that of a page of this site, otherwise nothing."""
    path = path or ""
    is_ours = path.startswith(tuple(f"/{code}/" for code in LANGUAGE_CODES))
    return path if is_ours and is_printable(path) and len(path) <= LONGEST_ADDRESS else ""
