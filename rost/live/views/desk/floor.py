"""The moderator's desk of one session, beside the stage."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.forum.views.desk.doors import done
from rost.live.actions.floors import close_now, declare_hall_line, open_now, set_floor
from rost.live.actions.lines import rule_line
from rost.live.forms.desk import FloorForm
from rost.live.messages.polls import drawn
from rost.live.queries.desk import DeskPoll, FloorDesk, floor_desk
from rost.live.queries.devices import line_digest
from rost.live.queries.doors import Hall
from rost.live.queries.hall import revision_of
from rost.live.rules.limits import Ruling
from rost.live.views.hall.doors import network_of

from .doors import WRONG, back, floor_desk_page, page, visitor_of

REGISTER = "live.questions"
EVERY = 4  # seconds
QUICK_REASONS = (
    gettext_lazy("Not on the subject"),
    gettext_lazy("Asked already"),
    gettext_lazy("An insult"),
    gettext_lazy("Personal data"),
)


@require_safe
@floor_desk_page
def desk_floor(request: HttpRequest, hall: Hall) -> HttpResponse:
    """The page asks for its own middle again, naming what it has; «the same» is 204."""
    seen = request.GET.get("seen")
    if seen is not None and seen == str(revision_of(hall.floor)):
        return HttpResponse(status=204)
    found = floor_desk(hall)
    context = {
        "desk": found,
        "hall": hall,
        "edition": hall.edition,
        "standing": hall.standing(visitor_of(request).now),
        "polls": [(one, drawn_of(one)) for one in found.polls],
        "own_line": own_line(request, hall) == hall.floor.hall_network,
        "every": EVERY,
        "reasons": QUICK_REASONS,
    }
    if seen is not None:
        return render(request, "live/desk/parts/middle.html", context)
    _note(request, hall, found)
    return page(request, "desk_floor", hall.edition, hall.planned.title, context, hall=hall)


def own_line(request: HttpRequest, hall: Hall) -> str:
    return line_digest(hall.edition, "network", network_of(request))


def drawn_of(one: DeskPoll) -> object:
    one.row.results = one.results  # type: ignore[attr-defined]
    return drawn(one.row)


def _note(request: HttpRequest, hall: Hall, found: FloorDesk) -> None:
    """Names that the hall does not see were read."""
    rows = sum(bool(one.row.name) for one in (*found.waiting, *found.hidden))
    if rows:
        record_access(
            person=visitor_of(request).person,
            act=AccessRecord.Act.VIEW,
            register=REGISTER,
            rows=rows,
            about=hall.edition.space,
            now=visitor_of(request).now,
        )


@require_http_methods(["GET", "HEAD", "POST"])
@floor_desk_page
def desk_floor_settings(request: HttpRequest, hall: Hall) -> HttpResponse:
    form = FloorForm.of(hall.floor, request.POST or None)
    if request.method == "POST" and done(
        form, lambda: set_floor(floor=hall.floor, **form.cleaned_data)
    ):
        messages.success(request, _("Saved. Everybody in the hall has it at once."))
        return back(hall)
    status = WRONG if form.errors else 200
    title = _("How this hall is kept")
    return page(request, "form", hall.edition, title, {"form": form}, hall=hall, status=status)


@require_POST
@floor_desk_page
def desk_floor_hours(request: HttpRequest, hall: Hall) -> HttpResponse:
    now = visitor_of(request).now
    if request.POST.get("to") == "open":
        open_now(hall=hall, now=now)
        messages.success(request, _("The hall is open."))
    else:
        close_now(hall=hall, now=now)
        messages.success(request, _("The hall is closed; everything stays readable."))
    return back(hall)


@require_POST
@floor_desk_page
def desk_hall_line(request: HttpRequest, hall: Hall) -> HttpResponse:
    """From a telephone that is on the hall's line now; everybody on it is told apart no more."""
    on = request.POST.get("on") == "1"
    declare_hall_line(floor=hall.floor, network=own_line(request, hall) if on else "")
    if on:
        messages.success(
            request, _("Your line is the hall's: its votes count up to the people in the hall.")
        )
    else:
        messages.success(request, _("No line is the hall's any more."))
    return back(hall)


@require_POST
@floor_desk_page
def desk_lines(request: HttpRequest, hall: Hall) -> HttpResponse:
    sample, ruling = request.POST.get("sample", ""), request.POST.get("ruling", "")
    known = ruling in [one.value for one in Ruling]
    if known and sample.isdecimal() and len(sample) < 16:
        rule_line(
            hall=hall,
            subject=request.POST.get("subject", ""),
            sample=int(sample),
            ruling=Ruling(ruling),
            by=visitor_of(request).person,
            now=visitor_of(request).now,
        )
    return back(hall)
