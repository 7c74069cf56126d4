"""One look over the site for each cause of privacy, which all cells of that cause share."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache as remember
from io import BytesIO
from typing import Any
from unittest import mock

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import translation
from PIL import Image

from iclds.core.models import SiteImage
from tests.little_site import LittleSite
from tests.privacy.checker import Told, holder_of_the_key, look_over, strangers
from tests.privacy.table import Cause
from tests.privacy.world import World, make_world


@dataclass(frozen=True)
class Seen:
    """What strangers are told of, and the holder of the key (nobody, where a state is the cause)."""

    by_strangers: list[Told]
    by_holder: Told | None


@pytest.fixture(scope="module", autouse=True)
def _quick_renditions() -> Iterator[None]:
    """A rendition of one pixel: here it counts where the pictures are, and drawing them takes most of the time."""
    pixel = BytesIO()
    Image.new("RGB", (1, 1)).save(pixel, "JPEG")

    def make(self: SiteImage, filter: Any, *, source: Any = None) -> ContentFile:
        stem = os.path.splitext(os.path.basename(self.file.name))[0]
        return ContentFile(pixel.getvalue(), name=f"{stem}.{filter.spec.replace('|', '.')}.jpg")

    with mock.patch.object(SiteImage, "generate_rendition_file", make):
        yield


@pytest.fixture(scope="module")
def look(_site_of_the_file: LittleSite, django_db_blocker: Any) -> Callable[[Cause], Seen]:
    @remember
    def look_at(cause: Cause) -> Seen:
        with django_db_blocker.unblock(), transaction.atomic(), translation.override("en"):
            world = make_world(_site_of_the_file, cause)
            told = [look_over(client, world) for client in strangers(world)]
            seen = Seen(told, look_over(holder_of_the_key(world), world) if cause.key else None)
            transaction.set_rollback(True)
        cache.clear()
        return seen

    return look_at


@pytest.fixture(scope="module")
def world(request: pytest.FixtureRequest, _site_of_the_file: LittleSite, django_db_blocker: Any) -> Iterator[World]:
    """The world of the file's CAUSE."""
    with django_db_blocker.unblock(), transaction.atomic():
        with translation.override("en"):
            made = make_world(_site_of_the_file, request.module.CAUSE)
        yield made
        transaction.set_rollback(True)
