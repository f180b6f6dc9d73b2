"""Workbooks that cannot be scheduled strictly: as much of them as there is room for.

A submission longer than every session is cut, as the library allows for a penalty. If there is
still no plan, rooms that do not exist are added at a price, and what lies there stays unplaced.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from bench.cosplib.reading import Conference
from rost.core.scheduling import Item, ItemCost, Limits, Measure, Place, Plan, Problem, Solution

_BROKEN = 10_000_000  # what the library's checker takes for each part of a submission that is cut
_APART = 1_000_000_000  # and for a submission whose time slots do not follow each other
_NOWHERE = "nowhere {}"

Solve = Callable[[Problem, Limits], Solution]


def cut(conference: Conference) -> Conference:
    """Every submission fits into a session: those that do not are cut into parts."""
    problem = conference.problem
    longest = max((one.ends - one.begins for one in problem.stretches), default=0)
    if not longest or all(item.ticks <= longest for item in problem.items):
        return conference
    items: list[Item] = []
    costs: list[ItemCost] = []
    references = dict(conference.references)
    rows: dict[str, list[ItemCost]] = defaultdict(list)
    for cost in problem.item_costs:
        rows[cost.item].append(cost)
    for item in problem.items:
        for number, begins in enumerate(range(0, item.ticks, longest)):
            ticks = min(longest, item.ticks - begins)
            key = f"{item.key} part {number + 1}" if item.ticks > longest else item.key
            references[key] = conference.references[item.key]
            items.append(replace(item, key=key, ticks=ticks))
            share = [
                replace(one, item=key, cost=one.cost * ticks // item.ticks)
                for one in rows[item.key]
            ]
            costs += share
    eased = replace(problem, items=tuple(items), item_costs=tuple(costs))
    return replace(conference, problem=eased, references=references)


def cuts(whole: Conference, plan: Plan, ticks: dict[str, int]) -> int:
    """What the checker takes for submissions that were cut, if all parts stand."""
    found = 0
    longest = max((one.ends - one.begins for one in whole.problem.stretches), default=0)
    for item in whole.problem.items:
        if longest and item.ticks > longest:
            parts = -(-item.ticks // longest)
            keys = [f"{item.key} part {number + 1}" for number in range(parts)]
            cells = sum(1 for key in keys if key in plan and ticks[key] != item.ticks)
            found += _BROKEN * cells + _APART
    return found


def eased(problem: Problem, limits: Limits, solve: Solve) -> Plan:
    """A plan of as many submissions as there is room for."""
    if not any(one.ends > one.begins for one in problem.stretches):
        return {}
    names = [_NOWHERE.format(number + 1) for number in range(_wanted(problem))]
    dear = 1 + 2 * _largest(problem)
    costs = [
        ItemCost(Measure.SEATS, item.key, dear * item.ticks, place=name)
        for item in problem.items
        for name in names
    ]
    wider = replace(
        problem,
        places=(*problem.places, *map(Place, names)),
        item_costs=(*problem.item_costs, *costs),
        weights={**problem.weights, Measure.SEATS: 1},
    )
    plan = solve(wider, limits).plan
    return {key: where for key, where in plan.items() if where.place not in names}


def _wanted(problem: Problem) -> int:
    """Rooms in which everything fits: by first fit, no session is more than half wasted."""
    longest = max(one.ends - one.begins for one in problem.stretches)
    load: dict[str, int] = defaultdict(int)
    for item in problem.items:
        load[item.track] += item.ticks
    full = sum(1 for one in problem.stretches if one.ends - one.begins == longest)
    return -(-sum(-(-2 * ticks // longest) + 1 for ticks in load.values()) // full)


def _largest(problem: Problem) -> int:
    """More than any single submission can gain by not standing anywhere, as a rule."""
    weights = problem.weights
    rows = [one.cost * weights.get(one.measure, 0) for one in problem.item_costs]
    rows += [one.cost * weights.get(one.measure, 0) for one in problem.track_costs]
    rows += [cost * weights.get(Measure.SIMILAR_TRACKS, 0) for cost in problem.similar.values()]
    return max([*rows, *weights.values(), 1])
