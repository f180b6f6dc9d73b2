"""Seats of sessions and routes, and clashes between them. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rost.core.programme.model import Form, Programme, Session, State


@dataclass(frozen=True, slots=True)
class Span:
    """When a person is busy: from `start` up to, not including, `end`."""

    code: str
    start: datetime
    end: datetime


def seats_of(*, own: int | None, place: int | None) -> int | None:
    """Seats of a session: its own limit within what the hall or the bus holds; None is no limit."""
    known = [seats for seats in (own, place) if seats is not None]
    return min(known) if known else None


def can_be_picked(session: Session) -> bool:
    """Breaks need no seat; what is cancelled or has no time and place cannot be planned."""
    return session.placed and session.state is State.ACCEPTED and session.form is not Form.BREAK


def can_be_joined(session: Session, *, now: datetime, any_time: bool = False) -> bool:
    """Not begun yet; `any_time` is for demonstrations, which are walked outside their dates."""
    return any_time or session.start is None or session.start > now


def span_of(programme: Programme, session: Session) -> Span | None:
    """The busy time of a session; a route takes the time from departure to return."""
    if session.start is None or session.end is None:
        return None
    start, end = session.start, session.end
    for route in programme.routes:
        if route.slug == session.route:
            start, end = min(start, route.departs), max(end, route.returns)
    return Span(session.code, start, end)


def clashes(wanted: Span, held: Iterable[Span]) -> list[str]:
    """Codes of what overlaps with the wanted span; what ends as another begins does not."""
    return [
        span.code
        for span in held
        if span.code != wanted.code and span.start < wanted.end and wanted.start < span.end
    ]
