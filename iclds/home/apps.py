from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "iclds.home"
    label = "home"
