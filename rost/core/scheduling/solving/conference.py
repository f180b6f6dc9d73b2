"""Problems in which only the stretch and the place matter: cells first, ticks where they count."""

from __future__ import annotations

from typing import Any

from rost.core.scheduling.model import Measure, Plan

from .cells import Cells
from .first import first_plan
from .naming import read
from .run import Run
from .swaps import swapped


def by_cells(run: Run, hint: Plan | None) -> None:
    """A whole conference. Where ticks cost something too, a part of the time is left for them."""
    from ortools.sat.python import cp_model

    if any(not own for own in run.board.ranges):
        run.impossible = True
        return
    given = run.board.state(hint or {})
    state = first_plan(run.costs, run.random, run.clock, given, tries=12)
    if state is not None:
        run.offer(state)
    if run.over():
        return
    ordered = run.board.weight(Measure.ORDER) and any(item.order for item in run.board.items)
    share = 0.6 if run.costs.per_tick or ordered else 1.0

    cells = Cells(run.costs)
    cells.model.clear_hints()
    if run.best is not None:
        for index, value in cells.hint(run.best).items():
            cells.model.add_hint(cells.model.get_int_var_from_proto_index(index), value)

    class Watch(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
        def on_solution_callback(self) -> None:
            run.prove(self.best_objective_bound)
            _offer(run, cells, self)

    solver, status = run.clock.run(
        cells.model,
        seconds=run.clock.left * share,
        work=run.clock.work_left * share,
        seed=run.limits.seed,
        watch=Watch(),
    )
    if status == cp_model.INFEASIBLE:
        run.impossible = True
    elif status != cp_model.MODEL_INVALID:
        run.prove(solver.best_objective_bound)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        _offer(run, cells, solver)


def _offer(run: Run, cells: Cells, solver: Any) -> None:
    state = read(cells, solver)
    if None not in state:
        run.offer(swapped(run.costs, state))
