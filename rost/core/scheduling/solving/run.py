"""The way to a plan: a first one, better ones from ever other neighbourhoods, then the whole."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from rost.core.scheduling.model import Limits, Plan, Problem, Solution, Status

from .board import Board, Where
from .clock import Clock
from .costs import Costs
from .first import first_plan
from .neighbours import Neighbours
from .tally import total
from .ticks import Ticks
from .wanted import Wanted

OnBetter = Callable[[Plan, int, int | None, float], None]

WHOLE = 60  # loose items up to which the whole is solved at once
LARGEST = 60  # items in a neighbourhood
SIZE = 12_000  # items times places up to which the whole is looked at
QUIET = 40  # steps without a gain before the whole is tried


class Run:
    """One computation: the best plan so far, what is proven, and who is told."""

    def __init__(
        self, problem: Problem, limits: Limits, on_better: OnBetter | None, clock: Clock
    ) -> None:
        self.clock = clock
        self.limits = limits
        self.board = Board(problem)
        self.costs = Costs(self.board)
        self.random = Random(limits.seed)  # noqa: S311 a stored seed, not a secret
        self.on_better = on_better
        self.best: list[Where | None] | None = None
        self.objective: int | None = None
        self.bound: int | None = 0 if self.costs.never_below_zero() else None
        self.impossible = False
        self.most_moves: int | None = None
        self.moves_bound: int | None = None

    def offer(self, state: list[Where | None]) -> bool:
        """Take the state if it is better."""
        if self.most_moves is not None and self.board.moved(state) > self.most_moves:
            return False
        value = total(self.costs, state)
        if self.objective is not None and value >= self.objective:
            return False
        self.best, self.objective = list(state), value
        if self.on_better is not None:
            plan = self.board.plan(state)
            self.on_better(plan, value, self.bound, self.clock.seconds)
        return True

    def prove(self, bound: float) -> None:
        import math

        if math.isfinite(bound):
            value = math.ceil(bound - 1e-6)
            self.bound = value if self.bound is None else max(self.bound, value)

    @property
    def proven(self) -> bool:
        return (
            self.bound is not None and self.objective is not None and (self.bound >= self.objective)
        )

    def over(self) -> bool:
        return self.proven or self.clock.over()

    def solution(self) -> Solution:
        replanned = bool(self.board.problem.before)
        if self.best is None:
            status = Status.IMPOSSIBLE if self.impossible else Status.UNKNOWN
            return Solution(status, {}, None, None, self.clock.seconds)
        moved = self.board.moved(self.best) if replanned else None
        done = self.proven and (not replanned or moved == self.moves_bound)
        return Solution(
            Status.OPTIMAL if done else Status.FEASIBLE,
            self.board.plan(self.best),
            self.objective,
            self.bound,
            self.clock.seconds,
            moved,
            self.moves_bound if replanned else None,
        )


def first(run: Run, hint: Plan | None) -> None:
    """A plan that keeps every demand, or the proof that there is none."""
    if any(not own for own in run.board.ranges):
        run.impossible = True
        return
    given = run.board.state(hint or {})
    state = first_plan(run.costs, run.random, run.clock, given)
    if state is None and not run.clock.over():
        state = _searched(run, given)
    if state is not None:
        run.offer(state)


def _searched(run: Run, given: list[Where | None]) -> list[Where | None] | None:
    from ortools.sat.python import cp_model

    ticks = Ticks(run.costs, range(len(run.board.items)), [None] * len(run.board.items))
    ticks.hint(given)
    solver, status = run.clock.run(
        ticks.model, seconds=run.clock.left, work=run.clock.work_left, seed=run.limits.seed
    )
    if status == cp_model.INFEASIBLE:
        run.impossible = True
    return ticks.read(solver) if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None


def improve(run: Run) -> None:
    """Neighbourhoods until they give nothing for a while, then the whole for the rest."""
    near = Neighbours(run.costs, run.random)
    size, quiet = 16, 0
    while len(near.loose) > WHOLE and quiet < QUIET and not run.over():
        assert run.best is not None
        free = near.pick(run.best, size)
        gained, done = step(run, free)
        quiet = 0 if gained else quiet + 1
        size = min(size + 1, LARGEST) if done else max(8, size - 2)
    if not run.over() and len(near.loose) * len(run.board.problem.places) <= SIZE:
        whole(run)


def step(run: Run, free: list[int]) -> tuple[bool, bool]:
    """Solve anew for these items. Whether it gained, and whether it was searched to the end."""
    from ortools.sat.python import cp_model

    assert run.best is not None
    ticks = Ticks(run.costs, free, run.best)
    _bind_moves(run, ticks)
    Wanted(ticks).minimise()
    ticks.hint(run.best)
    solver, status = run.clock.run(
        ticks.model,
        seconds=1.0,
        work=0.5,
        seed=run.random.randrange(1 << 30),
        linearization_level=0 if len(free) > 12 else 1,
    )
    gained = False
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        gained = run.offer(ticks.read(solver))
    return gained, status == cp_model.OPTIMAL


def whole(run: Run) -> None:
    """All items at once: better plans, and a bound of the whole problem."""
    from ortools.sat.python import cp_model

    assert run.best is not None
    ticks = Ticks(run.costs, range(len(run.board.items)), [None] * len(run.board.items))
    _bind_moves(run, ticks)
    wanted = Wanted(ticks)
    wanted.minimise()
    ticks.hint(run.best)
    constant = wanted.constant

    class Watch(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
        def on_solution_callback(self) -> None:
            run.prove(self.best_objective_bound + constant)
            run.offer(ticks.read(self))

    solver, status = run.clock.run(
        ticks.model,
        seconds=run.clock.left,
        work=run.clock.work_left,
        seed=run.limits.seed,
        watch=Watch(),
    )
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        run.offer(ticks.read(solver))
        run.prove(solver.best_objective_bound + constant)
    elif status == cp_model.UNKNOWN:
        run.prove(solver.best_objective_bound + constant)


def _bind_moves(run: Run, ticks: Ticks) -> None:
    """No more items than allowed leave the place where they stood."""
    if run.most_moves is None:
        return
    kept: list[Any] = []
    for i, before in enumerate(run.board.before):
        if before is not None:
            kept.append(
                ticks.exactly(i, before) if ticks.isfree[i] else int(ticks.state[i] == before)
            )
    ticks.model.add(sum(kept) >= run.board.stood - run.most_moves)
