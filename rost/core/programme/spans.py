"""Stretches of time that sessions and people take, and where they overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from .model import Programme, Session, Window


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time some session takes, with moments also as seconds for quick comparing."""

    begins: float
    ends: float
    start: datetime
    end: datetime
    session: Session
    route: str = ""  # set when travel makes the span longer than the session

    @property
    def order(self) -> tuple[float, str]:
        return self.begins, self.session.code


def span_of(session: Session) -> Span | None:
    start, end = session.start, session.end
    if start is None or end is None or session.minutes <= 0:
        return None
    begins = start.timestamp()
    return Span(begins, begins + session.minutes * 60, start, end, session)


def busy(programme: Programme, spans: Iterable[Span]) -> dict[int, list[Span]]:
    """Who is busy when, travel included, each person's spans in order of time."""
    routes = {route.slug: route for route in programme.routes}
    found = defaultdict(list)
    for span in spans:
        people = {one.person for one in span.session.contributions if one.person is not None}
        route = routes.get(span.session.route)
        if people and route is not None:
            departs, returns = route.departs.timestamp(), route.returns.timestamp()
            early, late = departs < span.begins, returns > span.ends
            if early or late:
                span = Span(
                    min(departs, span.begins),
                    max(returns, span.ends),
                    route.departs if early else span.start,
                    route.returns if late else span.end,
                    span.session,
                    route.slug,
                )
        for person in people:
            found[person].append(span)
    for own in found.values():
        own.sort(key=lambda span: span.order)
    return found


def overlaps(spans: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    """Pairs that overlap, of spans in order of time."""
    going_on: list[Span] = []
    for span in spans:
        going_on = [other for other in going_on if other.ends > span.begins]
        for other in going_on:
            yield other, span
        going_on.append(span)


def overlap(first: Span, second: Span) -> tuple[datetime, datetime]:
    start = first.start if first.begins >= second.begins else second.start
    end = first.end if first.ends <= second.ends else second.end
    return start, end


def free_time(windows: Sequence[Window]) -> dict[int, tuple[list[float], list[float]]]:
    """Each person's free time as starts and ends, windows that touch joined to one."""
    free: dict[int, tuple[list[float], list[float]]] = {}
    stretches = sorted(
        (window.person, window.start.timestamp(), window.end.timestamp()) for window in windows
    )
    for person, begins, ends in stretches:
        starts, stops = free.setdefault(person, ([], []))
        if starts and begins <= stops[-1]:
            stops[-1] = max(stops[-1], ends)
        else:
            starts.append(begins)
            stops.append(ends)
    return free
