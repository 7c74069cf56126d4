"""What two editors do at once, each as if alone; and whether Wagtail still needs our mends for it.

Nothing here is left to chance: one is held in the midst of the work until the other is done.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from draftjs_exporter.html import HTML
from wagtail.admin.menu import Menu, help_menu
from wagtail.admin.panels import ObjectList, PanelGroup
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.converters.html_to_contentstate import HtmlToContentStateHandler
from wagtail.blocks import Block, StructBlock
from wagtail.snippets.widgets import AdminSnippetChooser

from iclds.core.blocks import GuidanceBlocks
from iclds.core.models import Contact
from iclds.core.text_features import TEXT_FEATURES

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 20  # more than anything here takes: a test that hangs fails
WATER = '<h2 data-block-key="w1">Water</h2><p data-block-key="w2">The <b>river</b> and <i>its banks</i></p>'
SCHOOLS = (
    '<ul><li data-block-key="s1">Schools</li><li data-block-key="s2"><a href="https://icld.example/">more</a></li></ul>'
)


def at_once(
    monkeypatch: pytest.MonkeyPatch, held_in: tuple[type, str], held: Callable[[], Any], other: Callable[[], Any]
) -> tuple[Any, Any]:
    """What `held` gives, stopped where it first comes into that method, and what `other` gives meanwhile."""
    inside, go_on = threading.Event(), threading.Event()
    owner, name = held_in
    method = getattr(owner, name)

    def stop(self: Any, *args: Any, **kwargs: Any) -> Any:
        if threading.current_thread() is not threading.main_thread():
            inside.set()
            assert go_on.wait(SECONDS)
        return method(self, *args, **kwargs)

    monkeypatch.setattr(owner, name, stop)
    with ThreadPoolExecutor(1) as thread:
        first = thread.submit(outcome, held)
        try:
            assert inside.wait(SECONDS)
            second = outcome(other)
        finally:
            go_on.set()
        return first.result(SECONDS), second


def outcome(call: Callable[[], Any]) -> Any:
    try:
        return call()
    except Exception as error:
        return type(error)


def open_at_once(monkeypatch: pytest.MonkeyPatch, read: Callable[[str], str]) -> tuple[Any, Any]:
    return at_once(monkeypatch, (HtmlToContentStateHandler, "handle_data"), lambda: read(WATER), lambda: read(SCHOOLS))


def test_two_who_open_forms_at_once_get_their_own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    read = ContentstateConverter(TEXT_FEATURES).from_database_format
    alone = read(WATER), read(SCHOOLS)

    together = open_at_once(monkeypatch, read)

    assert together == alone
    assert [block["text"] for block in json.loads(alone[0])["blocks"]] == ["Water", "The river and its banks"]


def test_two_who_save_at_once_save_their_own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    converter = ContentstateConverter(TEXT_FEATURES)
    typed = [converter.from_database_format(markup) for markup in (WATER, SCHOOLS)]

    together = at_once(
        monkeypatch,
        (HTML, "render_block"),
        lambda: converter.to_database_format(typed[0]),
        lambda: converter.to_database_format(typed[1]),
    )

    assert together == (WATER, SCHOOLS)


@pytest.fixture
def blocks() -> GuidanceBlocks:
    return GuidanceBlocks()


def unfinished(blocks: GuidanceBlocks) -> Any:
    return blocks.to_python([{"type": "callout", "value": {"kind": "note", "title": "", "text": ""}, "id": "1"}])


def asks_for_titles(blocks: GuidanceBlocks) -> bool:
    return bool(blocks.child_blocks["callout"].child_blocks["title"].required)


def test_what_is_published_while_another_saves_a_draft_is_checked(
    blocks: GuidanceBlocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, published = unfinished(blocks), unfinished(blocks)

    taken, refused = at_once(
        monkeypatch, (StructBlock, "clean"), lambda: blocks.clean_deferred(draft), lambda: blocks.clean(published)
    )

    assert taken.get_prep_value() == draft.get_prep_value()
    assert issubclass(refused, ValidationError)


def test_two_who_save_drafts_at_once_may_both_leave_things_open(
    blocks: GuidanceBlocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = unfinished(blocks), unfinished(blocks)

    taken = at_once(
        monkeypatch,
        (StructBlock, "clean"),
        lambda: blocks.clean_deferred(drafts[0]),
        lambda: blocks.clean_deferred(drafts[1]),
    )

    assert [stream.get_prep_value() for stream in taken] == [stream.get_prep_value() for stream in drafts]
    with pytest.raises(ValidationError):
        blocks.clean(unfinished(blocks))


def test_who_opens_a_form_while_another_saves_a_draft_reads_what_is_required(
    blocks: GuidanceBlocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = unfinished(blocks)

    _taken, required = at_once(
        monkeypatch, (StructBlock, "clean"), lambda: blocks.clean_deferred(draft), lambda: asks_for_titles(blocks)
    )

    assert required is True


def test_a_draft_is_still_asked_for_what_it_may_not_lack(blocks: GuidanceBlocks) -> None:
    nameless = blocks.to_python([{"type": "callout", "value": {"kind": "no such kind", "title": "", "text": ""}}])

    with pytest.raises(ValidationError):
        blocks.clean_deferred(nameless)


def test_no_block_of_ours_has_a_way_of_its_own_to_wait_for_the_end_of_a_draft() -> None:
    """`defer_required_validation` is asked of blocks with a field alone; the others have `is_deferred_validation`."""
    ours = {type(block) for block in Block.definition_registry.values() if not is_wagtails(type(block))}

    assert {kind.__name__ for kind in ours if "defer_required_validation" in vars(kind)} == set()
    assert {"GuidanceBlocks", "CaptionedTableBlock", "CalloutBlock"} <= {kind.__name__ for kind in ours}


def is_wagtails(kind: type) -> bool:
    return kind.__module__.startswith("wagtail.")


SEEN = "data-w-dismissible-dismissed-value"


def help_menu_before(*, seen: bool, language: str = "en") -> dict[str, Any]:
    """The entries of the help, by their address, for somebody who has opened them all, or none."""
    dismissibles = dict.fromkeys(["editor-guide", *(entry.name for entry in help_menu.registered_menu_items)], seen)
    request = SimpleNamespace(user=SimpleNamespace(wagtail_userprofile=SimpleNamespace(dismissibles=dismissibles)))
    with translation.override(language):
        return {entry.url: entry for entry in help_menu.render_component(request)}


def test_what_one_editor_has_seen_in_the_menu_stays_new_to_another() -> None:
    mine, theirs = help_menu_before(seen=True), help_menu_before(seen=False)

    assert {entry.attrs.get(SEEN) for entry in theirs.values()} == {None}
    assert [entry.attrs.get(SEEN) for entry in mine.values()].count("true") == 2


def test_the_menu_speaks_to_each_editor_in_their_own_language() -> None:
    in_swedish, in_english = (help_menu_before(seen=False, language=language) for language in ("sv", "en"))

    release_notes = next(address for address in in_english if "releas" in address)

    assert [str(menu[release_notes].label).partition(" Wagtail")[0] for menu in (in_swedish, in_english)] == [
        "Vad är nytt i",
        "What's new in",
    ]


def buttons(chooser: AdminSnippetChooser, language: str) -> list[str]:
    with translation.override(language):
        return [
            str(text) for text in (chooser.choose_one_text, chooser.choose_another_text, chooser.link_to_chosen_text)
        ]


def test_a_chooser_speaks_to_each_editor_in_their_own_language() -> None:
    chooser = AdminSnippetChooser(Contact)

    in_swedish, in_english = buttons(chooser, "sv"), buttons(chooser, "en")

    assert in_swedish == ["Välj kontakt", "Välj annan kontakt", "Redigera kontakt"]
    assert in_english == ["Choose contact", "Choose another contact", "Edit this contact"]


def test_the_parts_of_a_form_are_called_alike_whoever_opened_it_first() -> None:
    form = ObjectList(
        [ObjectList([], heading=gettext_lazy("Content")), ObjectList([], heading=gettext_lazy("Publish"))]
    )

    names = []
    for language in ("sv", "en"):
        with translation.override(language):
            names.append(form.child_identifiers)

    assert names == [["innehall", "publicera"], ["content", "publish"]]


COLLECTED = """
import json, warnings
warnings.simplefilter("ignore")

