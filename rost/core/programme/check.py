"""Checks of a programme by sweeping along time: O(n log n) and the clashes themselves.

Cancelled sessions take neither time nor place. A session of no length is reported as such and
takes no time. A person who takes part in a session on a route is busy from the departure of the
bus to its return; two sessions on one route clash only if they themselves overlap. Capacity or
seats of 0 mean "not known". `verify` says the same in the plainest way, and a test holds them
equal.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .findings import LEVELS, LONGEST_RUN, NEED_MODERATOR, PAUSE, Finding, Level, Rule
from .model import Form, Part, Programme, Session, State, Window
from .spans import Span, busy, free_time, overlap, overlaps, span_of


def check(
    programme: Programme,
    *,
    demand: Mapping[str, int],
    windows: Sequence[Window],
    levels: Mapping[Rule, Level] = LEVELS,
) -> tuple[Finding, ...]:
    """All faults of a programme, heaviest first.

    `demand` is the number of people per session code; a rule that `levels` does not name has its
    usual level.
    """
    table = {**LEVELS, **levels}
    sessions = [one for one in programme.sessions if one.state is not State.CANCELLED]
    spans = [span for one in sessions if (span := span_of(one)) is not None]
    looked_for = {
        Rule.DURATION: _durations(sessions, table[Rule.DURATION]),
        Rule.PERSON_CLASH: _person_clashes(programme, spans, table[Rule.PERSON_CLASH]),
        Rule.HALL_CLASH: _hall_clashes(spans, table[Rule.HALL_CLASH]),
        Rule.PLACE_MISSING: _missing_places(programme, sessions, table[Rule.PLACE_MISSING]),
        Rule.ROUTE_SEATS: _full_routes(programme, sessions, demand, table[Rule.ROUTE_SEATS]),
        Rule.CAPACITY: _full_halls(programme, sessions, demand, table[Rule.CAPACITY]),
        Rule.AVAILABILITY: _absences(programme, spans, windows, table[Rule.AVAILABILITY]),
        Rule.DAY_HOURS: _outside_days(programme, spans, table[Rule.DAY_HOURS]),
        Rule.NO_MODERATOR: _unmoderated(sessions, table[Rule.NO_MODERATOR]),
        Rule.NO_BREAK: _long_runs(sessions, spans, table[Rule.NO_BREAK]),
        Rule.UNPLACED: _unplaced(sessions, table[Rule.UNPLACED]),
    }
    found = [
        finding
        for rule, findings in looked_for.items()
        if table[rule] is not Level.IGNORE
        for finding in findings
    ]
    return tuple(sorted(found, key=lambda finding: finding.order))


def _codes(first: Session, second: Session) -> tuple[str, str]:
    return (first.code, second.code) if first.code < second.code else (second.code, first.code)


def _person_clashes(programme: Programme, spans: list[Span], level: Level) -> Iterator[Finding]:
    for person, own in busy(programme, spans).items():
        for whole, other_whole in overlaps(own):
            first, second = whole, other_whole
            inner, other_inner = span_of(whole.session), span_of(other_whole.session)
            assert inner is not None
            assert other_inner is not None
            together = inner.begins < other_inner.ends and other_inner.begins < inner.ends
            if together:
                first, second = inner, other_inner
            elif whole.session.route == other_whole.session.route:
                continue
            start, end = overlap(first, second)
            yield Finding(
                Rule.PERSON_CLASH,
                level,
                _codes(first.session, second.session),
                person=person,
                route=min(filter(None, (first.route, second.route)), default=""),
                start=start,
                end=end,
            )


def _hall_clashes(spans: Iterable[Span], level: Level) -> Iterator[Finding]:
    for hall, own in _by_hall(spans).items():
        for first, second in overlaps(own):
            start, end = overlap(first, second)
            codes = _codes(first.session, second.session)
            yield Finding(Rule.HALL_CLASH, level, codes, hall=hall, start=start, end=end)


def _by_hall(spans: Iterable[Span]) -> dict[str, list[Span]]:
    halls = defaultdict(list)
    for span in sorted(spans, key=lambda span: span.order):
        if span.session.hall:
            halls[span.session.hall].append(span)
    return halls


def _missing_places(
    programme: Programme, sessions: Iterable[Session], level: Level
) -> Iterator[Finding]:
    halls = {hall.slug for hall in programme.halls} | {""}
    routes = {route.slug for route in programme.routes} | {""}
    for one in sessions:
        if one.hall not in halls:
            yield Finding(Rule.PLACE_MISSING, level, (one.code,), hall=one.hall)
        if one.route not in routes:
            yield Finding(Rule.PLACE_MISSING, level, (one.code,), route=one.route)


def _full_halls(
    programme: Programme, sessions: Iterable[Session], demand: Mapping[str, int], level: Level
) -> Iterator[Finding]:
    capacities = {hall.slug: hall.capacity for hall in programme.halls}
    for one in sessions:
        if one.route:
            continue
        given = _least(capacities.get(one.hall, 0), one.seats)
        wanted = demand.get(one.code, 0)
        if given is not None and wanted > given:
            yield Finding(
                Rule.CAPACITY, level, (one.code,), hall=one.hall, wanted=wanted, given=given
            )


def _full_routes(
    programme: Programme, sessions: Iterable[Session], demand: Mapping[str, int], level: Level
) -> Iterator[Finding]:
    seats = {route.slug: route.seats for route in programme.routes}
    for one in sessions:
        if not one.route:
            continue
        given = _least(seats.get(one.route, 0), one.seats)
        wanted = demand.get(one.code, 0)
        if given is not None and wanted > given:
            yield Finding(
                Rule.ROUTE_SEATS, level, (one.code,), route=one.route, wanted=wanted, given=given
            )


def _least(room: int, own: int | None) -> int | None:
    """The smaller of the room's limit (0: not known) and the session's own (None: none)."""
    if own is None:
        return room or None
    return min(room, own) if room else own


def _absences(
    programme: Programme, spans: Iterable[Span], windows: Sequence[Window], level: Level
) -> Iterator[Finding]:
    free = free_time(windows)
    if not free:
        return
    for person, own in busy(programme, spans).items():
        if person not in free:
            continue
        starts, ends = free[person]
        for span in own:
            place = bisect_right(starts, span.begins) - 1
            if place < 0 or ends[place] < span.ends:
                yield Finding(
                    Rule.AVAILABILITY,
                    level,
                    (span.session.code,),
                    person=person,
                    route=span.route,
                    start=span.start,
                    end=span.end,
                )


def _outside_days(programme: Programme, spans: Iterable[Span], level: Level) -> Iterator[Finding]:
    days = [(day.start.timestamp(), day.end.timestamp()) for day in programme.days]
    if not days:
        return
    for span in spans:
        if not any(opens <= span.begins and span.ends <= closes for opens, closes in days):
            codes = (span.session.code,)
            yield Finding(Rule.DAY_HOURS, level, codes, start=span.start, end=span.end)


def _unmoderated(sessions: Iterable[Session], level: Level) -> Iterator[Finding]:
    for one in sessions:
        parts = {contribution.part for contribution in one.contributions}
        if one.form in NEED_MODERATOR and Part.MODERATOR not in parts:
            yield Finding(Rule.NO_MODERATOR, level, (one.code,))


def _long_runs(
    sessions: Iterable[Session], spans: Iterable[Span], level: Level
) -> Iterator[Finding]:
    """Runs of sessions in one hall that keep people longer than LONGEST_RUN minutes.

    A run goes on while the next session starts less than PAUSE minutes after the end of those
    before it and no break (of this hall, or of none, which is everybody's) starts in between.
    """
    breaks = defaultdict(list)
    for span in sorted(spans, key=lambda span: span.begins):
        if span.session.form is Form.BREAK and not span.session.route:
            breaks[span.session.hall].append(span.begins)
    for hall, own in _by_hall(spans).items():
        talks = [span for span in own if span.session.form is not Form.BREAK]
        for run in _runs(talks, (breaks[hall], breaks[""])):
            last = max(run, key=lambda span: span.ends)
            length = int(last.ends - run[0].begins) // 60
            if length > LONGEST_RUN:
                yield Finding(
                    Rule.NO_BREAK,
                    level,
                    tuple(span.session.code for span in run),
                    hall=hall,
                    start=run[0].start,
                    end=last.end,
                    wanted=LONGEST_RUN,
                    given=length,
                )


def _runs(spans: Iterable[Span], breaks: Iterable[list[float]]) -> Iterator[list[Span]]:
    run: list[Span] = []
    run_ends = 0.0
    for span in spans:
        paused = span.begins - run_ends >= PAUSE * 60 or any(
            _between(starts, run_ends, span.begins) for starts in breaks
        )
        if run and paused:
            yield run
            run = []
        run_ends = max(run_ends, span.ends) if run else span.ends
        run.append(span)
    if run:
        yield run


def _between(moments: list[float], since: float, before: float) -> bool:
    """Is there one of the ordered moments in [since, before)?"""
    place = bisect_right(moments, since - 1e-6)
    return place < len(moments) and moments[place] < before


def _unplaced(sessions: Iterable[Session], level: Level) -> Iterator[Finding]:
    for one in sessions:
        everybodys_break = one.form is Form.BREAK and one.start is not None
        if one.state is State.ACCEPTED and not one.placed and not everybodys_break:
            yield Finding(Rule.UNPLACED, level, (one.code,))


def _durations(sessions: Iterable[Session], level: Level) -> Iterator[Finding]:
    for one in sessions:
        if one.minutes <= 0:
            yield Finding(Rule.DURATION, level, (one.code,), given=one.minutes)
