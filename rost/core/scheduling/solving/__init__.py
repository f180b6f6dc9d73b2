"""Plans found and bettered with CP-SAT (docs/algorithms/scheduling.md)."""

from __future__ import annotations

from collections.abc import Callable

from rost.core.scheduling.model import Limits, Plan, Problem, Solution


def solve(
    problem: Problem,
    limits: Limits,
    *,
    hint: Plan | None = None,
    on_better: Callable[[Plan, int, int | None, float], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Solution:
    """The best plan found within the limits. `on_better` hears plan, objective, bound, seconds;
    `stop` is asked at least twice a second, and the best so far is returned.

    With a plan before, the number of moved items is made small first, then the objective.
    """
    from .clock import Clock
    from .conference import by_cells
    from .kinds import usable
    from .moves import fewest_moves
    from .run import Run, first, improve

    run = Run(problem, limits, on_better, Clock(limits, stop))
    if problem.before:
        fewest_moves(run, hint)
    elif usable(run.costs):
        by_cells(run, hint)
    else:
        first(run, hint)
    if run.best is not None and not run.over():
        improve(run)
    return run.solution()
