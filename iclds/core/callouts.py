"""How urgent a callout is, on one page or on many."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CalloutKind(models.TextChoices):
    NOTE = "note", _("Good to know")
    IMPORTANT = "important", _("Important")
