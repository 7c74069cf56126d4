"""Settings that hold everywhere; development.py, production.py and test.py add what differs by place."""

from urllib.parse import urlsplit

from environs import validate

from iclds.background.limits import Limits
from iclds.settings.environment import BASE_DIR, env, is_site_url

# -- What differs by place: every variable stands in docs/deployment.md ---------------------------------------

# All that the site itself writes: database, uploads, collected static files, cache.
DATA_DIR = env.path("DATA_DIR", default=BASE_DIR / "var")
DATABASES = {
    "default": env.dj_db_url(
        "DATABASE_URL", default=f"sqlite:///{DATA_DIR}/db.sqlite3", conn_max_age=60, conn_health_checks=True
    )
}
# The one public address: canonical links, feeds, mails and the sitemap are written with it.
SITE_URL = (env.str("SITE_URL", default="http://127.0.0.1:8000", validate=is_site_url) or "").rstrip("/")
SITE_HOST = urlsplit(SITE_URL).hostname or "localhost"
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[SITE_HOST, "127.0.0.1", "localhost"])
LOG_LEVEL = env.str("LOG_LEVEL", default="INFO", validate=validate.OneOf(["DEBUG", "INFO", "WARNING", "ERROR"]))
# False where a web server in front serves /media/ from the disk (deploy/).
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=True)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="partnership@icld.se")

if DATABASES["default"] and DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Readers never wait for the editor who saves, and a writer waits instead of failing. The file is read through the
    # system's memory, which all processes share: SQLite's own holds 2 MB, less than a list of ten thousand.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": f"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size={128 * 1024**2};",
    }

# -- Applications ---------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "iclds.users",
    "iclds.background",
    "iclds.core",
    "iclds.mail",
    "iclds.search",
    "iclds.registers",
    "programmes",
    "projects",
    "news",
    "iclds.home",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "django_tasks",
    "django_tasks_db",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Django masks its form tokens (against BREACH), and no page repeats what a visitor typed beside a secret.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "iclds.core.middleware.LanguageFromPath",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "iclds.core.middleware.KnowTheViewer",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "iclds.core.middleware.ContentSecurityPolicy",
    "iclds.core.middleware.RefuseBrokenAddresses",
    "iclds.core.middleware.RedirectsToWhatMayBeSeen",
]

ROOT_URLCONF = "iclds.urls"
WSGI_APPLICATION = "iclds.wsgi.application"
AUTH_USER_MODEL = "users.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_NAME = "icld_session"
X_FRAME_OPTIONS = "SAMEORIGIN"  # the admin's preview shows the site in a frame
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # which asks for DENY

# -- Languages and time ---------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("sv", "Svenska")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("sv", "Svenska")]
LOCALE_PATHS = [BASE_DIR / "iclds" / "locale"]
FORMAT_MODULE_PATH = ["iclds.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"
# Editors see and set every time in Stockholm time, whatever their computer says (case D08).
WAGTAIL_USER_TIME_ZONES = ["Europe/Stockholm"]

# -- Files ----------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static" if DATA_DIR else None
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media" if DATA_DIR else None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "iclds.core.static_files.SiteStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_PERMISSIONS = 0o644

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "cache" if DATA_DIR else "",
        "OPTIONS": {"MAX_ENTRIES": 5_000},
    }
}

# -- Work outside a request --------------------------------------------------------------------------------------

# Wagtail's own tasks (search and reference index, deleting files) are done at once: on a queue, search would lag.
# Ours wait in the database, written in the transaction that causes them, for `manage.py work`.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "jobs": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["quick", "slow"]},
}

# -- Mail -------------------------------------------------------------------------------------------------------

# Every mail, Wagtail's and Django's too, is stored in the transaction that causes it; the worker sends it.
EMAIL_BACKEND = "iclds.mail.backend.OutboxBackend"
# The e-mail backend by which the worker sends; none where no mail server is set, and mails wait.
MAIL_TRANSPORT = ""
# Seconds: for one step of SMTP, for one mail in all, and for one run, since publishing by the clock waits for it.
MAIL_TIMEOUT = 10
MAIL_SECONDS = 30
MAIL_RUN_SECONDS = 20

# What the drawing of a PDF's first page may use (iclds.core.cover_making). A scan of A4 takes a second or two, and at
# 1200 dots an inch a quarter of a gigabyte; the picture that comes of it is below one megabyte.
COVER_LIMITS = Limits(processor_seconds=20, wall_seconds=30, memory_bytes=512 * 1024**2, result_bytes=5_000_000)

# -- Wagtail --------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "ICLD"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "iclds.mail.password_reset.PasswordResetForm"  # noqa: S105 - a path
WAGTAIL_I18N_ENABLED = True
WAGTAILSIMPLETRANSLATION_SYNC_PAGE_TREE = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_AUTO_UPDATE_PREVIEW_INTERVAL = 500
WAGTAIL_AUTOSAVE_INTERVAL = 2_000
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "iclds.search.backend"}}

WAGTAILIMAGES_IMAGE_MODEL = "core.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "iclds.core.image_forms.SiteImageForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
# 60 million pixels need about 180 MB while a rendition is made; every current phone stays below it (case D14).
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
# Chosen by looking: drawn pictures show no difference to 80, at half the bytes.
WAGTAILIMAGES_AVIF_QUALITY = 50
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "gif"]

WAGTAILDOCS_DOCUMENT_MODEL = "core.SiteDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "iclds.core.document_forms.SiteDocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf", "text/plain"]

WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}

# Choices that a visitor reads, in both languages: how a list of a given size is cut into pages.
PROJECTS_PER_PAGE = 24
NEWS_PER_PAGE = 12
SEARCH_RESULTS_PER_PAGE = 20

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL or "INFO"},
    # They tell of every saved page and its index entry; who did what stands in the admin's own history.
    "loggers": {"django_tasks": {"level": "WARNING"}, "wagtail": {"level": "WARNING"}},
}
