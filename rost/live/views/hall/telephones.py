"""The page of the hall on a telephone, and the list that refreshes itself where scripts are off."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.forum.queries.editions import get_edition_for
from rost.forum.queries.programme_page import place_name
from rost.forum.queries.published import published_of
from rost.live.actions.questions import ask
from rost.live.actions.refusals import LineFlooded, TooFast, TooManyQuestions
from rost.live.forms.hall import QuestionForm, read_identity
from rost.live.messages.polls import drawn
from rost.live.models import Device, QuestionState
from rost.live.queries.devices import Mine, mine_of
from rost.live.queries.doors import Hall, floor_for
from rost.live.queries.hall import HallState, hall_state
from rost.ui.refusals import Refusal

from .doors import (
    COOKIE,
    acting_device,
    device_of,
    give_token,
    hall_page,
    kept_page,
    visitor_of,
)

WRONG, TOO_MUCH, CONFLICT = 422, 429, 409
LATER = (TooFast, TooManyQuestions, LineFlooded)  # the telephone sends it again by itself
OWN = UUID("6f0f7a0e-3a51-4c0c-9c36-0f5a1a6a2c11")  # names questions sent without scripts
NOTHING = Mine(frozenset(), {}, ())


@require_safe
def hall(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Every session leads here, so one without a hall says that it has none."""
    found = floor_for(visitor_of(request), slug, code)
    if found is None:
        return no_hall(request, slug, code)
    with timezone.override(found.edition.timezone):
        return telephone(request, found)


def no_hall(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    edition = get_edition_for(visitor_of(request), slug)
    published = published_of(edition) if edition is not None else None
    session = published.sessions.get(code) if published is not None else None
    if session is None:
        raise Http404
    context = {"edition": edition, "session": session}
    response = render(request, "live/hall/no_hall.html", context)
    response.headers["Cache-Control"] = "no-cache"
    return response


def telephone(request: HttpRequest, hall: Hall) -> HttpResponse:
    state = hall_state(hall)
    response = telephone_page(request, hall, state, device_of(request, hall))
    response = kept_page(request, hall, response, state.revision)
    return response if COOKIE in request.COOKIES else give_token(response)


@require_http_methods(["GET", "HEAD", "POST"])
@hall_page
def questions(request: HttpRequest, hall: Hall) -> HttpResponse:
    """POST asks; GET is the list alone, which refreshes itself and loses nothing typed."""
    if request.method == "POST":
        return asked(request, hall)
    state = hall_state(hall)
    context = telephone_context(request, hall, state, device_of(request, hall))
    response = render(request, "live/hall/following.html", context | {"following": True})
    response.headers["Cache-Control"] = "no-cache"
    return response if COOKIE in request.COOKIES else give_token(response)


def asked(request: HttpRequest, hall: Hall) -> HttpResponse:
    form = QuestionForm(request.POST, naming=hall.floor.naming)
    if not form.is_valid():
        return not_asked(request, hall, form, WRONG)
    device, token = acting_device(request, hall)
    text = form.cleaned_data["text"]
    own_id = read_identity(request.POST.get("id", ""))
    try:
        done = ask(
            hall=hall,
            device=device,
            id=own_id or uuid5(OWN, f"{token}:{hall.floor.pk}:{text}"),
            text=text,
            name=form.cleaned_data.get("name", ""),
            language=get_language() or "ru",
            now=visitor_of(request).now,
        )
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return give_token(not_asked(request, hall, form, status_of(refusal)), token)
    waits = done.question.state == QuestionState.WAITING
    said = (
        _("Accepted. The moderator reads it first, then all see it.")
        if waits
        else _("Accepted: all see it.")
    )
    return accepted(request, hall, token, said, aside=waits)


def not_asked(request: HttpRequest, hall: Hall, form: QuestionForm, status: int) -> HttpResponse:
    """Everything typed comes back with the reason."""
    if wants_json(request):
        why = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return JsonResponse({"why": why}, status=status)
    response = telephone_page(request, hall, hall_state(hall), device_of(request, hall), form=form)
    response.status_code = status
    return response


def accepted(
    request: HttpRequest,
    hall: Hall,
    token: str,
    said: str,
    *,
    aside: bool = False,
    back_to: str = "",
) -> HttpResponse:
    """To a script the fact, and words where they are not the usual ones; to a form, its page."""
    if wants_json(request):
        response: HttpResponse = JsonResponse({"why": said} if aside else {}, status=200)
    else:
        messages.success(request, said)
        where = "live:questions" if "following" in request.POST else "live:hall"
        address = reverse(where, args=[hall.edition.slug, hall.planned.code])
        response = redirect(f"{address}{back_to}")
    return give_token(response, token)


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def status_of(refusal: Refusal) -> int:
    return TOO_MUCH if isinstance(refusal, LATER) else CONFLICT


def telephone_page(
    request: HttpRequest,
    hall: Hall,
    state: HallState,
    device: Device | None,
    form: QuestionForm | None = None,
) -> HttpResponse:
    form = form or QuestionForm(naming=hall.floor.naming)
    context = telephone_context(request, hall, state, device) | {"form": form}
    return render(request, "live/hall/hall.html", context)


def telephone_context(
    request: HttpRequest, hall: Hall, state: HallState, device: Device | None
) -> dict[str, Any]:
    mine = mine_of(hall.floor, device) if device is not None else NOTHING
    poll = state.poll
    return {
        "hall": hall,
        "edition": hall.edition,
        "where": place_name(hall.published, hall.planned),
        "state": state,
        "standing": hall.standing(visitor_of(request).now),
        "takes": state.takes_questions,
        "poll": drawn(poll, mine=mine.answers.get(poll.id)) if poll is not None else None,
        "votes": {str(one) for one in mine.votes},
        "mine": [one for one in mine.questions if one.state != QuestionState.SHOWN],
        "badged": device is not None and device.registration_id is not None,
    }
