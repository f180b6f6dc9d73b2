"""Reads of personal agendas against the published programme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db.models import Count

from rost.core.programme.model import Programme, Session
from rost.forum.models import AgendaItem, Edition, Registration, SeatStatus
from rost.forum.rules.agenda import Span, span_of


def place_seats(programme: Programme, session: Session) -> int | None:
    """What the hall or the bus of a session holds; None when it has neither."""
    if session.route:
        return next((one.seats for one in programme.routes if one.slug == session.route), None)
    return next((one.capacity for one in programme.halls if one.slug == session.hall), None)


def items_of(registration: Registration) -> dict[str, AgendaItem]:
    """The agenda by session code; one query."""
    items = AgendaItem.objects.filter(registration=registration).select_related("session")
    return {item.session.code: item for item in items}


def spans_of(programme: Programme, codes: Iterable[str]) -> list[Span]:
    """Busy times of those of the codes that the programme still has, with a time."""
    wanted = set(codes)
    spans = (span_of(programme, one) for one in programme.sessions if one.code in wanted)
    return [span for span in spans if span is not None]


def held_spans(registration: Registration, programme: Programme) -> list[Span]:
    codes = AgendaItem.objects.filter(registration=registration).values_list(
        "session__code", flat=True
    )
    return spans_of(programme, codes)


def seats_held(edition: Edition) -> Counter[str]:
    """Seats taken in each session of the edition, by code; one query."""
    rows = (
        AgendaItem.objects.filter(session__edition=edition, status=SeatStatus.SEAT)
        .order_by()
        .values_list("session__code")
        .annotate(people=Count("pk"))
    )
    return Counter(dict(rows))
