"""Two programmes side by side, measure by measure; and what moves from one to the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rost.core.scheduling import (
    Fault,
    Measure,
    Placement,
    Plan,
    Problem,
    Tally,
    measure,
    verify,
)
from rost.forum.rules.scheduling import WEIGHTS


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of both; the bars are shares of the greater cost, out of a hundred."""

    measure: Measure
    left: Tally
    right: Tally

    @property
    def change(self) -> int:
        """Below zero the right one is better."""
        return self.right.number - self.left.number

    @property
    def bars(self) -> tuple[int, int]:
        most = max(self.left.number, self.right.number, 1)
        return 100 * self.left.number // most, 100 * self.right.number // most


@dataclass(frozen=True, slots=True)
class Move:
    code: str
    before: Placement | None
    after: Placement | None


@dataclass(frozen=True, slots=True)
class Comparison:
    rows: tuple[Row, ...]
    left_faults: tuple[Fault, ...]
    right_faults: tuple[Fault, ...]
    left_missing: int
    right_missing: int
    moves: tuple[Move, ...]

    @property
    def left_cost(self) -> int:
        return sum(row.left.cost for row in self.rows)

    @property
    def right_cost(self) -> int:
        return sum(row.right.cost for row in self.rows)


def compare(problem: Problem, left: Plan, right: Plan) -> Comparison:
    """Of a plan that lacks sessions only those it has are measured, and the lack is told."""
    (left_tallies, left_faults), (right_tallies, right_faults) = (
        _judged(problem, left),
        _judged(problem, right),
    )
    rows = tuple(
        Row(one, left_tallies[one], right_tallies[one])
        for one in WEIGHTS
        if one in left_tallies and one in right_tallies
    )
    keys = [item.key for item in problem.items]
    moves = tuple(
        Move(key, left.get(key), right.get(key)) for key in keys if left.get(key) != right.get(key)
    )
    return Comparison(
        rows,
        left_faults,
        right_faults,
        sum(key not in left for key in keys),
        sum(key not in right for key in keys),
        moves,
    )


def _judged(problem: Problem, plan: Plan) -> tuple[dict[Measure, Tally], tuple[Fault, ...]]:
    """Places that are gone count as not placed."""
    places = {one.key for one in problem.places}
    known = {key: where for key, where in plan.items() if where.place in places}
    partial = restricted(problem, known)
    known = {item.key: known[item.key] for item in partial.items}
    return {one.measure: one for one in measure(partial, known)}, tuple(verify(partial, known))


def restricted(problem: Problem, plan: Mapping[str, Placement]) -> Problem:
    """The same problem for the items of the plan only."""
    if all(item.key in plan for item in problem.items):
        return replace(problem, before={})
    return replace(
        problem,
        items=tuple(one for one in problem.items if one.key in plan),
        sequences=tuple(one for one in problem.sequences if one.first in plan and one.then in plan),
        apart=tuple(one for one in problem.apart if one.first in plan and one.second in plan),
        item_costs=tuple(one for one in problem.item_costs if one.item in plan),
        before={},
    )
