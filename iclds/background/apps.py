from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class BackgroundConfig(AppConfig):
    name = "iclds.background"
    label = "background"

    def ready(self) -> None:
        """Every room's module `jobs`: what is due by the clock, and what jobs are called in words."""
        autodiscover_modules("jobs")
