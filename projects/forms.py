"""The filters of the project list, and the form of the register."""

import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.search import index

from iclds.core.text import without_controls
from iclds.registers.terms import Term
from projects.querysets import ProjectQuerySet
from projects.status import ProjectStatus

LONGEST_QUERY = 200


class ProjectForm(WagtailAdminModelForm):
    """A project in the register. Found by its partners and countries at once: they are stored after the project."""

    def _save_m2m(self) -> None:
        super()._save_m2m()
        index.insert_or_update_object(self.instance)


class ProjectFilterForm(forms.Form):
    """Country, Swedish partner, core area, status and words; all of it in the address.

    A value that nobody offers is an error beside its field and filters nothing.
    """

    q = forms.CharField(label=_("Words"), required=False, max_length=LONGEST_QUERY)
    country = forms.ChoiceField(label=_("Partner country"), required=False)
    partner = forms.ChoiceField(label=_("Swedish partner"), required=False)
    area = forms.ChoiceField(label=_("Core area"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)

    def __init__(self, data: Any, terms: dict[str, list[Term]]) -> None:
        super().__init__({name: without_controls(text) for name, text in data.items()}, use_required_attribute=False)
        offers: dict[str, Any] = {
            "country": [(term.key, term.name) for term in terms["country"]],
            "partner": [(term.key, term.name) for term in terms["organisation"]],
            "area": [(term.key, term.name) for term in terms["corearea"]],
            "status": ProjectStatus.choices,
        }
        for name, choices in offers.items():
            self.fields[name].choices = [("", _("All")), *choices]  # type: ignore[attr-defined]

    def apply(self, projects: ProjectQuerySet, today: datetime.date) -> ProjectQuerySet:
        """Projects that meet every valid value."""
        self.is_valid()
        values = self.cleaned_data
        if country := values.get("country"):
            projects = projects.in_country(country)
        if partner := values.get("partner"):
            projects = projects.with_partner(partner)
        if area := values.get("area"):
            projects = projects.in_core_area(area)
        if status := values.get("status"):
            projects = projects.with_status(status, today)
        if words := values.get("q"):
            projects = projects.matching(words)
        return projects

    def query_with(self, field: str, value: str) -> str:
        """The address's query for this choice with one more filter, or another value of it."""
        self.is_valid()
        return urlencode({name: text for name, text in {**self.cleaned_data, field: value}.items() if text})

    def in_words(self) -> list[str]:
        """The chosen values as a visitor reads them, for the result line and the page's title."""
        self.is_valid()
        words = []
        for name in ("country", "partner", "area", "status"):
            if value := self.cleaned_data.get(name):
                words.append(str(dict(self.fields[name].choices)[value]))  # type: ignore[attr-defined]
        if text := self.cleaned_data.get("q"):
            words.append(f"“{text}”")
        return words
