"""The door for the application server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iclds.settings.production")
application = get_wsgi_application()

from iclds.core.wagtail_threads import gather  # noqa: E402 - needs the apps, which stand only now

gather()
