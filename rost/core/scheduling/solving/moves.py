"""Re-planning: as few items as possible leave the place where they stood."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from rost.core.scheduling.model import Plan

from .board import Where
from .first import sequences
from .run import Run, first
from .ticks import Ticks


def fewest_moves(run: Run, hint: Plan | None) -> None:
    """Set the least number of moves found, the least proven, and a plan with so many."""
    board = run.board
    if any(not own for own in board.ranges):
        run.impossible = True
        return
    stay = board.state(board.problem.before)
    lost = [i for i, item in enumerate(board.items) if item.key in board.problem.before]
    must = sum(1 for i in lost if stay[i] is None)
    clashes = _clashes(run, stay)
    run.moves_bound = must + _matched(clashes)
    free = {i for i, where in enumerate(stay) if where is None} | {i for p in clashes for i in p}
    state = _fewest(run, free, stay, whole=len(free) == len(stay))
    if state is None or board.moved(state) > run.moves_bound:
        again = _fewest(run, set(range(len(stay))), stay, whole=True, known=state)
        state = again if again is not None else state
    if state is not None:
        run.most_moves = board.moved(state)
        run.offer(state)
    elif not run.impossible and not run.clock.over():
        first(run, hint)
        if run.best is not None:
            run.most_moves = board.moved(run.best)


def _clashes(run: Run, stay: list[Where | None]) -> list[tuple[int, int]]:
    """Pairs that cannot both stay."""
    board = run.board
    standing = [(i, where) for i, where in enumerate(stay) if where is not None]
    rows = sequences(run.costs)
    people = [set(item.people) for item in board.items]
    found = []
    for (i, one), (j, other) in combinations(standing, 2):
        clash = one[0] == other[0] and _meet(_own(run, i, one), _own(run, j, other))
        if not clash and people[i] & people[j]:
            clash = _both_busy(run, (i, one), (j, other))
        if not clash and board.problem.one_track and one[0] == other[0]:
            s, t = board.stretch_at(one[1], board.ticks[i]), board.track[i]
            clash = t >= 0 <= board.track[j] != t and s == board.stretch_at(
                other[1], board.ticks[j]
            )
        if clash:
            found.append((i, j))
    for i, where in standing:
        for row, ahead, j in rows[i]:
            then = stay[j]
            if ahead and then is not None:
                gap = then[1] - where[1] - board.ticks[i]
                if gap < row.at_least or (row.at_most is not None and gap > row.at_most):
                    found.append((i, j))
    return found


def _own(run: Run, i: int, where: Where) -> tuple[int, int]:
    return where[1], where[1] + run.board.ticks[i]


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _both_busy(run: Run, first: tuple[int, Where], second: tuple[int, Where]) -> bool:
    """Whether a person of both would be at two places at once; a trip takes all of its time."""
    spans = []
    for i, where in (first, second):
        trip = run.board.trip_at(where[0], where[1], run.board.ticks[i])
        spans.append((trip.begins, trip.ends) if trip else _own(run, i, where))
    same_trip = first[1][0] == second[1][0] and bool(run.board.trips[first[1][0]])
    return not same_trip and _meet(spans[0], spans[1])


def _matched(clashes: list[tuple[int, int]]) -> int:
    """Of every matched pair one must move, so a matching bounds the number from below."""
    taken: set[int] = set()
    for i, j in clashes:
        if i not in taken and j not in taken:
            taken |= {i, j}
    return len(taken) // 2


def _fewest(
    run: Run,
    free: set[int],
    stay: list[Where | None],
    *,
    whole: bool,
    known: list[Where | None] | None = None,
) -> list[Where | None] | None:
    from ortools.sat.python import cp_model

    board, clock = run.board, run.clock
    if clock.over():
        return None
    ticks = Ticks(run.costs, free, stay)
    kept: list[Any] = []
    for i in ticks.free:
        before = stay[i]
        if before is not None:
            kept.append(ticks.exactly(i, before))
    ticks.model.maximize(sum(kept))
    ticks.hint(known or stay)
    for one in kept if known is None else ():
        ticks.model.add_hint(one, 1)
    share = 0.7 if whole else 0.3
    solver, status = clock.run(
        ticks.model, seconds=clock.left * share, work=clock.work_left * share, seed=run.limits.seed
    )
    if whole and status == cp_model.INFEASIBLE:
        run.impossible = True
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    if whole:
        least = board.stood - int(solver.best_objective_bound + 1e-6)
        run.moves_bound = max(run.moves_bound or 0, least)
    return ticks.read(solver)
