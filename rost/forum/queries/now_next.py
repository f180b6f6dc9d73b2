"""What goes on now and what comes next, and when the answer changes by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from rost.core.programme.model import Form, Session, State

from .published import Published


class Phase(StrEnum):
    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class NowNext:
    """`until` is the moment from which another answer is due, None when there will be none."""

    phase: Phase
    today: date
    begins: datetime | None
    now: tuple[Session, ...] = ()
    next: tuple[Session, ...] = ()
    until: datetime | None = None


def now_next(published: Published, now: datetime) -> NowNext:
    """Breaks count as going on, but as next only where nothing else is."""
    programme = published.programme
    zone = ZoneInfo(programme.timezone)
    standing = [
        one
        for own in published.days.values()
        for one in own
        if one.start is not None and one.state is State.ACCEPTED
    ]
    today = now.astimezone(zone).date()
    times = [(one.start, one.end, one) for one in standing if one.start and one.end]
    if not times:
        return NowNext(_phase_by_date(programme.start, programme.end, today), today, None)
    first = min(start for start, _end, _one in times)
    last = max(end for _start, end, _one in times)
    going_on = tuple(one for start, end, one in times if start <= now < end)
    coming = [(start, one) for start, _end, one in times if start > now]
    phase = Phase.BEFORE if now < first else Phase.DURING if now < last else Phase.AFTER
    return NowNext(
        phase=phase,
        today=today,
        begins=first,
        now=going_on,
        next=_soonest(coming) if phase is Phase.DURING else (),
        until=_next_change(
            published, zone, [edge for start, end, _ in times for edge in (start, end)], now
        ),
    )


def _soonest(coming: Sequence[tuple[datetime, Session]]) -> tuple[Session, ...]:
    wanted = [pair for pair in coming if pair[1].form is not Form.BREAK] or list(coming)
    soonest = min((start for start, _one in wanted), default=None)
    return tuple(one for start, one in wanted if start == soonest)


def _phase_by_date(start: date, end: date, today: date) -> Phase:
    if today < start:
        return Phase.BEFORE
    return Phase.DURING if today <= end else Phase.AFTER


def _next_change(
    published: Published, zone: ZoneInfo, edges: Sequence[datetime], now: datetime
) -> datetime | None:
    """The next start or end, or the midnight at which another day becomes today."""
    nights = [
        datetime.combine(day + timedelta(days=more), time.min, zone)
        for day in published.days
        for more in (0, 1)
    ]
    return min((edge for edge in [*edges, *nights] if edge > now), default=None)
