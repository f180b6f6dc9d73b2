"""The organiser's side: how many take part, never what they mark; the announcement."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.forum.actions.vote import announce
from rost.forum.models import Edition
from rost.forum.queries.vote import candidates_of, participation_of, result_of, standing_of
from rost.forum.views.committee.doors import call_or_404, decider_page
from rost.forum.views.desk.doors import now_of
from rost.forum.views.desk.doors import page as desk_page
from rost.ui.refusals import Refusal


@require_safe
@decider_page
def desk_vote(request: HttpRequest, edition: Edition) -> HttpResponse:
    call = call_or_404(edition)
    context = {
        "call": call,
        "standing": standing_of(call, now_of(request)),
        "participation": participation_of(call),
        "candidates": len(candidates_of(call)),
        "result": result_of(call),
    }
    return desk_page(request, "committee/vote", edition, _("Audience vote"), context)


@require_http_methods(["GET", "HEAD", "POST"])
@decider_page
def announcement(request: HttpRequest, edition: Edition) -> HttpResponse:
    if request.method == "POST":
        try:
            announce(call=call_or_404(edition), now=now_of(request))
            messages.success(request, _("The result is announced: everybody sees it."))
        except Refusal as refusal:
            messages.error(request, str(refusal.message))
    return redirect("forum:desk_vote", edition.slug)
