"""A field for the global goals of a project."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from iclds.registers.codelists import GlobalGoal


def validate_goals(value: Any) -> None:
    if not isinstance(value, list) or any(number not in GlobalGoal.values for number in value):
        raise ValidationError(_("Only the numbers 1 to 17 are global goals."))


def numbered_goals() -> list[tuple[int, str]]:
    """The goals as editors choose them, in the language of the one who asks: the form is made once for all."""
    return [(goal.value, f"{goal.value}. {goal.label}") for goal in GlobalGoal]


class GoalsField(models.JSONField):
    """A list of goal numbers, 1 to 17, chosen by ticking. The code list is fixed, so no rows stand for it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["validators"] = [validate_goals]
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("validators", None)
        return name, path, args, kwargs

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.TypedMultipleChoiceField(
            choices=numbered_goals,
            coerce=int,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            widget=forms.CheckboxSelectMultiple,
            empty_value=[],
        )
