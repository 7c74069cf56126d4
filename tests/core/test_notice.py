"""A notice stands above every page from its start to its end, in the reader's language."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from iclds.core.models import SiteSettings
from iclds.core.notices import stands_now
from tests.admin.editing import errors, send
from tests.little_site import LittleSite
from tests.visiting import Visit

HOUR = datetime.timedelta(hours=1)


def put_up(**fields: Any) -> None:
    settings = SiteSettings.load()
    for name, value in fields.items():
        setattr(settings, f"notice_{name}", value)
    settings.save()


def notices(visit: Visit, address: str = "/en/") -> list[str]:
    return visit(address).texts(".notice")


def test_a_site_without_a_notice_has_none(site: LittleSite, visit: Visit) -> None:
    assert notices(visit) == []


def test_every_page_tells_it_in_the_readers_language(site: LittleSite, visit: Visit) -> None:
    put_up(en="The office is closed.", sv="Kontoret är stängt.")

    for address in ("/en/", "/en/news/", "/en/projects/", "/en/search/"):
        assert notices(visit, address) == ["The office is closed."]
    assert notices(visit, "/sv/nyheter/") == ["Kontoret är stängt."]


def test_where_one_language_is_missing_the_other_is_told_and_marked(site: LittleSite, visit: Visit) -> None:
    put_up(sv="Kontoret är stängt.")

    screen = visit("/en/")

    assert screen.texts(".notice") == ["Kontoret är stängt."]
    assert screen.reading.attributes(".notice__text", "lang") == ["sv"]


def test_markup_is_shown_as_typed_and_addresses_are_links(site: LittleSite, visit: Visit) -> None:
    put_up(en="<b>See</b> https://icld.se/closed")

    screen = visit("/en/")

    assert screen.texts(".notice") == ["<b>See</b> https://icld.se/closed"]
    assert screen.reading.attributes(".notice a", "href") == ["https://icld.se/closed"]


@pytest.mark.parametrize(
    ("starts", "ends", "stands"),
    [
        pytest.param(None, None, True, id="no limits"),
        pytest.param(-HOUR, HOUR, True, id="between"),
        pytest.param(HOUR, None, False, id="not yet"),
        pytest.param(None, -HOUR, False, id="no more"),
    ],
)
def test_it_stands_between_its_ends(
    starts: datetime.timedelta | None, ends: datetime.timedelta | None, stands: bool, site: LittleSite, visit: Visit
) -> None:
    now = timezone.now()
    put_up(
        en="The office is closed.",
        starts=None if starts is None else now + starts,
        ends=None if ends is None else now + ends,
    )

    assert bool(notices(visit)) is stands


def test_the_last_moment_is_out() -> None:
    now = timezone.now()

    assert stands_now(now, now + HOUR, now)
    assert not stands_now(now - HOUR, now, now)


def test_a_notice_cannot_end_before_it_starts(site: LittleSite, editor: Client) -> None:
    address = reverse("wagtailsettings:edit", args=["core", "sitesettings", SiteSettings.load().pk])

    answer = send(editor, address, notice_en="Closed", notice_starts="2027-01-07 12:00", notice_ends="2027-01-06 12:00")

    assert list(errors(answer)) == ["notice_ends"]


@pytest.fixture
def editor(publisher: Any, log_in: Any) -> Client:
    browser: Client = log_in(publisher)
    return browser
