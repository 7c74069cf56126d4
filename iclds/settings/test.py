"""For the tests: as in production where visitors would notice, quick where they would not."""

import tempfile
from pathlib import Path

from iclds.background.limits import Limits
from iclds.settings.base import *  # noqa: F403
from iclds.settings.environment import env

DEBUG = False
SECRET_KEY = "only-for-tests-and-long-enough-to-satisfy-every-check-of-django"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
SITE_URL = WAGTAILADMIN_BASE_URL = "https://icld.example"
SITE_HOST = "icld.example"
_MEDIA = tempfile.TemporaryDirectory(prefix="icld-test-media-")  # gone with the test run
MEDIA_ROOT = Path(_MEDIA.name)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# What is sent by the site stays out of the outbox: the test runner of Django puts its own list in place of it.
MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
# An honest page takes a quarter of a second.
COVER_LIMITS = Limits(processor_seconds=1, wall_seconds=3, memory_bytes=256 * 1024**2, result_bytes=5_000_000)
# Browser tests compare what was typed with what was stored, so nothing is saved behind their back.
WAGTAIL_AUTOSAVE_INTERVAL = 0
# Two editors hear of each other within a second, so that no test waits ten.
WAGTAIL_EDITING_SESSION_PING_INTERVAL = 1_000

env.seal()
