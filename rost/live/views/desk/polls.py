"""Polls at the moderator's desk: drafts, opening, closing, the screen, words."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rost.forum.views.desk.doors import done
from rost.live.actions import polls as actions
from rost.live.forms.desk import PollForm
from rost.live.models import Poll, PollState
from rost.live.queries.doors import Hall

from .doors import WRONG, back, floor_desk_page, of_poll, page, visitor_of


@require_http_methods(["GET", "HEAD", "POST"])
@floor_desk_page
def desk_poll_new(request: HttpRequest, hall: Hall) -> HttpResponse:
    return _poll_page(request, hall, None, _("New poll"))


@require_http_methods(["GET", "HEAD", "POST"])
@floor_desk_page
@of_poll
def desk_poll(request: HttpRequest, hall: Hall, poll: Poll) -> HttpResponse:
    """A draft is changed here; what has been opened stands as it is."""
    if poll.state != PollState.DRAFT:
        return back(hall)
    return _poll_page(request, hall, poll, _("Poll"))


def _poll_page(request: HttpRequest, hall: Hall, poll: Poll | None, title: str) -> HttpResponse:
    form = PollForm.of(poll, request.POST or None)
    if request.method == "POST" and done(
        form, lambda: actions.write_poll(floor=hall.floor, poll=poll, **form.facts)
    ):
        messages.success(request, _("The draft is ready: open it when its time comes."))
        return back(hall)
    status = WRONG if request.method == "POST" else 200
    context = {"form": form, "poll": poll}
    return page(request, "poll", hall.edition, title, context, hall=hall, status=status)


@require_POST
@floor_desk_page
@of_poll
def desk_poll_state(request: HttpRequest, hall: Hall, poll: Poll) -> HttpResponse:
    now = visitor_of(request).now
    if request.POST.get("to") == "open":
        actions.open_poll(poll=poll, now=now)
    elif request.POST.get("to") == "closed":
        actions.close_poll(poll=poll, now=now)
    return back(hall)


@require_POST
@floor_desk_page
@of_poll
def desk_poll_screen(request: HttpRequest, hall: Hall, poll: Poll) -> HttpResponse:
    actions.show_results(poll=poll, on=request.POST.get("on") == "1")
    return back(hall)


@require_POST
@floor_desk_page
@of_poll
def desk_poll_words(request: HttpRequest, hall: Hall, poll: Poll) -> HttpResponse:
    """Takes a word off the screen, or puts it back."""
    word = request.POST.get("word", "")[:200]
    if word:
        actions.hide_word(poll=poll, word=word, hidden=request.POST.get("on") != "1")
    return back(hall)


@require_POST
@floor_desk_page
@of_poll
def desk_poll_removal(request: HttpRequest, hall: Hall, poll: Poll) -> HttpResponse:
    actions.remove_draft(poll=poll)
    messages.success(request, _("The draft is removed."))
    return back(hall)
