from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "iclds.users"
    label = "users"
