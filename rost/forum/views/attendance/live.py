"""How full the doors are now; the page asks for its own middle again, and is told «the same»."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
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
    """The same part of the same page; nothing at all while it is as the asker has it.

    The asker names what it has in the address and not by an ETag, because browsers are told to
    keep nothing of the desk.
    """
    now = visitor_of(request).now
    if request.GET.get("seen") == live_revision(edition, moment_at_desk(edition, now)):
        return HttpResponse(status=204)
    context = {"edition": edition, "live": live_of(edition, now), "every": EVERY}
    return render(request, "forum/attendance/parts/live.html", context)
