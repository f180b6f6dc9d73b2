"""A solved model of cells as a plan: which item of a kind stands where, one after another."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from .board import Board, Where
from .cells import Cells

_Held = dict[tuple[int, int, int], list[int]]


def read(cells: Cells, solver: Any) -> list[Where | None]:
    """Items by name into the cells, one after another from the beginning of the stretch."""
    held: _Held = defaultdict(list)
    loose: dict[tuple[int, int], list[int]] = defaultdict(list)
    for k, kind in enumerate(cells.kinds):
        names = list(kind.items)
        for s in cells.stretches:
            if (k, s) not in cells.inside:
                continue
            if not kind.placed:
                for _ in range(int(solver.value(cells.inside[k, s]))):
                    loose[kind.track, s].append(names.pop())
            for p in cells.places if kind.placed else ():
                if (k, s, p) in cells.there:
                    for _ in range(int(solver.value(cells.there[k, s, p]))):
                        held[kind.track, s, p].append(names.pop())
    for (t, s), items in loose.items():
        _spread(cells, solver, (t, s), items, held)
    return _arranged(cells.board, held)


def _spread(cells: Cells, solver: Any, of: tuple[int, int], items: list[int], held: _Held) -> None:
    """Items of one tick into what is left, first into cells that are empty."""
    t, s = of
    places = [p for p in cells.places if solver.value(cells.used[t, s, p])]
    room = {p: cells.lengths[s] - sum(cells.board.ticks[i] for i in held[t, s, p]) for p in places}
    for p in places:
        if items and not held[t, s, p]:
            held[t, s, p].append(items.pop())
            room[p] -= 1
    for p in places:
        while items and room[p] > 0:
            held[t, s, p].append(items.pop())
            room[p] -= 1


def _arranged(board: Board, held: _Held) -> list[Where | None]:
    state: list[Where | None] = [None] * len(board.items)
    passed: dict[int, int] = defaultdict(int)
    for (t, s, p), items in sorted(held.items(), key=lambda one: one[0][1:]):
        row = in_order(items, passed[t], {i: board.items[i].order for i in items})
        passed[t] += len(row)
        begins = board.problem.stretches[s].begins
        for i in row:
            state[i] = (p, begins)
            begins += board.ticks[i]
    return state


def in_order(items: list[int], passed: int, order: dict[int, int]) -> list[int]:
    """Those with a number at their number, where `passed` of the track came before."""
    row: list[int | None] = [None] * len(items)
    rest = []
    for i in sorted(items, key=lambda i: (order[i] or 10**9, i)):
        at = order[i] - passed - 1
        if order[i] and 0 <= at < len(row) and row[at] is None:
            row[at] = i
        else:
            rest.append(i)
    return [rest.pop(0) if one is None else one for one in row]
