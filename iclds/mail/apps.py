from django.apps import AppConfig
from django.conf import settings
from django.core.mail.utils import DNS_NAME
from django.utils.encoding import punycode


class MailConfig(AppConfig):
    name = "iclds.mail"
    label = "mail"

    def ready(self) -> None:
        # Django names itself to mail servers by this, and would ask DNS for it, which may take minutes to say nothing.
        DNS_NAME._fqdn = punycode(settings.SITE_HOST)

        from iclds.mail.notifications import take_wagtails_place

        take_wagtails_place()
