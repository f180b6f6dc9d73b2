"""The checks once more, in the plainest way: every pair, minute by minute where that is plainer.

It is slow and shares no working with `check`, so that a fault in one is not a fault in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations

from .findings import LEVELS, LONGEST_RUN, NEED_MODERATOR, PAUSE, Finding, Level, Rule
from .model import Form, Part, Programme, Session, State, Window

Interval = tuple[datetime, datetime]


def verify(
    programme: Programme,
    *,
    demand: Mapping[str, int],
    windows: Sequence[Window],
    levels: Mapping[Rule, Level] = LEVELS,
) -> frozenset[Finding]:
    def level(rule: Rule) -> Level:
        return levels[rule] if rule in levels else LEVELS[rule]

    live = [one for one in programme.sessions if one.state is not State.CANCELLED]
    found = [
        *_single(programme, live, demand, level),
        *_pairs(programme, live, level),
        *_people(programme, live, windows, level),
        *_halls(live, level),
    ]
    return frozenset(one for one in found if one.level is not Level.IGNORE)


def _own(one: Session) -> Interval | None:
    if one.start is None or one.minutes <= 0:
        return None
    start = one.start.astimezone(UTC)
    return start, start + timedelta(minutes=one.minutes)


def _with_travel(programme: Programme, one: Session) -> tuple[Interval, str] | None:
    own = _own(one)
    if own is None:
        return None
    for route in programme.routes:
        if route.slug == one.route:
            whole = (min(own[0], route.departs), max(own[1], route.returns))
            return (whole, route.slug if whole != own else "")
    return own, ""


def _common(first: Interval, second: Interval) -> Interval | None:
    start, end = max(first[0], second[0]), min(first[1], second[1])
    return (start, end) if start < end else None


def _single(programme, live, demand, level) -> Iterator[Finding]:  # type: ignore[no-untyped-def]
    for one in live:
        codes = (one.code,)
        if one.minutes <= 0:
            yield Finding(Rule.DURATION, level(Rule.DURATION), codes, given=one.minutes)
