from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "iclds.core"
    label = "core"

    def ready(self) -> None:
        """Connect what follows when documents change, and part what threads must not share."""
        from iclds.core import privacy_signals, signals  # noqa: F401 - importing them connects them
        from iclds.core.wagtail_threads import part_requests

        part_requests()
