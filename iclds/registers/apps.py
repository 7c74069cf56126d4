from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "iclds.registers"
    label = "registers"
