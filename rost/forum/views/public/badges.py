"""What a badge found in the street says to whoever photographs its code."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language_from_request, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rost.forum.models import Edition
from rost.forum.queries.badges import badge_by_code
from rost.forum.queries.editions import edition_nearby
from rost.forum.queries.vote.ballots import can_vote_by
from rost.forum.queries.vote.standing import vote_is_open
from rost.forum.rules.badges import read_code
from rost.forum.views.vote.badge import remember

from .doors import page, public_edition


@require_safe
@never_cache
def badge_code(request: HttpRequest, code: str) -> HttpResponse:
    """From the code to the page of its forum in the reader's language; the code goes no further.

    A code that nobody knows leads to the forum that is on: nothing tells it from a badge of it.
    While an audience vote is open every code leads there, and a badge in force opens its ballot.
    """
    found = badge_by_code(read_code(code))
    now, voting = request.visitor.now, False  # type: ignore[attr-defined]
    edition = found.edition if found is not None and found.edition.is_public else None
    if edition is None:
        edition = edition_nearby(now.date())
    with override(get_language_from_request(request)):
        if edition is None:
            address = reverse("portal:home")
        else:
            voting = vote_is_open(edition, now)
            name = "forum:vote" if voting else "forum:badge_found"
            address = reverse(name, args=[edition.slug])
    response = redirect(address)
    if found is not None and edition == found.edition and voting and can_vote_by(found):
        remember(request, response, found)
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response


@public_edition
def badge_found(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Where to bring a badge, and nothing else: the same for all badges of the forum."""
    return page(request, "forum/public/badge_found.html", {}, edition=edition)