def collected():
    from wagtail.log_actions import registry
    from wagtail.rich_text import features, get_rewriter
    from wagtail.users.views import groups
    return [features.has_scanned_for_features, get_rewriter.cache_info().currsize > 0,
            registry.has_scanned_for_actions, groups._permission_panel_classes is not None]

import django
django.setup()
before = collected()
import iclds.wsgi
print(json.dumps([before, collected()]))
"""


def test_the_site_has_collected_what_threads_must_not_before_its_first_request(tmp_path: Path) -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "iclds.settings.test", "DATA_DIR": str(tmp_path)}

    said = subprocess.run([sys.executable, "-c", COLLECTED], cwd=ROOT, env=environment, capture_output=True, check=True)

    by_itself, when_started = json.loads(said.stdout)
    assert when_started == [True] * 4
    assert by_itself == [False] * 4, "Wagtail collects these by itself now: take them out of wagtail_threads.gather."


# -- When Wagtail does without ----------------------------------------------------------------------------------------

MAY_GO = "Wagtail does this by itself now: take {} out of iclds/core/wagtail_threads.py, and this test."


def test_wagtail_still_keeps_one_parser_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    converter = ContentstateConverter(TEXT_FEATURES)
    alone = converter.from_database_format(WATER), converter.from_database_format(SCHOOLS)
    upstream = ContentstateConverter.from_database_format.__wrapped__

    together = open_at_once(monkeypatch, lambda markup: upstream(converter, markup))

    assert together != alone, MAY_GO.format("_parse_apart (wagtail issue 14573)")


def test_wagtail_still_makes_blocks_optional_for_all(blocks: GuidanceBlocks, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = unfinished(blocks)
    upstream = Block.clean_deferred.__wrapped__

    _taken, required = at_once(
        monkeypatch, (StructBlock, "clean"), lambda: upstream(blocks, draft), lambda: asks_for_titles(blocks)
    )

    assert required is False, MAY_GO.format("_defer_apart, _clean_apart and is_deferred_validation")


@pytest.mark.parametrize("made_anew", [PanelGroup.child_identifiers, Menu.registered_menu_items])
def test_wagtail_still_keeps_what_it_made_for_the_first(made_anew: Any) -> None:
    assert isinstance(made_anew.fget.__wrapped__, cached_property), MAY_GO.format("_made_anew")


def test_wagtail_still_translates_a_chooser_once() -> None:
    chooser = AdminSnippetChooser.__new__(AdminSnippetChooser)
    AdminSnippetChooser.__init__.__wrapped__(chooser, Contact)

    assert buttons(chooser, "sv") == buttons(chooser, "en"), MAY_GO.format("_speak_apart and _CHOOSER_TEXTS")
