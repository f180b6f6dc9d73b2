"""Wrong codes are counted in the shared cache: per network address, and on the site as a whole."""

from __future__ import annotations

import math
import time

from allauth.core.internal import ratelimit
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

APP = "rost.documents"
OWN, LATELY, SITE = "wrong", "wrong_lately", "wrong_on_the_site"


def seconds_to_wait(request: HttpRequest) -> int:
    """How long this address has to wait before its next code is looked at; 0: it need not.

    When too many wrong codes come to the site from everywhere, only those who have sent one
    lately wait: whoever types a right code at once is never kept out by others.
    """
    own = waiting(request, OWN)
    if own:
        return own
    return waiting(request, SITE) if waiting(request, LATELY) else 0


def note_wrong(request: HttpRequest) -> None:
    for action in (OWN, LATELY, SITE):
        ratelimit.consume(
            request,
            app=APP,
            action=action,
            config=settings.CHECK_RATE_LIMITS,
            key="site",
            limit_get=True,
        )


def waiting(request: HttpRequest, action: str) -> int:
    """Seconds until the oldest counted try is forgotten, where no more are allowed now."""
    now, longest = time.time(), 0.0
    rates = ratelimit.get_rates(app=APP, action=action, config=settings.CHECK_RATE_LIMITS)
    for rate in rates:
        kept = ratelimit.get_cache_key(request, app=APP, action=action, rate=rate, key="site")
        tries = [at for at in cache.get(kept, []) if at > now - rate.duration]
        if len(tries) >= rate.amount:
            longest = max(longest, tries[rate.amount - 1] + rate.duration - now)
    return math.ceil(longest)
