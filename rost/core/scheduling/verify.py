"""Every demand checked in the plainest way: every item, every pair, tick by tick where plainer.

It shares no working with the solver, and takes programmes made by hand as well: what is missing,
unknown or twice somewhere is a fault, never an error. What each demand means exactly is said in
docs/algorithms/scheduling-proof.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from .model import Demand, Fault, Item, Placement, Plan, Problem, Span


@dataclass(frozen=True, slots=True)
class _Standing:
    """An item where it stands. `busy` is the time that it takes of its people."""

    item: Item
    place: str
    own: Span
    busy: Span
    away: bool


def verify(problem: Problem, plan: Plan) -> tuple[Fault, ...]:
    standing = [
        _standing(problem, item, plan[item.key]) for item in problem.items if item.key in plan
    ]
    return (
        *_each(problem, plan),
        *(fault for one in standing for fault in _alone(problem, one)),
        *(fault for one, other in combinations(standing, 2) for fault in _two(one, other)),
        *_sequences(problem, {one.item.key: one for one in standing}),
        *(_tracks(problem, standing) if problem.one_track else ()),
    )


def joined(spans: Iterable[Span]) -> list[Span]:
    """In order, those that touch or overlap made one."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.begins, span.ends)):
        if result and span.begins <= result[-1].ends:
            result[-1] = Span(result[-1].begins, max(result[-1].ends, span.ends))
        else:
            result.append(span)
    return result


def _standing(problem: Problem, item: Item, placement: Placement) -> _Standing:
    own = busy = Span(placement.begins, placement.begins + item.ticks)
    away = False
    for place in problem.places:
        if place.key == placement.place and place.away:
            away = True
            for trip in joined(place.open):
                if trip.begins <= own.begins and own.ends <= trip.ends:
                    busy = trip
    return _Standing(item, placement.place, own, busy, away)


def _each(problem: Problem, plan: Plan) -> Iterator[Fault]:
    known = {place.key for place in problem.places}
    for item in problem.items:
        placement = plan.get(item.key)
        if placement is None:
            yield Fault(Demand.PLACED, (item.key,))
            continue
        place = placement.place
        if place not in known or (item.places and place not in item.places):
            yield Fault(Demand.ALLOWED, (item.key,), place=place)
        if item.fixed is not None and placement != item.fixed:
            yield Fault(Demand.FIXED, (item.key,), place=item.fixed.place)


def _alone(problem: Problem, one: _Standing) -> Iterator[Fault]:
    key = (one.item.key,)
    if not any(s.begins <= one.own.begins and one.own.ends <= s.ends for s in problem.stretches):
        yield Fault(Demand.LENGTH, key, place=one.place, stretch=_begins_in(problem, one.own))
    if one.item.windows and not _inside(one.own, one.item.windows):
        yield Fault(Demand.WINDOW, key)
    for place in problem.places:
        if place.key == one.place and place.open and not _inside(one.own, place.open):
            yield Fault(Demand.OPEN, key, place=place.key)
    for person in problem.people:
        if person.key in one.item.people and person.free and not _inside(one.busy, person.free):
            yield Fault(Demand.FREE, key, person=person.key, place=one.place)


def _inside(span: Span, spans: tuple[Span, ...]) -> bool:
    """Every tick lies in one of the spans."""
    return all(
        any(other.begins <= tick < other.ends for other in spans)
        for tick in range(span.begins, span.ends)
    )


def _begins_in(problem: Problem, own: Span) -> str:
    for stretch in problem.stretches:
        if stretch.begins <= own.begins < stretch.ends:
            return stretch.key
    return ""


def _two(one: _Standing, other: _Standing) -> Iterator[Fault]:
    keys = (one.item.key, other.item.key)
    same_place = one.place == other.place
    if same_place and _overlap(one.own, other.own):
        yield Fault(Demand.PLACE_ONCE, keys, place=one.place)
    together = same_place and one.away
    if _overlap(one.own, other.own) if together else _overlap(one.busy, other.busy):
        for person in dict.fromkeys(one.item.people):
            if person in other.item.people:
                yield Fault(Demand.PERSON_ONCE, keys, person=person)


def _overlap(one: Span, other: Span) -> bool:
    return one.begins < other.ends and other.begins < one.ends


def _sequences(problem: Problem, standing: dict[str, _Standing]) -> Iterator[Fault]:
    for sequence in problem.sequences:
        first, then = standing.get(sequence.first), standing.get(sequence.then)
        if first is None or then is None:
            continue
        gap = then.own.begins - first.own.ends
        if gap < sequence.at_least or (sequence.at_most is not None and gap > sequence.at_most):
            yield Fault(Demand.SEQUENCE, (sequence.first, sequence.then))


def _tracks(problem: Problem, standing: list[_Standing]) -> Iterator[Fault]:
    for place in dict.fromkeys(one.place for one in standing):
        cells: dict[str, list[Item]] = {}
        for one in standing:
            if one.place == place and one.item.track:
                for stretch in problem.stretches:
                    if stretch.begins <= one.own.begins and one.own.ends <= stretch.ends:
                        cells.setdefault(stretch.key, []).append(one.item)
                        break
        for stretch_key, items in cells.items():
            if len({item.track for item in items}) > 1:
                keys = tuple(item.key for item in items)
                yield Fault(Demand.ONE_TRACK, keys, place=place, stretch=stretch_key)
