"""The first account of a new installation."""

import secrets

from iclds.users.models import User

NAME = "admin"


def make_first_administrator() -> str | None:
    """Make an administrator with a random password where there is no account at all; the password, or None."""
    if User.objects.exists():
        return None
    password = secrets.token_urlsafe(12)
    User.objects.create_superuser(NAME, email="", password=password)
    return password
