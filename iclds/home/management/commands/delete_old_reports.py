from typing import Any

from django.core.management.base import BaseCommand

from iclds.home.models import AccessibilityReport


class Command(BaseCommand):
    help = "Delete reports on accessibility that are older than twelve months, as the statement says. For every night."

    def handle(self, *args: Any, **options: Any) -> None:
        deleted, _by_model = AccessibilityReport.objects.all().outdated().delete()
        self.stdout.write(f"Deleted {deleted} reports")
