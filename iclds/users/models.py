"""The people who work in the admin. Visitors have no accounts."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An editor. A model of our own from the first day, since it cannot be swapped in later."""
