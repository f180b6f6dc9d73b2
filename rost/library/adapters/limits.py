"""How often one address may have papers made: they take a quarter of a second each."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.http import HttpRequest

APP, ACTION = "rost.library", "papers"
RATES = {ACTION: "30/m/ip"}


def may_make(request: HttpRequest) -> bool:
    used = ratelimit.consume(
        request, app=APP, action=ACTION, config=RATES, key="site", limit_get=True
    )
    return used is not None
