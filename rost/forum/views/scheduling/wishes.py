"""A participant marks what they want to hear: one page, boxes by track, one button."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from rost.forum.actions.scheduling import set_wishes
from rost.forum.models import Edition, RegistrationStatus
from rost.forum.queries.registration import registration_of
from rost.forum.queries.scheduling.ground import rules_of
from rost.forum.queries.scheduling.wishes import wished_by, wishes_by_track
from rost.forum.rules.scheduling import WishHours, wish_hours
from rost.forum.views.registration.doors import crumbs, participant_page, visitor_of
from rost.ui.refusals import Refusal

CONFLICT = 409


@require_http_methods(["GET", "HEAD", "POST"])
@participant_page
def wishes(request: HttpRequest, edition: Edition) -> HttpResponse:
    """What was ticked stays ticked when the saving is refused."""
    mine = registration_of(edition, visitor_of(request).person)
    if mine is not None and mine.status == RegistrationStatus.CANCELLED:
        mine = None
    refusal, ticked, status = "", None, 200
    if request.method == "POST" and mine is not None:
        ticked = set(request.POST.getlist("sessions"))
        try:
            number = set_wishes(registration=mine, codes=ticked, now=visitor_of(request).now)
        except Refusal as no:
            refusal, status = str(no.message), CONFLICT
        else:
            said = ngettext("Saved: %(number)s session.", "Saved: %(number)s sessions.", number)
            messages.success(request, said % {"number": number})
            return redirect("forum:wishes", edition.slug)
    rules = rules_of(edition)
    hours = wish_hours(
        opens_at=rules.wishes_open_at,
        closes_at=rules.wishes_close_at,
        now=visitor_of(request).now,
    )
    context = {
        "edition": edition,
        "registration": mine,
        "tracks": wishes_by_track(edition),
        "ticked": ticked if ticked is not None else (wished_by(mine) if mine else set()),
        "hours": str(hours),
        "is_open": hours is WishHours.OPEN,
        "rules": rules,
        "refusal": refusal,
        "crumbs": crumbs(edition, _("What I want to hear")),
    }
    return render(request, "forum/scheduling/wishes.html", context, status=status)
