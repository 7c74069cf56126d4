from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "iclds.home"
    label = "home"

    def ready(self) -> None:
        """Connect what follows when pages are published."""
        from iclds.home import signals  # noqa: F401 - importing it connects it
