"""What a telephone does besides asking: votes, answers a poll, shows a badge."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rost.live.actions import polls as poll_actions
from rost.live.actions import questions as question_actions
from rost.live.actions.devices import show_badge
from rost.live.forms.hall import BadgeForm, read_answer
from rost.live.models import Device, Poll
from rost.live.queries.doors import Hall, question_for
from rost.live.rules.limits import Outcome
from rost.ui.refusals import Refusal

from .doors import acting_device, device_of, give_token, hall_page, visitor_of
from .telephones import WRONG, accepted, status_of, wants_json

Act = Callable[[Device], object]


@require_POST
@hall_page
def vote(request: HttpRequest, hall: Hall, question: UUID) -> HttpResponse:
    row = question_for(hall, question)
    if row is None:
        raise Http404
    return done(
        request,
        hall,
        lambda device: question_actions.vote(
            hall=hall, question=row, device=device, now=visitor_of(request).now
        ),
        _("Your vote is accepted."),
    )


@require_POST
@hall_page
def vote_removal(request: HttpRequest, hall: Hall, question: UUID) -> HttpResponse:
    row = question_for(hall, question)
    if row is None:
        raise Http404
    return done(
        request,
        hall,
        lambda device: question_actions.take_back(
            hall=hall, question=row, device=device, now=visitor_of(request).now
        ),
        _("Your vote is taken back."),
    )


@require_POST
@hall_page
def poll_answer(request: HttpRequest, hall: Hall, poll: int) -> HttpResponse:
    row = Poll.objects.filter(floor=hall.floor, pk=poll).first()
    if row is None:
        raise Http404
    value = read_answer(row.kind, request.POST.getlist("value"))
    return done(
        request,
        hall,
        lambda device: poll_actions.answer(
            hall=hall, poll=row, device=device, value=value, now=visitor_of(request).now
        ),
        _("Your answer is accepted."),
    )


def done(request: HttpRequest, hall: Hall, act: Act, said: str) -> HttpResponse:
    device, token = acting_device(request, hall)
    try:
        outcome = act(device)
    except Refusal as refusal:
        if not wants_json(request):
            raise
        why = {"why": str(refusal.message)}
        return give_token(JsonResponse(why, status=status_of(refusal)), token)
    aside = outcome is Outcome.ASIDE
    if aside:
        said = _("Accepted; it is counted once the moderator has looked at it.")
    return accepted(request, hall, token, said, aside=aside, back_to="#questions")


@require_http_methods(["GET", "HEAD", "POST"])
@hall_page
def badge(request: HttpRequest, hall: Hall) -> HttpResponse:
    """The telephone belongs to a badge from now on: one vote a badge, from whichever telephone."""
    form = BadgeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        device, token = acting_device(request, hall)
        try:
            show_badge(device=device, code=form.cleaned_data["code"], now=visitor_of(request).now)
        except Refusal as refusal:
            form.add_error("code", str(refusal.message))
        else:
            messages.success(request, _("Your badge is shown: your vote counts once."))
            back = redirect("live:hall", hall.edition.slug, hall.planned.code)
            return give_token(back, token)
    known = device_of(request, hall)
    context = {
        "hall": hall,
        "form": form,
        "badged": known is not None and known.registration_id is not None,
    }
    status = WRONG if form.errors else 200
    response = render(request, "live/hall/badge.html", context, status=status)
    response.headers["Cache-Control"] = "private, no-cache"
    return response
