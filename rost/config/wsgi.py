"""The WSGI application: kept pages first, Django behind them."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rost.config.settings")
django_application = get_wsgi_application()

from rost.config.kept import KeptPages  # noqa: E402 needs the settings

application = KeptPages(django_application)
