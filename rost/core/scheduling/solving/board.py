"""A problem made ready for search: keys become numbers, weights and costs are multiplied out.

A demand on one item alone (places, windows, people's hours, opening hours, what is fixed) becomes
the list of places and begins that are left to it, so that no search has to look at it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rost.core.scheduling.model import Item, Measure, Placement, Plan, Problem, Span

Where = tuple[int, int]
"""A place and a begin."""

Range = tuple[int, int, int]
"""A stretch, and the first and last begin in it."""


@dataclass(frozen=True, slots=True)
class Away:
    """A trip of a place from which nobody comes back before its end."""

    place: int
    span: Span


class Board:
    """`ranges[i]` holds, by place, where in time item `i` may begin."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.items = problem.items
        self.ticks = [item.ticks for item in problem.items]
        self.place = {place.key: p for p, place in enumerate(problem.places)}
        self.item = {item.key: i for i, item in enumerate(problem.items)}
        self.weights = {m: w for m, w in problem.weights.items() if w}
        names = dict.fromkeys(item.track for item in problem.items if item.track)
        self.tracks = list(names)
        numbers = {name: t for t, name in enumerate(self.tracks)}
        self.track = [numbers.get(item.track, -1) for item in problem.items]
        self.members: list[list[int]] = [[] for _ in self.tracks]
        for i, t in enumerate(self.track):
            if t >= 0:
                self.members[t].append(i)
        self.trips = [joined(place.open) if place.away else [] for place in problem.places]
        self._free = {one.key: one.free for one in problem.people if one.free}
        self._open = [openings(place.open) for place in problem.places]
        self.ranges = [self._ranges(item) for item in problem.items]
        self.before: list[Where | None] = [self._where(item) for item in problem.items]
        self.stood = sum(1 for item in problem.items if item.key in problem.before)

    def weight(self, measure: Measure) -> int:
        return self.weights.get(measure, 0)

    def stretch_at(self, begins: int, ticks: int) -> int:
        """The stretch that holds these ticks, -1 for none."""
        for s, stretch in enumerate(self.problem.stretches):
            if stretch.begins <= begins and begins + ticks <= stretch.ends:
                return s
        return -1

    def trip_at(self, place: int, begins: int, ticks: int) -> Span | None:
        for trip in self.trips[place]:
            if trip.begins <= begins and begins + ticks <= trip.ends:
                return trip
        return None

    def allows(self, i: int, where: Where) -> bool:
        place, begins = where
        return any(lo <= begins <= hi for _, lo, hi in self.ranges[i].get(place, ()))

    def plan(self, state: Iterable[Where | None]) -> Plan:
        places = self.problem.places
        return {
            item.key: Placement(places[at[0]].key, at[1])
            for item, at in zip(self.items, state, strict=True)
            if at is not None
        }

    def state(self, plan: Plan) -> list[Where | None]:
        """The plan in numbers; what it may not keep where it stands is left out."""
        found: list[Where | None] = [None] * len(self.items)
        for key, at in plan.items():
            i, place = self.item.get(key), self.place.get(at.place)
            if i is not None and place is not None and self.allows(i, (place, at.begins)):
                found[i] = (place, at.begins)
        return found

    def moved(self, state: Iterable[Where | None]) -> int:
        """How many items of the plan before do not stand where they stood."""
        return sum(
            1
            for item, old, at in zip(self.items, self.before, state, strict=True)
            if item.key in self.problem.before and (old is None or old != at)
        )

    @cached_property
    def of_person(self) -> dict[str, list[int]]:
        """Who must be at which items."""
        found: dict[str, list[int]] = {}
        for i, item in enumerate(self.items):
            for person in dict.fromkeys(item.people):
                found.setdefault(person, []).append(i)
        return found

    def _where(self, item: Item) -> Where | None:
        before = self.problem.before.get(item.key)
        if before is None or before.place not in self.place:
            return None
        return self.place[before.place], before.begins

    def _ranges(self, item: Item) -> dict[int, tuple[Range, ...]]:
        base = [
            (s, stretch.begins, stretch.ends - item.ticks)
            for s, stretch in enumerate(self.problem.stretches)
            if stretch.ends - stretch.begins >= item.ticks
        ]
        if item.windows:
            base = within(base, openings(item.windows), item.ticks)
        frees = [openings(self._free[person]) for person in item.people if person in self._free]
        there = base
        for free in frees:
            there = within(there, free, item.ticks)
        found: dict[int, tuple[Range, ...]] = {}
        for p, place in enumerate(self.problem.places):
            if item.places and place.key not in item.places:
                continue
            if place.away:
                ranges = self._away(item, p, base, frees)
            elif place.open:
                ranges = within(there, self._open[p], item.ticks)
            else:
                ranges = list(there)
            if item.fixed is not None:
                ranges = _only(ranges, item.fixed, place.key)
            if ranges:
                found[p] = tuple(ranges)
        return found

    def _away(
        self, item: Item, p: int, base: list[Range], frees: list[list[tuple[int, int]]]
    ) -> list[Range]:
        """People must be free for the whole trip."""
        if not self.trips[p]:
            for free in frees:
                base = within(base, free, item.ticks)
            return base
        kept = [
            (trip.begins, trip.ends)
            for trip in self.trips[p]
            if all(any(a <= trip.begins and trip.ends <= b for a, b in free) for free in frees)
        ]
        return within(base, kept, item.ticks)


def joined(spans: Iterable[Span]) -> list[Span]:
    return [Span(begins, ends) for begins, ends in openings(spans)]


def openings(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """In order, those that touch or overlap made one."""
    found: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda one: (one.begins, one.ends)):
        if found and span.begins <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], span.ends))
        else:
            found.append((span.begins, span.ends))
    return found


def within(ranges: list[Range], spans: list[tuple[int, int]], ticks: int) -> list[Range]:
    """The begins for which all ticks lie inside one of the spans."""
    return [
        (s, max(lo, begins), min(hi, ends - ticks))
        for s, lo, hi in ranges
        for begins, ends in spans
        if max(lo, begins) <= min(hi, ends - ticks)
    ]


def _only(ranges: list[Range], fixed: Placement, place: str) -> list[Range]:
    if fixed.place != place:
        return []
    return [(s, fixed.begins, fixed.begins) for s, lo, hi in ranges if lo <= fixed.begins <= hi]
