from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "news"
    label = "news"

    def ready(self) -> None:
        """Connect what follows when pages move."""
        from news import signals  # noqa: F401 - importing it connects it
