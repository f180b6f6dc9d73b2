"""After the session: every question with what became of it, every poll with what it came to."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rost.live.messages.polls import drawn
from rost.live.queries.archive import archive_of
from rost.live.queries.doors import Hall

from .doors import hall_page


@require_safe
@hall_page
def archive(request: HttpRequest, hall: Hall) -> HttpResponse:
    found = archive_of(hall.floor.session)
    context = {
        "hall": hall,
        "archive": found,
        "answered": [one for one in found.questions if one.state != "shown"],
        "open": [one for one in found.questions if one.state == "shown"],
        "polls": [drawn(one) for one in found.polls],
    }
    response = render(request, "live/hall/archive.html", context)
    response.headers["Cache-Control"] = "no-cache"
    return response
