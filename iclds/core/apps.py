from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "iclds.core"
    label = "core"
