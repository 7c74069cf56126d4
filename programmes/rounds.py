"""When applications are taken."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

CLOSING_SOON = timedelta(days=14)


class RoundState(models.TextChoices):
    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open")
    CLOSING_SOON = "closing-soon", _("Closing soon")
    CLOSED = "closed", _("Closed")


class HasTimes(Protocol):
    opens: datetime | None
    closes: datetime


Round = TypeVar("Round", bound=HasTimes)


def round_state(opens: datetime | None, closes: datetime, now: datetime) -> RoundState:
    """State of an application round at `now` (aware times). The closing moment is already closed.

    Where it is not known when a round opened, it counts as open until it closes.
    """
    if now >= closes:
        return RoundState.CLOSED
    if opens is not None and now < opens:
        return RoundState.PLANNED
    return RoundState.CLOSING_SOON if closes - now <= CLOSING_SOON else RoundState.OPEN


def coming_rounds(rounds: Iterable[Round], now: datetime) -> list[Round]:
    """Rounds that are open or planned, the one that closes first at the top."""
    return sorted((r for r in rounds if r.closes > now), key=lambda r: r.closes)


def past_rounds(rounds: Iterable[Round], now: datetime) -> list[Round]:
    """Rounds that have closed, the latest at the top."""
    return sorted((r for r in rounds if r.closes <= now), key=lambda r: r.closes, reverse=True)
