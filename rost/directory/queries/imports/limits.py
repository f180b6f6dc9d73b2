"""How large a list may be."""

from __future__ import annotations

from django.conf import settings

from rost.core.tables import Limits


def limits() -> Limits:
    """The largest list that is read; the classifier of the whole country has 24 000 lines."""
    return Limits(size=settings.UPLOAD_LIMIT, rows=30_000)
