"""Where and when: placing, moving, swapping, taking off."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from rost.forum.models import Hall, Route, Session

from .locking import keeping_rules, lock_session
from .refusals import ForeignPart, HallClosed, NotPlaced

PLACE_FIELDS = ("starts_at", "hall", "route", "changed_at")


@transaction.atomic
def place_session(
    *,
    session: Session,
    starts_at: datetime,
    now: datetime,
    hall: Hall | None = None,
    route: Route | None = None,
    seen: datetime | None = None,
) -> Session:
    """Put a session on a time and a hall or route; without either only a break counts as placed."""
    session = lock_session(session, seen=seen)
    _refuse_place(session, hall, route)
    with keeping_rules(session.edition):
        session.starts_at, session.hall, session.route = starts_at, hall, route
        session.changed_at = now
        session.save(update_fields=PLACE_FIELDS)
    return session


@transaction.atomic
def shift_session(
    *, session: Session, minutes: int, now: datetime, seen: datetime | None = None
) -> Session:
    """Earlier or later by so many minutes, in the same place."""
    session = lock_session(session, seen=seen)
    if session.starts_at is None:
        raise NotPlaced(session.title)
    with keeping_rules(session.edition):
        session.starts_at += timedelta(minutes=minutes)
        session.changed_at = now
        session.save(update_fields=PLACE_FIELDS)
    return session


@transaction.atomic
def unplace_session(*, session: Session, now: datetime, seen: datetime | None = None) -> Session:
    session = lock_session(session, seen=seen)
    with keeping_rules(session.edition):
        session.starts_at = session.hall = session.route = None
        session.changed_at = now
        session.save(update_fields=PLACE_FIELDS)
    return session


@transaction.atomic
def swap_sessions(
    *,
    first: Session,
    second: Session,
    now: datetime,
    first_seen: datetime | None = None,
    second_seen: datetime | None = None,
) -> tuple[Session, Session]:
    """Each takes the other's time and place and keeps its own length."""
    if first.edition_id != second.edition_id:
        raise ForeignPart
    first, second = lock_session(first, seen=first_seen), lock_session(second, seen=second_seen)
    with keeping_rules(first.edition):
        first.starts_at, second.starts_at = second.starts_at, first.starts_at
        first.hall, second.hall = second.hall, first.hall
        first.route, second.route = second.route, first.route
        for one in (first, second):
            one.changed_at = now
            one.save(update_fields=PLACE_FIELDS)
    return first, second


def _refuse_place(session: Session, hall: Hall | None, route: Route | None) -> None:
    if hall is not None and route is not None:
        raise ValueError("a session stands in a hall or on a route, not in both")
    for place in (hall, route):
        if place is not None and place.edition_id != session.edition_id:
            raise ForeignPart
    if hall is not None and hall.closed_at is not None:
        raise HallClosed(hall.name)
