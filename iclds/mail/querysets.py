"""Selections of the outbox."""

import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest

from iclds.mail.pauses import ENDED_KEPT, GIVEN_UP_KEPT
from iclds.mail.states import State


class OutgoingMailQuerySet(models.QuerySet[Any]):
    def waiting(self) -> Self:
        return self.filter(state=State.WAITING)

    def given_up(self) -> Self:
        return self.filter(state=State.GIVEN_UP)

    def unsent(self) -> Self:
        """What may still be sent, by itself or by hand."""
        return self.filter(state__in=[State.WAITING, State.GIVEN_UP])

    def due(self, now: datetime.datetime) -> Self:
        """What is to be tried now, the oldest first of those tried equally often: none stands in the others' way."""
        return self.waiting().filter(next_try_at__lte=now).order_by("tries", "pk")

    def kept_too_long(self, now: datetime.datetime) -> Self:
        given_up = Q(state=State.GIVEN_UP, ended_at__lt=now - GIVEN_UP_KEPT)
        return self.filter(given_up | Q(state__in=[State.SENT, State.DROPPED], ended_at__lt=now - ENDED_KEPT))

    def with_next_try(self, servers: "models.QuerySet[Any, Any]") -> Self:
        """Adds `next_try`: when it will be tried, given when the server will be; None for what will not be."""
        moment = Greatest(F("next_try_at"), Coalesce(Subquery(servers), F("next_try_at")))
        waits = When(state=State.WAITING, then=moment if settings.MAIL_TRANSPORT else Value(None))
        return self.annotate(next_try=Case(waits, default=None, output_field=models.DateTimeField()))
