from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "iclds.search"
    label = "search"
