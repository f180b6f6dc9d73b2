"""Settings, read from the environment; every default is safe, none is a secret.

The full list with meanings is in docs/settings.md; a test keeps the two in step.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import dj_database_url
import django.conf.locale

from rost import __version__
from rost.config.secret import secret_key

BASE = Path(__file__).resolve().parents[2]


def env(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    value = env(name).lower()
    return default if not value else value in {"1", "yes", "true", "on"}


VERSION = __version__
VAR = Path(env("ROST_VAR", str(BASE / "var")))
DEMO = flag("ROST_DEMO")
DEBUG = flag("ROST_DEBUG")
SITE_URL = env("SITE_URL", "http://localhost:8000").rstrip("/")
ALLOWED_HOSTS = [h for h in env("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if h]
SECRET_KEY = env("SECRET_KEY") or secret_key(VAR)
HTTPS = SITE_URL.startswith("https://")
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
        "QUEUES": ["default"],
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
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:my_page"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_CHANGE_EMAIL = True  # one address a person; a new one replaces the old when confirmed
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_FORMAT
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # slow mail, slow line
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_TIMEOUT = 30 * 60
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "rost.directory.adapters.account.AccountAdapter"
ACCOUNT_USER_DISPLAY = "rost.directory.adapters.account.display_name"
ACCOUNT_FORMS = {
    "request_login_code": "rost.directory.forms.account.RequestCodeForm",
    "confirm_login_code": "rost.directory.forms.account.LoginCodeForm",
    "confirm_email_verification_code": "rost.directory.forms.account.EmailCodeForm",
    "signup": "rost.directory.forms.account.SignUpForm",
    "add_email": "rost.directory.forms.account.NewEmailForm",
}
# A hall of delegates, and a mobile operator, stand behind one address: the limits that
# stop guessing are those per e-mail address and per person.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "signup": "60/m/ip",
    "request_login_code": "60/m/ip,3/m/key,20/d/key",
    "login_failed": "30/m/ip,5/300s/key",
    "confirm_email": "1/10s/key,20/d/key",
    "manage_email": "10/m/user",
    "reauthenticate": "10/m/user",
}
SIGN_IN_KEY_RATE_LIMITS = {
    "link": "60/m/ip",
    "code": "20/m/ip,200/d/ip",
    "issue": "30/h/user",
    "door": "60/m/ip",  # telephones opening a pass; all of them may stand behind one address
}
# Wrong codes on the check page of documents; reasons in docs/decisions/check-page.md.
CHECK_RATE_LIMITS = {
    "wrong": "20/10m/ip,100/d/ip",
    "wrong_lately": "1/h/ip",
    "wrong_on_the_site": "300/h/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if flag("BEHIND_PROXY") else 0
MFA_FORMS = {
    "add_webauthn": "rost.directory.forms.account.NewPasskeyForm",
    "edit_webauthn": "rost.directory.forms.account.PasskeyNameForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = SITE_URL.startswith("http://localhost")
MFA_ALLOW_UNVERIFIED_EMAIL = True  # whoever came by a key was known to the one who gave it
MFA_TOTP_ISSUER = "Рост"
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
USERSESSIONS_TRACK_ACTIVITY = False
STAFF_SECOND_FACTOR = not DEMO  # staff roles count only after a second factor
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_ADAPTER = "rost.directory.adapters.social.SocialAccountAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form may not be sent beyond this site, a link may lead there
SOCIALACCOUNT_EMAIL_VERIFICATION = "mandatory"
# The operator has chosen the service: an address it has verified finds the person who has it.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if env("OIDC_SERVER_URL"):
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [
            {
                "provider_id": "oidc",
                "name": env("OIDC_NAME", "OIDC"),
                "client_id": env("OIDC_CLIENT_ID"),
                "secret": env("OIDC_CLIENT_SECRET"),
                "settings": {"server_url": env("OIDC_SERVER_URL")},
            }
        ]
    }
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "rost.ui.errors.csrf_failure"

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
