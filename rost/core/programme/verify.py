"""The checks once more, in the plainest way: every pair, minute by minute where that is plainer.

It is slow and shares no working with `check`, so that a fault in one is not a fault in the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations

from .findings import LEVELS, LONGEST_RUN, NEED_MODERATOR, PAUSE, Finding, Level, Rule
from .model import Form, Part, Programme, Session, State, Window

Interval = tuple[datetime, datetime]
LevelOf = Callable[[Rule], Level]


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
        *_states(live, level),
        *_places(programme, live, demand, level),
        *_hours(programme, live, level),
        *_hall_pairs(live, level),
        *_person_pairs(programme, live, level),
        *_absences(programme, live, windows, level),
        *_runs(live, level),
    ]
    return frozenset(one for one in found if one.level is not Level.IGNORE)


def _own(one: Session) -> Interval | None:
    if one.start is None or one.minutes <= 0:
        return None
    start = one.start.astimezone(UTC)
    return start, start + timedelta(minutes=one.minutes)


def _with_travel(programme: Programme, one: Session) -> Interval | None:
    own = _own(one)
    for route in programme.routes:
        if own is not None and route.slug == one.route:
            return min(own[0], route.departs), max(own[1], route.returns)
    return own


def _common(first: Interval | None, second: Interval | None) -> Interval | None:
    if first is None or second is None:
        return None
    start, end = max(first[0], second[0]), min(first[1], second[1])
    return (start, end) if start < end else None


def _codes(*sessions: Session) -> tuple[str, ...]:
    return tuple(sorted(one.code for one in sessions))


def _people(one: Session) -> set[int]:
    return {part.person for part in one.contributions if part.person is not None}


def _states(live: Sequence[Session], level: LevelOf) -> Iterator[Finding]:
    for one in live:
        if one.minutes <= 0:
            yield Finding(Rule.DURATION, level(Rule.DURATION), (one.code,), given=one.minutes)
        moderated = any(part.part is Part.MODERATOR for part in one.contributions)
        if one.form in NEED_MODERATOR and not moderated:
            yield Finding(Rule.NO_MODERATOR, level(Rule.NO_MODERATOR), (one.code,))
        if one.state is State.ACCEPTED and (
            one.start is None or (not one.hall and not one.route and one.form is not Form.BREAK)
        ):
            yield Finding(Rule.UNPLACED, level(Rule.UNPLACED), (one.code,))


def _places(
    programme: Programme, live: Sequence[Session], demand: Mapping[str, int], level: LevelOf
) -> Iterator[Finding]:
    for one in live:
        codes = (one.code,)
        halls = [hall for hall in programme.halls if hall.slug == one.hall]
        routes = [route for route in programme.routes if route.slug == one.route]
        if one.hall and not halls:
            yield Finding(Rule.PLACE_MISSING, level(Rule.PLACE_MISSING), codes, hall=one.hall)
        if one.route and not routes:
            yield Finding(Rule.PLACE_MISSING, level(Rule.PLACE_MISSING), codes, route=one.route)
        rooms = [route.seats for route in routes] if one.route else [h.capacity for h in halls]
        limits = [room for room in rooms if room] + ([] if one.seats is None else [one.seats])
        wanted = demand.get(one.code, 0)
        if any(wanted > limit for limit in limits):
            rule = Rule.ROUTE_SEATS if one.route else Rule.CAPACITY
            yield Finding(
                rule,
                level(rule),
                codes,
                hall="" if one.route else one.hall,
                route=one.route,
                wanted=wanted,
                given=min(limits),
            )


def _hours(programme: Programme, live: Sequence[Session], level: LevelOf) -> Iterator[Finding]:
    for one in live:
        own = _own(one)
        if own is None or not programme.days:
            continue
        if all(own[0] < day.start or own[1] > day.end for day in programme.days):
            yield Finding(
                Rule.DAY_HOURS, level(Rule.DAY_HOURS), (one.code,), start=own[0], end=own[1]
            )


def _hall_pairs(live: Sequence[Session], level: LevelOf) -> Iterator[Finding]:
    for one, other in combinations(live, 2):
        both = _common(_own(one), _own(other))
        if one.hall and one.hall == other.hall and both:
            yield Finding(
                Rule.HALL_CLASH,
                level(Rule.HALL_CLASH),
                _codes(one, other),
                hall=one.hall,
                start=both[0],
                end=both[1],
            )


def _person_pairs(
    programme: Programme, live: Sequence[Session], level: LevelOf
) -> Iterator[Finding]:
    for one, other in combinations(live, 2):
        both, route = _common(_own(one), _own(other)), ""
        if both is None and one.route != other.route:
            busy, other_busy = _with_travel(programme, one), _with_travel(programme, other)
            both = _common(busy, other_busy)
            travelled = [
                session.route
                for session, whole in ((one, busy), (other, other_busy))
                if whole != _own(session)
            ]
            route = min(travelled, default="")
        if both is None:
            continue
        for person in _people(one) & _people(other):
            yield Finding(
                Rule.PERSON_CLASH,
                level(Rule.PERSON_CLASH),
                _codes(one, other),
                person=person,
                route=route,
                start=both[0],
                end=both[1],
            )


def _absences(
    programme: Programme, live: Sequence[Session], windows: Sequence[Window], level: LevelOf
) -> Iterator[Finding]:
    for one in live:
        whole = _with_travel(programme, one)
        if whole is None:
            continue
        for person in _people(one):
            own = [window for window in windows if window.person == person]
            if own and not _covered(whole, own):
                yield Finding(
                    Rule.AVAILABILITY,
                    level(Rule.AVAILABILITY),
                    (one.code,),
                    person=person,
                    route=one.route if whole != _own(one) else "",
                    start=whole[0],
                    end=whole[1],
                )


def _covered(interval: Interval, windows: Sequence[Window]) -> bool:
    """Walk from the start, each time as far as some window reaches."""
    reached, end = interval
    while reached < end:
        further = [w.end for w in windows if w.start <= reached < w.end]
        if not further:
            return False
        reached = max(further)
    return True


def _runs(live: Sequence[Session], level: LevelOf) -> Iterator[Finding]:
    for hall in {one.hall for one in live} - {""}:
        breaks = [
            own[0]
            for one in live
            if one.form is Form.BREAK and not one.route and one.hall in {hall, ""}
            if (own := _own(one)) is not None
        ]
        talks = [one for one in live if one.hall == hall and one.form is not Form.BREAK]
        for (start, end), run in _joined(talks, breaks):
            length = (end - start) // timedelta(minutes=1)
            if length > LONGEST_RUN:
                yield Finding(
                    Rule.NO_BREAK,
                    level(Rule.NO_BREAK),
                    run,
                    hall=hall,
                    start=start,
                    end=end,
                    wanted=LONGEST_RUN,
                    given=length,
                )


def _joined(
    talks: Iterable[Session], breaks: Sequence[datetime]
) -> Iterator[tuple[Interval, tuple[str, ...]]]:
    """Join any two neighbours until nothing more can be joined."""
    runs = [(own, [one]) for one in talks if (own := _own(one)) is not None]
    joined = True
    while joined:
        joined = False
        for one, other in combinations(runs, 2):
            if _without_pause(one[0], other[0], breaks):
                runs.remove(one)
                runs.remove(other)
                whole = (min(one[0][0], other[0][0]), max(one[0][1], other[0][1]))
                runs.append((whole, one[1] + other[1]))
                joined = True
                break
    for whole, sessions in runs:
        yield whole, tuple(one.code for one in sorted(sessions, key=_by_start))


def _by_start(one: Session) -> tuple[datetime, str]:
    assert one.start is not None
    return one.start.astimezone(UTC), one.code


def _without_pause(one: Interval, other: Interval, breaks: Sequence[datetime]) -> bool:
    first, second = sorted((one, other))
    if second[0] < first[1]:
        return True
    rested = second[0] - first[1] >= timedelta(minutes=PAUSE)
    return not rested and not any(first[1] <= start < second[0] for start in breaks)
