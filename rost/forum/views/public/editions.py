"""The list of editions and the page of one."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from rost.forum.models import Edition
from rost.forum.queries.commitments import previous_edition, total_of
from rost.forum.queries.papers.public import paper_links
from rost.forum.queries.published import editions_for, published_of
from rost.forum.rules import registers_others
from rost.forum.rules.registration import Hours, hours

from .doors import page, public_edition


@require_safe
def editions(request: HttpRequest) -> HttpResponse:
    visitor = request.visitor  # type: ignore[attr-defined]
    response = render(request, "forum/public/editions.html", {"editions": editions_for(visitor)})
    response.headers["Cache-Control"] = "no-cache"
    response.kept = not request.GET  # type: ignore[attr-defined]
    return response


@public_edition
def edition(request: HttpRequest, edition: Edition) -> HttpResponse:
    visitor = request.visitor  # type: ignore[attr-defined]
    now = visitor.now
    own, earlier = total_of(edition, now), previous_edition(edition)
    counted = earlier is not None or own.total > 0
    return page(
        request,
        "forum/public/edition.html",
        {
            "organisers": edition.organisers.all(),
            "documents": edition.documents.all(),
            "published": published_of(edition),
            "papers": paper_links(edition, get_language() or "ru"),
            "registration": registration_state(edition, now),
            "registers_others": registers_others(visitor, edition.space),
            "own": own if own.total else None,
            "earlier": earlier,
            "kept": total_of(earlier, now) if earlier is not None else None,
        },
        edition=edition,
        until=_next_change(edition, now, counted=counted),
    )


def registration_state(edition: Edition, now: datetime) -> str:
    """Where the hours of registration stand; `over` once it makes no sense to wait for them."""
    state = hours(
        opens_at=edition.registration_opens_at, closes_at=edition.registration_closes_at, now=now
    )
    return "over" if state is not Hours.OPEN and now >= _end(edition) else str(state)


def _next_change(edition: Edition, now: datetime, *, counted: bool) -> datetime | None:
    """Where promises are counted, also the next midnight: a day may pass."""
    edges = [edition.registration_opens_at, edition.registration_closes_at, _end(edition)]
    if counted:
        zone = ZoneInfo(edition.timezone)
        tomorrow = now.astimezone(zone).date() + timedelta(days=1)
        edges.append(datetime.combine(tomorrow, time.min, zone))
    return min((edge for edge in edges if edge is not None and edge > now), default=None)


def _end(edition: Edition) -> datetime:
    """The midnight after the last day."""
    after = edition.ends_on + timedelta(days=1)
    return datetime.combine(after, time.min, ZoneInfo(edition.timezone))
