from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "iclds.core"
    label = "core"

    def ready(self) -> None:
        """Connect what follows when documents change."""
        from iclds.core import signals  # noqa: F401 - importing it connects it
