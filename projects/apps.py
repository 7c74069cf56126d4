from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "projects"
    label = "projects"

    def ready(self) -> None:
        """Connect what follows when projects change."""
        from projects import signals  # noqa: F401 - importing it connects it
