"""Whether a form was sent from the site itself, told by the headers that browsers set and no page can.

In place of Django's CSRF token where there is no cookie yet: the token needs one, and this site sets none before a
visitor has given a password.
"""

from urllib.parse import urlsplit

from django.http import HttpRequest


def came_from_here(request: HttpRequest) -> bool:
    """Sec-Fetch-Site where the browser sends it, otherwise Origin, otherwise Referer; False where it sends none.

    Every browser of this decade sends Origin with a posted form (Fetch standard, 3.2).
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    address = request.headers.get("Origin") or request.headers.get("Referer")
    try:
        return address is not None and urlsplit(address).netloc == request.get_host()
    except ValueError:  # such as a bracket that is not closed
        return False
