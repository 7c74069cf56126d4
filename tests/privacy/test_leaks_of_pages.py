"""The table can fail: with one guard taken away, the same look over a site with private pages reports the leak."""

from typing import Any

import pytest
from django.test import Client

from tests.privacy.checker import look_over
from tests.privacy.leaks import OF_COLLECTIONS, OF_PAGES
from tests.privacy.table import WAYS, Cause
from tests.privacy.world import World

CAUSE = Cause("password", "page")


@pytest.mark.django_db
@pytest.mark.parametrize(("guard", "in_its_place", "cells"), OF_PAGES, ids=[leak[0] for leak in OF_PAGES])
def test_a_leak_is_found(
    guard: str, in_its_place: Any, cells: set[tuple[str, str]], world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, in_its_place)

    told = look_over(Client(), world, ["en"])

    assert {(thing, way) for (thing, way, _language), (_all, any_of_it) in told.items() if any_of_it} >= cells


def test_a_leak_is_planted_in_every_way() -> None:
    assert {way for _guard, _place, cells in [*OF_PAGES, *OF_COLLECTIONS] for _thing, way in cells} == set(WAYS)
