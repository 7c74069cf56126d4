"""How long a mail is tried, and how often."""

import datetime

MINUTES = (1, 2, 5, 10, 15)
TRIED_FOR = datetime.timedelta(days=3)

# What was sent or dropped has no text any more. What was given up keeps it, so that it can still be sent.
ENDED_KEPT = datetime.timedelta(days=30)
GIVEN_UP_KEPT = datetime.timedelta(days=90)


def pause_after(tries: int) -> datetime.timedelta:
    """How long to wait after so many tries (1 or more) have failed."""
    return datetime.timedelta(minutes=MINUTES[min(tries, len(MINUTES)) - 1])
