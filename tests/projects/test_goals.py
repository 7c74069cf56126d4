"""The global goals of a project: a short list of numbers, chosen by ticking."""

from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError

from iclds.registers.codelists import GlobalGoal
from projects.fields import GoalsField, validate_goals
from projects.models import Project
from tests.factories.projects import ProjectFactory


@pytest.mark.parametrize(
    "value",
    [
        pytest.param([18], id="a goal too many"),
        pytest.param([0], id="no goal zero"),
        pytest.param("6", id="a text"),
        pytest.param({"6": True}, id="a map"),
        pytest.param([None], id="nothing in the list"),
        pytest.param(["6"], id="numbers as texts"),
    ],
)
def test_what_is_no_goal_is_refused(value: Any) -> None:
    with pytest.raises(ValidationError):
        validate_goals(value)


@pytest.mark.parametrize("value", [pytest.param([], id="none"), pytest.param([6, 11], id="two")])
def test_goals_are_accepted(value: list[int]) -> None:
    validate_goals(value)


def test_editors_tick_goals_by_number_and_name() -> None:
    field = GoalsField("goals", blank=True, default=list).formfield()

    assert isinstance(field.widget, forms.CheckboxSelectMultiple)
    assert field.choices[5] == (6, "6. Clean water and sanitation")
    assert field.clean(["6", "11"]) == [6, 11]
    assert field.clean([]) == []
    with pytest.raises(ValidationError):
        field.clean(["18"])


@pytest.mark.django_db
def test_a_project_gives_its_goals_with_their_names() -> None:
    project = ProjectFactory(goals=[6, 16])

    stored = Project.objects.get(pk=project.pk)

    assert stored.goal_list == [GlobalGoal.WATER, GlobalGoal.PEACE]
