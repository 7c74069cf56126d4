from typing import Any

from django.core.management.base import BaseCommand, CommandError

from iclds.home.loader import ContentError, load_content


class Command(BaseCommand):
    help = (
        "Load the first content in both languages from iclds/home/content. Makes what is missing and leaves what is "
        "there as it is, so it is safe to run as often as you like."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_content(report=self.stdout.write)
        except ContentError as error:
            raise CommandError(f"Nothing was loaded. {error}") from error
        self.stdout.write(f"Made {loaded.projects} projects and {loaded.pages} pages")
