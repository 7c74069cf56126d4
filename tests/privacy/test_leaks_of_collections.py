"""The table can fail: with one guard taken away, the same look over a private collection reports the leak."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client

from tests.privacy.checker import look_over
from tests.privacy.leaks import OF_COLLECTIONS
from tests.privacy.table import Cause
from tests.privacy.world import World

CAUSE = Cause("password", "collection")


@pytest.mark.django_db
@pytest.mark.parametrize(("guard", "in_its_place", "cells"), OF_COLLECTIONS, ids=[leak[0] for leak in OF_COLLECTIONS])
def test_a_leak_is_found(
    guard: str, in_its_place: Any, cells: set[tuple[str, str]], world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, in_its_place)

    told = look_over(Client(), world, ["en"])

    assert {(thing, way) for (thing, way, _language), (_all, any_of_it) in told.items() if any_of_it} >= cells


@pytest.mark.django_db
def test_covers_that_are_not_forgotten_are_found(world: World) -> None:
    for address in world.halves["en"].old_cover_addresses:
        default_storage.save(address.removeprefix("/media/"), ContentFile(b"left behind"))

    told = look_over(Client(), world, ["en"])

    assert told["cover", "serving", "en"] == (True, True)
