"""Problems in which only the stretch and the place matter: cells first, ticks where they count."""

from __future__ import annotations

from typing import Any

from rost.core.scheduling.model import Measure, Plan

from .cells import Cells
from .first import first_plan
from .naming import read
from .outline import Outline, limits
from .run import Run
from .swaps import swapped

_OUTLINE = 0.12  # the share of the time for the outline
_FRAME = 0.2  # and for the plan in its frame


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

    if run.costs.never_below_zero():
        _framed(run)
    if run.over():
        return
    solver, status = _search(run, Cells(run.costs), share, whole=True)
    if status == cp_model.INFEASIBLE:
        run.impossible = True
    elif status != cp_model.MODEL_INVALID:
        run.prove(solver.best_objective_bound)


def _framed(run: Run) -> None:
    """The bound of the outline, and the best plan that keeps to its frame."""
    from ortools.sat.python import cp_model

    for limit in limits(run.costs):
        outline = Outline(run.costs, limit)
        solver, status = run.clock.run(
            outline.model,
            seconds=run.clock.left * _OUTLINE,
            work=run.clock.work_left * _OUTLINE,
            seed=run.limits.seed,
            linearization_level=2,
        )
        if status == cp_model.INFEASIBLE:
            run.prove(limit)
            continue
        run.prove(min(limit, solver.best_objective_bound))
        if status == cp_model.OPTIMAL and not run.over():
            cells = Cells(run.costs)
            outline.frame(cells, solver)
            _search(run, cells, _FRAME, whole=False)
        return


def _search(run: Run, cells: Cells, share: float, *, whole: bool) -> tuple[Any, Any]:
    """Solve for a share of what is left. Only of the whole a bound can be taken."""
    from ortools.sat.python import cp_model

    if run.best is not None:
        for index, value in cells.hint(run.best).items():
            cells.model.add_hint(cells.model.get_int_var_from_proto_index(index), value)

    class Watch(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
        def on_solution_callback(self) -> None:
            if whole:
                run.prove(self.best_objective_bound)
            _offer(run, cells, self)

    solver, status = run.clock.run(
        cells.model,
        seconds=run.clock.left * share,
        work=run.clock.work_left * share,
        seed=run.limits.seed,
        watch=Watch(),
    )
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        _offer(run, cells, solver)
    return solver, status


def _offer(run: Run, cells: Cells, solver: Any) -> None:
    state = read(cells, solver)
    if None not in state:
        run.offer(swapped(run.costs, state))
