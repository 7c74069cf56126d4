"""Translating a page: only into places where the editor may add pages.

Wagtail's own view asks for the right to edit the page and not for the right to add one in the other tree.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.contrib.simple_translation.views import SubmitPageTranslationView
from wagtail.models import Locale


class TranslatePageView(SubmitPageTranslationView):
    """Offers only languages in whose tree the editor may add the page's translation."""

    def get_form(self) -> Any:
        form = super().get_form()
        field = form.fields["locales"]
        if isinstance(field, forms.ModelMultipleChoiceField) and field.queryset is not None:
            allowed = [locale.pk for locale in field.queryset if self._may_add_in(locale)]
            field.queryset = field.queryset.filter(pk__in=allowed)
            field.initial = allowed  # there is but one other language, so nothing is left to choose
            if not allowed:
                form.show_submit = False
                field.help_text = field.help_text or _("You may not add pages in the other language.")
        return form

    def _may_add_in(self, locale: Locale) -> bool:
        """Whether the editor may add pages below the translation of the page's parent."""
        parent = self.object.get_parent()
        place = parent if parent.is_root() else parent.get_translation_or_none(locale)
        return place is not None and place.permissions_for_user(self.request.user).can_add_subpage()
