"""How full the doors are now; the page asks for its own middle again, and is told «the same»."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rost.forum.models import Edition
from rost.forum.queries.attendance.desk import live_of, live_revision, moment_at_desk
from rost.forum.views.desk.doors import visitor_of

from .desk import keeper_page, page

EVERY = 15  # seconds


@require_safe
@keeper_page
def attendance(request: HttpRequest, edition: Edition) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return _middle(request, edition)
    live = live_of(edition, visitor_of(request).now)
    return page(request, edition, "live", _("At the doors"), {"live": live, "every": EVERY})


def _middle(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The same part of the same page, only when something has changed."""
    now = visitor_of(request).now
    revision = live_revision(edition, moment_at_desk(edition, now))
    name = f'"{settings.VERSION}-{get_language()}-{revision}"'
    response = get_conditional_response(request, etag=name)
    if response is None:
        context = {"edition": edition, "live": live_of(edition, now), "every": EVERY}
        response = render(request, "forum/attendance/parts/live.html", context)
    response.headers["ETag"] = name
    response.headers["Cache-Control"] = "private, no-cache"
    patch_vary_headers(response, ["HX-Request", "Cookie"])
    return response
