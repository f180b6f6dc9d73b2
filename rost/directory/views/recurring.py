"""The administrator's page of recurring work: what comes round by itself and how it went."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rost.directory.queries.recurring import is_running, standings
from rost.directory.rules import SEE_RECURRING
from rost.directory.views.permits import needs, visitor_of


@require_safe
@never_cache
@needs(SEE_RECURRING)
def recurring(request: HttpRequest) -> HttpResponse:
    found = standings()
    running = is_running(found, visitor_of(request).now)
    return render(request, "directory/recurring.html", {"standings": found, "running": running})
