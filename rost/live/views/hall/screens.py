"""What the projector shows: who speaks, how to join, what is asked, what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from rost.forum.queries.programme_page import place_name
from rost.live.messages.polls import drawn
from rost.live.queries.doors import Hall
from rost.live.queries.hall import HallState, ShownQuestion, hall_state
from rost.live.rules.hours import Standing

from .doors import hall_page, kept_page, visitor_of

LOOKS = {"dark", "light"}
BESIDE_CURRENT, ALONE, BESIDE_POLL = 4, 6, 3  # questions that the back row can still read
STEPS = ((240, "xl"), (120, "l"), (60, "m"))  # signs after which the letters are smaller
MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Line:
    question: ShownQuestion
    size: str


@require_safe
@hall_page
def screen(request: HttpRequest, hall: Hall) -> HttpResponse:
    state = hall_state(hall)
    address = settings.SITE_URL + reverse("live:hall", args=[hall.edition.slug, hall.planned.code])
    standing = hall.standing(visitor_of(request).now)
    look = request.GET.get("look", "")
    context = {
        "hall": hall,
        "look": look if look in LOOKS else "",
        "where": place_name(hall.published, hall.planned),
        "join": standing in (Standing.OPEN, Standing.EARLY),
        "standing": standing,
        "code": square_code(address),
        "address": address.partition("://")[2].rstrip("/"),
        "state": state,
        "poll": drawn(state.poll) if state.poll is not None else None,
        "most_words": MOST_WORDS,
        "current": line_of(state.current) if state.current is not None else None,
        "lines": lines_of(state),
        "more": max(0, len([one for one in state.questions if one.state == "shown"]) - ALONE),
    }
    response = render(request, "live/hall/screen.html", context)
    return kept_page(request, hall, response, state.revision)


def lines_of(state: HallState) -> list[Line]:
    """Those still to be answered, most wanted first; fewer where something else is large."""
    most = ALONE
    if state.poll is not None:
        most = BESIDE_POLL
    elif state.current is not None:
        most = BESIDE_CURRENT
    waiting = [one for one in state.questions if one.state == "shown" and not one.current]
    return [line_of(one) for one in waiting[:most]]


def line_of(question: ShownQuestion) -> Line:
    signs = len(question.text)
    return Line(question, next((size for most, size in STEPS if signs > most), ""))


@lru_cache(maxsize=256)
def square_code(address: str) -> SafeString:
    code = segno.make(address, error="m", micro=False)
    drawing = code.svg_inline(
        scale=1, border=2, dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None
    )
    return mark_safe(drawing)  # noqa: S308 drawn by segno from our own address
