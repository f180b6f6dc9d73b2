"""The solver and the proof share no code: on small problems both must say the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from rost.core.scheduling import (
    Limits,
    Measure,
    Problem,
    Status,
    explain,
    measure,
    objective,
    solve,
    verify,
)

from .enumeration import best
from .problems import problems

LIMITS = Limits(seconds=20, seed=1, workers=1)


def without_rows_of_moves(problem: Problem) -> Problem:
    """Rows that name MOVED would be counted as moves as well."""
    return replace(
        problem,
        apart=tuple(row for row in problem.apart if row.measure is not Measure.MOVED),
        item_costs=tuple(row for row in problem.item_costs if row.measure is not Measure.MOVED),
        track_costs=tuple(row for row in problem.track_costs if row.measure is not Measure.MOVED),
    )


@given(problems(most=2).map(without_rows_of_moves))
@settings(max_examples=15, deadline=None)
def test_what_is_proven_best_is_the_best_of_all_plans(problem: Problem) -> None:
    solution = solve(problem, LIMITS)

    known = best(problem)
    if known is None:
        assert solution.status is Status.IMPOSSIBLE
    elif solution.status is Status.OPTIMAL:
        assert solution.objective == known[1]
        assert (solution.moved or 0) == known[0]
    else:  # not every bound of a bus ride's day is proven: then it may only be too careful
        assert solution.status is Status.FEASIBLE
        assert ((solution.moved or 0), solution.objective) >= known
        assert problem.before or (solution.bound or 0) <= known[1]


@given(problems(most=6).map(without_rows_of_moves))
@settings(max_examples=10, deadline=None)
def test_what_is_solved_has_no_fault_and_costs_what_is_said(problem: Problem) -> None:
    solution = solve(problem, LIMITS)

    if solution.status is Status.IMPOSSIBLE:
        assert explain(problem, LIMITS) != ()
    else:
        assert verify(problem, solution.plan) == ()
        assert solution.objective == objective(problem, solution.plan)
        assert (solution.bound or 0) <= objective(problem, solution.plan)
        moved = [one.number for one in measure(problem, solution.plan) if one.measure == "moved"]
        assert solution.moved == (moved[0] if problem.before else None)
