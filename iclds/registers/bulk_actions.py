"""A subject set on many rows of a list at once; each room says on which."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.log_actions import log

from iclds.registers.models import Subject


class SubjectsForm(forms.Form):
    subjects = forms.ModelMultipleChoiceField(
        Subject.objects.all(),
        label=_("Subjects"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They are added; subjects that are set already stay."),
    )


class SetSubjects:
    """What every bulk action does that sets subjects. Heirs say of which models, and who may."""

    display_name = _("Set subject")
    action_type = "set_subject"
    aria_label = _("Set a subject on all that are selected")
    template_name = "registers/admin/set_subjects.html"
    action_priority = 15
    form_class = SubjectsForm

    def get_execution_context(self) -> dict[str, Any]:
        chosen: Any = self
        return {"user": chosen.request.user, "subjects": chosen.cleaned_form.cleaned_data["subjects"]}

    @classmethod
    def execute_action(cls, objects: list[Any], **context: Any) -> tuple[int, int]:
        for item in objects:
            cls.add_subjects(item, context["subjects"], context["user"])
        return len(objects), 0

    @classmethod
    def add_subjects(cls, item: Any, subjects: Any, user: Any) -> None:
        """Add to what is set; stored at once, and found by the search."""
        item.subjects.add(*subjects)
        item.save()
        log(instance=item, action="wagtail.edit", user=user)

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        text = ngettext(
            "The subject is set on %(count)d entry.", "The subject is set on %(count)d entries.", num_parent_objects
        )
        return text % {"count": num_parent_objects}
