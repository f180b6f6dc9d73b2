"""Plans as sessions of a programme."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from rost.core.programme.model import Programme, Session
from rost.core.scheduling import Placement, Plan

from .asked import place_key
from .clock import Clock


def stands_there(session: Session, where: Placement, clock: Clock) -> bool:
    """Is it there already, to the tick?"""
    return (
        session.start is not None
        and place_key(session) == where.place
        and clock.floor(session.start) == where.begins
    )


def placed(
    programme: Programme, plan: Plan, clock: Clock, base: Programme | None = None
) -> Programme:
    """The programme with its sessions where the plan has them.

    One that stands there already keeps its very minute; so does one that goes back to where the
    approved programme had it.
    """
    zone = ZoneInfo(programme.timezone)
    before = {one.code: one for one in base.sessions} if base else {}

    def put(one: Session) -> Session:
        where = plan.get(one.code)
        if where is None or stands_there(one, where, clock):
            return one
        kind, _colon, slug = where.place.partition(":")
        was = before.get(one.code)
        start: datetime = clock.moment(where.begins).astimezone(zone)
        if was is not None and was.start is not None and stands_there(was, where, clock):
            start = was.start
        hall, route = (slug, "") if kind == "hall" else ("", slug)
        return replace(one, start=start, hall=hall, route=route)

    return replace(programme, sessions=tuple(put(one) for one in programme.sessions))
