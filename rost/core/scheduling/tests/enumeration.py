"""All plans of a very small problem, one by one: what is possible, best, and contradictory."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from rost.core.scheduling.claims import Claim, claims, conceivable
from rost.core.scheduling.measures import measure
from rost.core.scheduling.model import Contradiction, Demand, Fault, Measure, Plan, Problem
from rost.core.scheduling.model import Placement as At
from rost.core.scheduling.verify import verify


def every_plan(problem: Problem) -> Iterator[Plan]:
    """Every item inside a stretch, at a place that could hold it if need be."""
    choices = [
        [
            At(problem.places[place].key, begins)
            for place in conceivable(problem, item)
            for stretch in problem.stretches
            for begins in range(stretch.begins, stretch.ends - item.ticks + 1)
        ]
        for item in problem.items
    ]
    keys = [item.key for item in problem.items]
    for one in product(*choices):
        yield dict(zip(keys, one, strict=True))


def best(problem: Problem) -> tuple[int, int] | None:
    """The fewest moves, and the smallest objective with so few; None when nothing is possible."""
    found = []
    for plan in every_plan(problem):
        if not verify(problem, plan):
            tallies = measure(problem, plan)
            moved = sum(one.number for one in tallies if one.measure is Measure.MOVED)
            rows = [row for row in problem.item_costs if row.measure is Measure.MOVED]
            assert not rows
            found.append((moved, sum(one.cost for one in tallies)))
    return min(found, default=None)


def fewest_contradicting(problem: Problem) -> int:
    """How many claims the smallest contradiction has; 0 when a plan is possible."""
    broken = {_broken(problem, plan) for plan in every_plan(problem)}
    least = [one for one in broken if not any(other < one for other in broken)]
    numbers = sorted(frozenset().union(*least))
    for size in range(len(numbers) + 1):
        for some in combinations(numbers, size):
            if all(one.intersection(some) for one in least):
                return size
    return 0


def contradict(problem: Problem, told: tuple[Contradiction, ...]) -> bool:
    """Whether every plan breaks one of the claims that are told of."""
    numbers = {claim.number for claim in claims(problem) for one in told if _tells(one, claim)}
    return all(_broken(problem, plan) & numbers for plan in every_plan(problem))


def _broken(problem: Problem, plan: Plan) -> frozenset[int]:
    rows = claims(problem)
    return frozenset(
        claim.number for fault in verify(problem, plan) for claim in rows if _breaks(fault, claim)
    )


def _breaks(fault: Fault, claim: Claim) -> bool:
    if fault.demand is not claim.demand:
        return False
    if claim.demand in (Demand.PLACE_ONCE, Demand.OPEN, Demand.ONE_TRACK):
        return fault.place == claim.place
    if claim.demand in (Demand.PERSON_ONCE, Demand.FREE):
        return fault.person == claim.person
    return fault.items == claim.items or fault.items[0] in claim.items[:1]


def _tells(told: Contradiction, claim: Claim) -> bool:
    same = (told.demand, told.person, told.place) == (claim.demand, claim.person, claim.place)
    return same and set(told.items) <= set(claim.items)
