"""Asks other sites whether the pages that we link to are still there: a few at a time, and never one site too often."""

import datetime
import hashlib
import ipaddress
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from enum import IntEnum
from http.client import HTTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri, punycode

TIMEOUT = 10
SECONDS_BETWEEN = 1.0
MOST_A_NIGHT = 500
# Answers of sites that do not let programs in, or not just now: they say nothing about the page.
SAYS_NOTHING = {401, 403, 405, 406, 429, 451, 501, 503, 999}


class Answer(IntEnum):
    """What stands for the status of an address where there is none to speak of."""

    WELL = 0
    NOBODY = -1


# An address and the method to ask it by.
Ask = Callable[[str, str], int]


def ask(address: str, method: str) -> int:
    """The status that an address answers with, after redirects; `Answer.WELL` for what lies in a private network.

    Raises OSError where nobody answers, and ValueError or HTTPException where what answers makes no sense.
    """
    if not is_outside(urlsplit(address).hostname or ""):
        return Answer.WELL
    agent = f"ICLD link checker (+{settings.SITE_URL})"
    request = urllib.request.Request(in_ascii(address), headers={"User-Agent": agent}, method=method)  # noqa: S310
    try:
        with urllib.request.build_opener(OpenWebOnly).open(request, timeout=TIMEOUT) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


class OpenWebOnly(urllib.request.HTTPRedirectHandler):
    """Follows a redirect by the same method, and only to where a link may be asked at all."""

    def redirect_request(self, request, answer, code, message, headers, address):  # type: ignore[no-untyped-def]
        if not may_be_asked(address) or not is_outside(urlsplit(address).hostname or ""):
            return None
        following = super().redirect_request(request, answer, code, message, headers, address)
        if following is not None:
            following.method = request.get_method()
        return following


def is_outside(host: str) -> bool:
    """Whether all that a host name stands for lies in the open internet. Raises OSError for a name that nobody has."""
    found = {str(entry[4][0]).partition("%")[0] for entry in socket.getaddrinfo(host, None)}
    return all(ipaddress.ip_address(number).is_global for number in found)


def in_ascii(address: str) -> str:
    """An address as it goes over the wire: å and spaces in the path by per cent, in the host as IDNA (RFC 3987, 3.1).

    Raises ValueError for a host or port that can be none.
    """
    parts = urlsplit(address)
    host = punycode(parts.hostname or "")
    port = f":{parts.port}" if parts.port else ""
    return iri_to_uri(
        parts._replace(netloc=f"[{host}]{port}" if ":" in host else f"{host}{port}", fragment="").geturl()
    )


def may_be_asked(address: str) -> bool:
    """Whether an address looks like one of the open web: http, a host with a dot, and no number of a private network.

    What its name stands for is known only when it is asked (`is_outside`).
    """
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
    """At most `most` of the addresses, the next ones every day, so that all have their turn."""
    ordered = sorted({address for address in addresses if may_be_asked(address)}, key=_shuffled)
    start = today.toordinal() * most % len(ordered) if ordered else 0
    return (ordered[start:] + ordered[:start])[:most]


def faults(addresses: Iterable[str], ask: Ask = ask, wait: Callable[[float], None] = time.sleep) -> dict[str, int]:
    """The status of each of these addresses that is a fault, `Answer.NOBODY`, or `Answer.WELL`.

    One request at a time, and a pause before the same host is asked again. A fault has to show twice: to HEAD, which
    some sites do not know, and to GET, of which only the head is read.
    """
    found: dict[str, int] = {}
    last_host = ""
    for address in sorted(addresses, key=_shuffled):
        host = urlsplit(address).hostname or ""
        if host == last_host:
            wait(SECONDS_BETWEEN)
        last_host = host
        found[address] = _fault(address, "HEAD", ask)
        if found[address]:
            wait(SECONDS_BETWEEN)
            found[address] = _fault(address, "GET", ask)
    return found


def _shuffled(address: str) -> str:
    """A place in an order where addresses of one host seldom follow each other."""
    return hashlib.sha256(address.encode()).hexdigest()


def _fault(address: str, method: str, ask: Ask) -> int:
    try:
        status = ask(address, method)
    except (OSError, HTTPException, ValueError):
        return Answer.NOBODY
    return Answer.WELL if status < 400 or status in SAYS_NOTHING else status
