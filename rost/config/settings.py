"""Settings, read from the environment; every default is safe, none is a secret.

The full list with meanings is in docs/settings.md; a test keeps the two in step.
"""

from __future__ import annotations

import sys
from typing import Any

import dj_database_url
import django.conf.locale

from rost import __version__
from rost.config.environment import BASE, HTTPS, SITE_URL, VAR, env, flag
from rost.config.environment import DEMO as DEMO  # a setting itself
from rost.config.secret import secret_key
from rost.config.sign_in import *  # noqa: F403 – settings of one subject, kept together

VERSION = __version__
DEBUG = flag("ROST_DEBUG")
ALLOWED_HOSTS = [h for h in env("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if h]
SECRET_KEY = env("SECRET_KEY") or secret_key(VAR)
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "rost.portal",
    "rost.live",
    "rost.forum",
    "rost.library",
    "rost.channels",
    "rost.documents",
    "rost.catalogue",
    "rost.directory",
    "rost.ui",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "rost.ui.middleware.safety_headers",
    "rost.config.logs.access_log",
    "rost.ui.middleware.Compress",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "rost.directory.middleware.visitor_middleware",
    "rost.ui.middleware.no_zero_bytes",
    "rost.ui.middleware.nothing_lost",
    "rost.ui.middleware.refusals",
]

ROOT_URLCONF = "rost.config.urls"
WSGI_APPLICATION = "rost.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "rost.ui.forms.Renderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rost.ui.context.page",
            ],
            "builtins": ["rost.ui.templatetags.ui", "django.templatetags.i18n"],
        },
    }
]

# -- Data ------------------------------------------------------------------------------------
DATABASE_URL = env("DATABASE_URL", f"sqlite:///{VAR / 'rost.sqlite3'}")
DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(DATABASE_URL, conn_max_age=600, conn_health_checks=True)
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = False
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
            "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8000;"
        ),
    }
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},  # rate limits live here: none may be pushed out early
    }
}
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "long"],
    }
}
MEDIA_ROOT = VAR / "media"
MEDIA_URL = "/media/"
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
READER_ROOT = VAR / "reader"  # the reader of square codes, fetched by `prepare`
STATICFILES_DIRS = [("reader", READER_ROOT)]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "rost.config.static_files.Storage"},
}
WHITENOISE_MAX_AGE = 31_536_000
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # every address names the content: half to compress
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
UPLOAD_LIMIT = 10 * 1024 * 1024  # bytes of one uploaded list or file

# -- Language and time -----------------------------------------------------------------------
LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", "Русский"), ("ba", "Башҡортса"), ("en", "English")]
django.conf.locale.LANG_INFO["ba"] = {
    "bidi": False,
    "code": "ba",
    "name": "Bashkir",
    "name_local": "башҡортса",
}
LOCALE_PATHS = [BASE / "locale"]
FORMAT_MODULE_PATH = ["rost.ui.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env("TIME_ZONE", "Asia/Yekaterinburg")

# -- People and sign-in ----------------------------------------------------------------------
AUTH_USER_MODEL = "directory.Person"
SILENCED_SYSTEM_CHECKS = [
    "auth.W004",  # e-mail is unique by a constraint on its lower case
    "staticfiles.W004",  # the reader is there only where npm could fetch it
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

# -- Mail ------------------------------------------------------------------------------------
EMAIL_HOST = env("EMAIL_HOST")
EMAIL_PORT = int(env("EMAIL_PORT", "587"))
EMAIL_HOST_USER = env("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = flag("EMAIL_USE_TLS", default=True)
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", "rost@localhost")
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = VAR / "mail"

# -- Transport -------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("BEHIND_PROXY") else None
X_FRAME_OPTIONS = "DENY"

# -- Logs ------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "rost.config.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": env("LOG_LEVEL", "WARNING")},
    "loggers": {
        "rost": {"level": env("LOG_LEVEL", "INFO")},
        "django.request": {"level": "ERROR"},
    },
}

TESTING = "pytest" in sys.modules
