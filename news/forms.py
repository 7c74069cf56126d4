"""The filters of the Knowledge Centre."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from iclds.core.querysets import ListedPageQuerySet
from iclds.core.text import without_controls
from news.series import Series


class PublicationFilterForm(forms.Form):
    """By series. A value that nobody offers is an error beside its field and filters nothing."""

    series = forms.ChoiceField(label=_("Series"), required=False, choices=[("", _("All")), *Series.choices])

    def __init__(self, data: Any) -> None:
        super().__init__({name: without_controls(text) for name, text in data.items()}, use_required_attribute=False)

    def apply(self, publications: ListedPageQuerySet) -> ListedPageQuerySet:
        self.is_valid()
        series = self.cleaned_data.get("series")
        return publications.filter(series=series) if series else publications
