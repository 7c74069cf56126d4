"""What Wagtail makes once and changes with every request, made each request's own: the site answers in threads.

Mended from outside, as little as each needs. `tests/core/test_wagtail_threads.py` tells when Wagtail does without.
"""

import copy
from contextvars import ContextVar
from functools import wraps
from typing import Any

from django.utils.functional import cached_property, lazy
from django.utils.translation import gettext
from wagtail.admin.menu import Menu
from wagtail.admin.panels import PanelGroup
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import Block, FieldBlock
from wagtail.snippets.widgets import AdminSnippetChooser

# What stands on the buttons that choose a row of a register: Wagtail's words, so not among ours to translate.
_CHOOSER_TEXTS = {
    "choose_one_text": "Choose %(object)s",
    "choose_another_text": "Choose another %(object)s",
    "link_to_chosen_text": "Edit this %(object)s",
}
# Whether this thread is checking a draft, whose blocks may be unfinished.
_deferring: ContextVar[bool] = ContextVar("deferring", default=False)


def part_requests() -> None:
    """Put the mends in the place of what they mend; where they stand already, nothing changes."""
    for owner, name, mend in (
        (ContentstateConverter, "from_database_format", _parse_apart),
        (Block, "clean_deferred", _defer_apart),
        (FieldBlock, "clean", _clean_apart),
        (AdminSnippetChooser, "__init__", _speak_apart),
    ):
        if not hasattr(getattr(owner, name), "__wrapped__"):
            setattr(owner, name, mend(getattr(owner, name)))
    for owner, name in ((PanelGroup, "child_identifiers"), (Menu, "registered_menu_items")):
        if isinstance(getattr(owner, name), cached_property):
            setattr(owner, name, _made_anew(getattr(owner, name)))
    Block.is_deferred_validation = property(lambda block: _deferring.get(), lambda block, value: None)


def gather() -> None:
    """Have Wagtail collect now what it collects when first asked: two threads that ask at once spoil the collection.

    The toolbar's features and the log's actions come twice, and a group's form lacks its rights to pictures and
    documents, or has them twice (not known upstream). Asks no database; takes what importing the admin takes.
    """
    from wagtail.log_actions import registry
    from wagtail.rich_text import features, get_rewriter
    from wagtail.users.views.groups import get_permission_panel_classes

    features.get_default_features()
    get_rewriter()
    registry.get_choices()
    get_permission_panel_classes()


def _parse_apart(upstream: Any) -> Any:
    """Rich text for the editor: one HTML parser served all, and editors got each other's texts (wagtail 14573)."""

    @wraps(upstream)
    def from_database_format(self: Any, html: str) -> str:
        own = copy.copy(self)
        own.html_to_contentstate_handler = copy.copy(self.html_to_contentstate_handler)
        return str(upstream(own, html))

    return from_database_format


def _defer_apart(upstream: Any) -> Any:
    """A draft's blocks: saving or previewing one made every block optional for all until it was checked.

    What was published meanwhile could lack what is required; when two did so at once, the blocks stayed optional (came
    with wagtail 13930; not known as a fault upstream). Now nothing is written on blocks, which all requests share.
    """

    @wraps(upstream)
    def clean_deferred(self: Any, value: Any) -> Any:
        token = _deferring.set(True)
        try:
            return self.clean(value)
        finally:
            _deferring.reset(token)

    return clean_deferred


def _clean_apart(upstream: Any) -> Any:
    """The other half: a block with a field, alone in keeping what it asks for on the field, is asked as a copy."""

    @wraps(upstream)
    def clean(self: Any, value: Any) -> Any:
        if not _deferring.get():
            return upstream(self, value)
        own = copy.copy(self)
        own.field = copy.copy(self.field)
        own.defer_required_validation()
        return upstream(own, value)

    return clean


def _speak_apart(upstream: Any) -> Any:
    """The buttons of a chooser in a block stayed in the language of the first who saw them (not known upstream)."""
    translated = lazy(lambda text, name: gettext(text) % {"object": name}, str)

    @wraps(upstream)
    def init(self: Any, model: Any, **kwargs: Any) -> None:
        upstream(self, model, **kwargs)
        for name, text in _CHOOSER_TEXTS.items():
            if name not in kwargs:
                setattr(self, name, translated(text, model._meta.verbose_name))

    return init


def _made_anew(kept: Any) -> property:
    """The names of a form's parts, and the entries of the menu: kept, they carry over to others (not known upstream).

    Names and some labels stayed in the language of the first who opened the admin ("What's new"; one process of the
    site knew #tab-content, another #tab-innehall), and what one editor had seen of the help was marked for all.
    """

    def made(self: Any) -> Any:
        return kept.func(self)

    made.__wrapped__ = kept  # type: ignore[attr-defined]
    return property(made)
