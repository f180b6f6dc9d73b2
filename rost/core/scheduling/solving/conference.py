"""Problems in which only the stretch and the place matter: cells first, ticks where they count."""

from __future__ import annotations

from typing import Any

from .cells import Cells
from .run import Run


def by_cells(run: Run) -> None:
    from ortools.sat.python import cp_model

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
        seconds=run.clock.left,
        work=run.clock.work_left,
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
    state = cells.read(solver)
    if None not in state:
        run.offer(state)
