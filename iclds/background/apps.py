from django.apps import AppConfig


class BackgroundConfig(AppConfig):
    name = "iclds.background"
    label = "background"
