"""Programmes of synthetic forums: solved, re-planned, and explained where they are impossible.

Every run is a fresh process, so that its peak of memory is its own. Beside each stands what an
office would do otherwise: first fit by hand – take the sessions in their order and put each into
the first quarter of an hour and hall that break nothing.

    python -m bench.programmes            all of them
    python -m bench.programmes festival   one of them, in this process
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from bench.ground import ROOT
from rost.core.scheduling import (
    Item,
    Limits,
    Measure,
    Person,
    Place,
    Placement,
    Plan,
    Problem,
    Solution,
    Span,
    explain,
    objective,
    solve,
    verify,
)
from rost.core.scheduling import measure as tallies
from rost.core.scheduling.tests.forums import Forum, festival, forum, huge

SEED = 1


def measure() -> None:
    """Print a line or two per run."""
    for name in WORKS:
        subprocess.run([sys.executable, "-m", "bench.programmes", name], check=True, cwd=ROOT)


def _limits(seconds: float) -> Limits:
    return Limits(seconds, SEED, workers=os.cpu_count() or 1)


def _festival() -> None:
    _solved("programme, 98 sessions in 8 halls and a bus", festival(), 4)


def _forum() -> None:
    _solved("programme, 300 sessions × 8 halls × 3 days", forum(), 28)


def _huge() -> None:
    _solved("programme, 1 000 sessions, 40 halls, 3 000 wishes", huge(), 60)


def _solved(name: str, one: Forum, seconds: float) -> None:
    firsts: list[float] = []
    began = time.perf_counter()
    found = solve(
        one.problem,
        _limits(seconds),
        on_better=lambda plan, cost, bound, at: firsts.append(time.perf_counter() - began),
    )
    took = time.perf_counter() - began
    by_hand = first_fit(one.problem)
    left = len(one.problem.items) - len(by_hand)
    ours, theirs = objective(one.problem, found.plan), objective(one.problem, by_hand)
    print(
        f"{name}: first plan without conflict {min(firsts, default=took):.2f} s, "
        f"after {took:.2f} s objective {ours} (proven ≥ {found.bound}, {found.status}), "
        f"{len(found.plan)} placed, {len(verify(one.problem, found.plan))} faults, "
        f"peak {_peak()} MiB"
    )
    print(
        f"  first fit by hand: {left} not placed, objective of the rest {theirs}; "
        f"ratio {theirs / max(1, ours):.1f} ({_worst(one.problem, found.plan, by_hand)})"
    )


def _worst(problem: Problem, ours: Plan, theirs: Plan) -> str:
    """Wishes, seats and tracks: what a visitor feels of the two."""
    felt = (Measure.WISHES, Measure.SEATS, Measure.PLACES_PER_TRACK)
    pairs = zip(tallies(problem, ours), tallies(problem, theirs), strict=True)
    return ", ".join(
        f"{one.measure} {one.number} against {other.number}"
        for one, other in pairs
        if one.measure in felt
    )


def _closed() -> None:
    """After approval a hall is lost for the first half of the second day."""
    one = festival()
    approved = solve(one.problem, _limits(4)).plan
    lost = one.problem.stretches[2]
    last = max(stretch.ends for stretch in one.problem.stretches)
    places = tuple(
        replace(place, open=(Span(4, lost.begins), Span(lost.ends, last)))
        if place.key == "hall:2"
        else place
        for place in one.problem.places
    )
    _replanned("re-planning 98 sessions, a hall closed for half a day", one, approved, places, 4)


def _dropped() -> None:
    """Ten minutes before a session of the first day its speaker can come only tomorrow."""
    one = festival()
    approved = solve(one.problem, _limits(4)).plan
    speaker, item = next(_today(one.problem, approved))
    now = approved[item.key].begins - 1
    items = tuple(
        replace(other, fixed=approved[other.key]) if approved[other.key].begins <= now else other
        for other in one.problem.items
    )
    last = max(stretch.ends for stretch in one.problem.stretches)
    people = tuple(
        replace(person, free=(Span(0, now + 1), Span(96, last))) if person is speaker else person
        for person in one.problem.people
    )
    changed = replace(one, problem=replace(one.problem, items=items, people=people))
    name = "speaker away ten minutes before start, 98 sessions"
    _replanned(name, changed, approved, one.problem.places, 8)


def _today(problem: Problem, plan: Plan) -> Iterator[tuple[Person, Item]]:
    """Speakers who are free at any time, and what they have in the middle of the first day."""
    morning, evening = problem.stretches[0], problem.stretches[1]
    for person in problem.people:
        own = [item for item in problem.items if person.key in item.people]
        for item in own:
            here = morning.begins + 4 < plan[item.key].begins < evening.begins
            if not person.free and here and item.fixed is None and not item.windows:
                yield person, item


def _replanned(
    name: str, one: Forum, approved: Plan, places: tuple[Place, ...], seconds: float
) -> None:
    problem = replace(one.problem, places=places, before=approved)
    faults = len(verify(problem, approved))
    began = time.perf_counter()
    found: Solution = solve(problem, _limits(seconds))
    took = time.perf_counter() - began
    anew = solve(replace(problem, before={}), _limits(seconds)).plan
    moved = sum(1 for key, where in approved.items() if anew.get(key) != where)
    print(
        f"{name}: {faults} faults before, {took:.2f} s, {found.moved} moved "
        f"(proven least {found.moved_bound}), {len(verify(problem, found.plan))} faults after, "
        f"objective {objective(problem, approved)} → {objective(problem, found.plan)}"
    )
    print(f"  solved anew instead: {moved} moved")


def _impossible() -> None:
    """Thirty sessions of the festival are said to need the largest hall."""
    one = festival()
    items = tuple(
        replace(item, places=("hall:1",), windows=()) if 10 <= number < 40 else item
        for number, item in enumerate(one.problem.items)
    )
    problem = replace(one.problem, items=items)
    began = time.perf_counter()
    told = explain(problem, _limits(30))
    took = time.perf_counter() - began
    print(
        f"explained, 98 sessions of which 30 need one hall: {took:.2f} s, "
        f"{len(told)} demands ({', '.join(sorted(one.demand for one in told))}) "
        f"on {len(told[0].items)} sessions, proven smallest: {told[0].smallest}"
    )


def first_fit(problem: Problem) -> Plan:
    """Fixed ones first, then in the order of the list; what fits nowhere is left out."""
    plan: dict[str, Placement] = {}
    held: dict[str, list[Span]] = {}
    order = sorted(problem.items, key=lambda item: item.fixed is None)
    follows = {row.then: row for row in problem.sequences}
    people = {person.key: person for person in problem.people}
    ends = {item.key: item.ticks for item in problem.items}

    def earliest(item: Item) -> int:
        row = follows.get(item.key)
        if row is None or row.first not in plan:
            return 0
        return plan[row.first].begins + ends[row.first] + row.at_least

    def takes(item: Item, where: Placement, away: dict[str, Span]) -> bool:
        own = Span(where.begins, where.begins + item.ticks)
        busy = away.get(where.place, own)
        windows = not item.windows or any(_in(own, window) for window in item.windows)
        return (
            windows
            and where.begins >= earliest(item)
            and not any(_meet(own, other) for other in held.get(where.place, ()))
            and all(
                (not people[one].free or any(_in(busy, span) for span in people[one].free))
                and not any(_meet(busy, other) for other in held.get(one, ()))
                for one in item.people
            )
        )

    away = {place.key: place.open[0] for place in problem.places if place.away}
    for item in order:
        for where in [item.fixed] if item.fixed is not None else _spots(problem, item):
            if takes(item, where, away):
                plan[item.key] = where
                own = Span(where.begins, where.begins + item.ticks)
                held.setdefault(where.place, []).append(own)
                for one in item.people:
                    held.setdefault(one, []).append(away.get(where.place, own))
                break
    return plan


def _spots(problem: Problem, item: Item) -> Iterator[Placement]:
    for stretch in problem.stretches:
        for begins in range(stretch.begins, stretch.ends - item.ticks + 1):
            own = Span(begins, begins + item.ticks)
            for place in problem.places:
                opened = not place.open or any(_in(own, span) for span in place.open)
                if opened and (not item.places or place.key in item.places):
                    yield Placement(place.key, begins)


def _in(one: Span, other: Span) -> bool:
    return other.begins <= one.begins and one.ends <= other.ends


def _meet(one: Span, other: Span) -> bool:
    return one.begins < other.ends and other.begins < one.ends


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


WORKS: dict[str, Callable[[], None]] = {
    "festival": _festival,
    "closed": _closed,
    "dropped": _dropped,
    "forum": _forum,
    "huge": _huge,
    "impossible": _impossible,
}

if __name__ == "__main__":
    if sys.argv[1:]:
        WORKS[sys.argv[1]]()
    else:
        measure()
