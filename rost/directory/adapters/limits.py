"""Limits on how often one address or person may try a key; counted in the shared cache."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest


def within_limit(request: HttpRequest, action: str) -> bool:
    """Count one try and tell whether it is still allowed.

    `action` is `link`, `code`, `issue`, `invitation` or `door`.
    """
    usage = ratelimit.consume(
        request, app="rost.directory", action=action, config=settings.SIGN_IN_KEY_RATE_LIMITS
    )
    return usage is not None
