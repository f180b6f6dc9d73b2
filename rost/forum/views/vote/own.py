"""The page of the vote: its rule, the ballot on a telephone, and the result once announced."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from rost.forum.actions.vote import cast_ballot
from rost.forum.models import Call, Edition, Project, Registration
from rost.forum.queries.committee import call_of
from rost.forum.queries.vote import (
    ballot_of,
    candidates_of,
    closed_for,
    result_of,
    standing_of,
    voter_behind,
)
from rost.forum.queries.vote.ballots import badge_to_vote_by
from rost.forum.rules.badges import read_code
from rost.forum.rules.vote import Standing
from rost.forum.views.registration.doors import crumbs, edition_page, visitor_of
from rost.forum.views.registration.table import ticked
from rost.ui.refusals import Refusal

from .badge import remember, shown_badge

REFUSED = 409


@require_http_methods(["GET", "HEAD", "POST"])
@edition_page
def vote(request: HttpRequest, edition: Edition) -> HttpResponse:
    call = call_or_404(request, edition)
    if request.method != "POST":
        return page(request, edition, call)
    voter = voter_of(request, edition)
    if voter is None:
        said = _("Sign in or show your badge first: what you marked was not saved.")
        return page(request, edition, call, refusal=said, status=REFUSED)
    wanted = ticked(request, "project")
    projects = list(Project.objects.filter(call=call, pk__in=wanted))
    try:
        number = cast_ballot(
            registration=voter, call=call, projects=projects, now=visitor_of(request).now
        )
    except Refusal as refusal:
        said = str(refusal.message)
        return page(request, edition, call, refusal=said, wanted=wanted, status=REFUSED)
    if number:
        said = ngettext(
            "Accepted: %(number)s project is marked.",
            "Accepted: %(number)s projects are marked.",
            number,
        )
        messages.success(request, said % {"number": number})
    else:
        messages.info(request, _("Accepted: nothing is marked now."))
    return redirect("forum:vote", edition.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@edition_page
def vote_badge(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The code of the badge opens the ballot on this telephone for half a day."""
    call = call_or_404(request, edition)
    if request.method != "POST":
        return redirect("forum:vote", edition.slug)
    badge = badge_to_vote_by(edition, read_code(request.POST.get("code", "")))
    if badge is None:
        said = _("No badge in force has this code. Look at the letters under the square code.")
        typed = request.POST.get("code", "")[:60]
        return page(request, edition, call, badge_error=said, typed=typed, status=REFUSED)
    response = redirect("forum:vote", edition.slug)
    remember(request, response, badge)
    return response


def call_or_404(request: HttpRequest, edition: Edition) -> Call:
    """Where no vote is planned there is no such page."""
    call = call_of(edition)
    if call is None or standing_of(call, visitor_of(request).now) is Standing.NONE:
        raise Http404
    return call


def voter_of(request: HttpRequest, edition: Edition) -> Registration | None:
    person = visitor_of(request).person
    return voter_behind(edition, person=person, badge=shown_badge(request, edition))


def page(
    request: HttpRequest,
    edition: Edition,
    call: Call,
    *,
    refusal: str = "",
    wanted: list[int] | None = None,
    status: int = 200,
    **known: Any,
) -> HttpResponse:
    standing = standing_of(call, visitor_of(request).now)
    voter = voter_of(request, edition)
    ballot = ballot_of(call, voter) if voter is not None and standing is Standing.OPEN else None
    context = {
        "edition": edition,
        "call": call,
        "standing": standing,
        "voter": voter,
        "closed": closed_for(voter) if voter is not None and standing is Standing.OPEN else "",
        "ballot": ballot,
        "ticked": wanted
        if wanted is not None
        else [one.project.pk for one in (ballot.lines if ballot else ()) if one.marked],
        "projects": candidates_of(call) if ballot is None else (),
        "result": result_of(call),
        "refusal": refusal,
        "crumbs": crumbs(edition, _("Audience vote")),
    }
    return render(request, "forum/vote/page.html", {**context, **known}, status=status)
