"""When the people of a programme are free, in ticks; and how long their days may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rost.core.programme.model import Programme, Session
from rost.core.scheduling import Person, Span
from rost.forum.models import SpeakerNeeds
from rost.forum.rules.scheduling import LONGEST_DAY
from rost.forum.rules.spans import Spans, common, joined, without

from .clock import Clock
from .ground import Ground

NEVER: Spans = (Span(-2, -1),)
"""Free at a time before all times: at none. An empty tuple would mean «always»."""


def people_of(
    ground: Ground,
    clock: Clock,
    sessions: Iterable[Session],
    busy: Mapping[int, Spans],
    whole: Span,
) -> tuple[Person, ...]:
    """Everybody with a part in one of the sessions; `busy` takes from their time."""
    known = {
        part.person for one in sessions for part in one.contributions if part.person is not None
    }
    windows: defaultdict[int, list[Span]] = defaultdict(list)
    for window in ground.windows:
        windows[window.person].append(clock.free(window.start, window.end))
    return tuple(
        _person(ground, clock, person, windows.get(person), busy.get(person, ()), whole)
        for person in sorted(known)
    )


def _person(
    ground: Ground,
    clock: Clock,
    person: int,
    windows: list[Span] | None,
    busy: Spans,
    whole: Span,
) -> Person:
    needs = ground.speakers.get(person)
    free: Spans = (whole,)
    if windows is not None:
        free = common(free, joined(windows))
    if needs is not None and needs.timezone:
        free = common(free, own_hours(needs, clock, ground.programme))
    if needs is not None and needs.dropped_at is not None:
        free = ()
    free = without(free, busy)
    longest = (needs and needs.longest_day) or ground.rules.longest_day or LONGEST_DAY
    return Person(
        key=str(person),
        free=() if free == (whole,) else (free or NEVER),
        longest_day=longest // clock.minutes + clock.pad,
    )


def own_hours(needs: SpeakerNeeds, clock: Clock, programme: Programme) -> Spans:
    """The hours of a remote speaker's own days, as the forum's clock shows them."""
    try:
        zone = ZoneInfo(needs.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        return (Span(-2, 10**6),)
    days = (programme.end - programme.start).days + 3
    return joined(
        clock.free(
            _hour(programme.start + timedelta(days=number - 1), needs.from_hour, zone),
            _hour(programme.start + timedelta(days=number - 1), needs.to_hour, zone),
        )
        for number in range(days)
    )


def _hour(day: date, hour: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(day + timedelta(days=hour // 24), time(hour % 24), zone)
