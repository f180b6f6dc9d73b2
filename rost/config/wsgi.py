"""The WSGI application: the hall's answers first, then kept pages, Django behind them."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rost.config.settings")
django_application = get_wsgi_application()

from rost.config.halls import HallAnswers  # noqa: E402 needs the settings
from rost.config.kept import KeptPages  # noqa: E402

application = HallAnswers(KeptPages(django_application), django_application)
