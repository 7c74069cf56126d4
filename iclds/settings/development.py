"""For working on the site: debug pages, static files straight from the source, mail on the console of the worker."""

from iclds.settings.base import *  # noqa: F403
from iclds.settings.base import ALLOWED_HOSTS as BASE_ALLOWED_HOSTS
from iclds.settings.environment import env

DEBUG = True
SECRET_KEY = "only-for-development-and-never-for-a-site-that-others-can-reach"
ALLOWED_HOSTS = [*(BASE_ALLOWED_HOSTS or []), "testserver"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MAIL_TRANSPORT = "django.core.mail.backends.console.EmailBackend"

env.seal()
