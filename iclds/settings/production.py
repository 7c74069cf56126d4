"""As visitors meet the site: no debug pages, hardened when the public address is https.

`make run` starts the same settings on http://127.0.0.1, where secure cookies and HSTS would lock everybody out;
so the scheme of SITE_URL decides, and nothing else has to be remembered.
"""

from iclds.settings.base import *  # noqa: F403
from iclds.settings.base import SITE_URL
from iclds.settings.environment import env, secret

DEBUG = False
SECRET_KEY = secret("SECRET_KEY")

HTTPS = (SITE_URL or "").startswith("https://")
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL else []
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
# Only behind a proxy that sets X-Forwarded-Proto itself: otherwise a visitor could claim https.
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Without EMAIL_HOST mails wait, and the admin's first screen says so. They never go to the log, which more people read
# than the mailbox of whoever asked for a new password.
if EMAIL_HOST := env.str("EMAIL_HOST", default=""):
    MAIL_TRANSPORT = "iclds.mail.smtp.EmailBackend"
    EMAIL_PORT = env.int("EMAIL_PORT", default=587)
    EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", default="")
    EMAIL_HOST_PASSWORD = secret("EMAIL_HOST_PASSWORD") if EMAIL_HOST_USER else ""
    EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=True)

env.seal()
