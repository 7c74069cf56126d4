"""Whoever has the key finds all that is private, a stranger nothing: every cause, thing and way, in both languages."""

from collections.abc import Callable

import pytest

from tests.privacy.conftest import Seen
from tests.privacy.table import ALL_CELLS, CAUSES, CELLS, LANGUAGES, LEFT_OUT, THINGS, WAYS, Cause


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("cause", "thing", "way", "language"),
    [
        pytest.param(
            cause,
            thing,
            way,
            language,
            id=f"{cause}-{thing}-{way}-{language}",
            # The kinds of key differ in how they are asked for, which test_keys.py tries for each.
            marks=[pytest.mark.walk] if cause.key in {"login", "groups"} else [],
        )
        for cause, thing, way, language in CELLS
    ],
)
def test_who_has_the_key_gets_in_and_a_stranger_finds_nothing(
    look: Callable[[Cause], Seen], cause: Cause, thing: str, way: str, language: str
) -> None:
    seen, cell = look(cause), (thing, way, language)

    assert [told[cell][1] for told in seen.by_strangers] == [False] * len(seen.by_strangers)
    assert seen.by_holder is None or seen.by_holder[cell][0]


def test_every_cell_is_tried_or_left_out_for_a_reason() -> None:
    assert len(ALL_CELLS) == len(CAUSES) * len(THINGS) * len(WAYS) * len(LANGUAGES)
    assert sorted(map(str, [*CELLS, *LEFT_OUT])) == sorted(map(str, ALL_CELLS))
    assert all(LEFT_OUT.values())
