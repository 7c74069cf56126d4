"""Asks other sites whether the pages that we link to are still there: a few at a time, and never one site too often."""

import datetime
import hashlib
import ipaddress
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from enum import IntEnum
from http.client import HTTPException
from urllib.parse import urlsplit

from django.conf import settings

TIMEOUT = 10
SECONDS_BETWEEN = 1.0
MOST_A_NIGHT = 500
# Answers of sites that do not let programs in, or not just now: they say nothing about the page.
SAYS_NOTHING = {401, 403, 405, 406, 429, 451, 501, 503, 999}


class Answer(IntEnum):
    """What stands for the status of an address where there is none to speak of."""

    WELL = 0
    NOBODY = -1


Ask = Callable[[str], int]


def ask(address: str) -> int:
    """The status that an address answers with, after redirects.

    Raises OSError where nobody answers, and ValueError or HTTPException where what answers makes no sense.
    """
    agent = f"ICLD link checker (+{settings.SITE_URL})"
    request = urllib.request.Request(address, headers={"User-Agent": agent}, method="HEAD")  # noqa: S310 - may_be_asked
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310 - may_be_asked
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def may_be_asked(address: str) -> bool:
    """Whether an address is one of the open web: http, a host with a dot, and no number of a private network."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"} or "." not in host:
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return True


def tonights(addresses: Iterable[str], today: datetime.date, most: int = MOST_A_NIGHT) -> list[str]:
    """At most `most` of the addresses, others every day, so that all have their turn."""

    def turn(address: str) -> str:
        return hashlib.sha256(f"{today}{address}".encode()).hexdigest()

    return sorted({address for address in addresses if may_be_asked(address)}, key=turn)[:most]


def faults(addresses: Iterable[str], ask: Ask = ask, wait: Callable[[float], None] = time.sleep) -> dict[str, int]:
    """The status of each of these addresses that is a fault, `Answer.NOBODY`, or `Answer.WELL`.

    One request at a time, and a pause before the same host is asked again. A fault has to show twice.
    """
    found: dict[str, int] = {}
    last_host = ""
    for address in sorted(addresses, key=lambda address: hashlib.sha256(address.encode()).hexdigest()):
        host = urlsplit(address).hostname or ""
        if host == last_host:
            wait(SECONDS_BETWEEN)
        last_host = host
        found[address] = _fault(address, ask)
        if found[address]:
            wait(SECONDS_BETWEEN)
            found[address] = _fault(address, ask)
    return found


def _fault(address: str, ask: Ask) -> int:
    try:
        status = ask(address)
    except (OSError, HTTPException, ValueError):
        return Answer.NOBODY
    return Answer.WELL if status < 400 or status in SAYS_NOTHING else status
