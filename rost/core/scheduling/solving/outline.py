"""A conference seen from afar: how many places of a sort each track has in each stretch.

Places that cost the same for everybody are one sort, items are only the room that their track
needs. Without the symmetry of places and items this relaxation is soon solved to its end, and its
bound holds for the whole; its answer is a frame into which a plan is then fitted.
"""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import pairwise
from typing import Any

from rost.core.scheduling.model import Measure

from .board import Board
from .cells import Cells, in_a_row
from .costs import Costs

_JUMP = 50


class Outline:
    """Where no cost is below zero, a plan costs as much as this or as the limit: cells that cost
    the limit are left out.
    """

    def __init__(self, costs: Costs, limit: float) -> None:
        from ortools.sat.python import cp_model

        self.costs = costs
        self.limit = limit
        self.board: Board = costs.board
        self.model: Any = cp_model.CpModel()
        self.lengths = [one.ends - one.begins for one in self.board.problem.stretches]
        self.stretches = range(len(self.lengths))
        self.sorts = _sorts(costs)
        self.terms: list[Any] = []
        self.used: dict[tuple[int, int, int], Any] = {}
        self.active: dict[tuple[int, int], Any] = {}
        for t in range(len(self.board.tracks)):
            self._cells(t)
            self._room(t)
            self._measures(t)
        for s in self.stretches:
            for g, places in enumerate(self.sorts):
                own = [self.used[t, s, g] for t in range(len(self.board.tracks))]
                self.model.add(sum(own) <= len(places))
        self._parallel()
        self.model.minimize(sum(self.terms))

    def _cells(self, t: int) -> None:
        shortest = min(self.board.ticks[i] for i in self.board.members[t])
        for s in self.stretches:
            for g, places in enumerate(self.sorts):
                cost = self.costs.cell(t, s, places[0])
                fits = self.lengths[s] >= shortest and cost < self.limit
                self.used[t, s, g] = self.model.new_int_var(0, len(places) if fits else 0, "")
                self._add(cost, self.used[t, s, g])

    def _room(self, t: int) -> None:
        """Time enough, cells enough for the longest items, and none empty."""
        ticks = [self.board.ticks[i] for i in self.board.members[t]]
        cells = [(s, self.used[t, s, g]) for s in self.stretches for g in range(len(self.sorts))]
        self.model.add(sum(self.lengths[s] * one for s, one in cells) >= sum(ticks))
        self.model.add(sum(one for _, one in cells) >= -(-sum(ticks) // max(self.lengths)))
        self.model.add(sum(one for _, one in cells) <= len(ticks))
        for length in {one for one in ticks if one > 1}:
            long = sum(1 for one in ticks if one >= length)
            self.model.add(sum(self.lengths[s] // length * one for s, one in cells) >= long)

    def _measures(self, t: int) -> None:
        model, weight = self.model, self.board.weight
        sorts = range(len(self.sorts))
        for s in self.stretches:
            here = model.new_bool_var("")
            self.active[t, s] = here
            cells = [self.used[t, s, g] for g in sorts]
            for g in sorts:
                model.add(cells[g] <= len(self.sorts[g]) * here)
            model.add(here <= sum(cells))
            self._more(weight(Measure.PARALLEL_TRACK), sum(cells) - here)
        if weight(Measure.PLACES_PER_TRACK):
            homes = []
            for g in sorts:
                home = model.new_int_var(0, len(self.sorts[g]), "")
                for s in self.stretches:
                    model.add(home >= self.used[t, s, g])
                homes.append(home)
            self._more(weight(Measure.PLACES_PER_TRACK), sum(homes) - 1)
        if weight(Measure.TRACK_IN_A_ROW):
            active = [self.active[t, s] for s in self.stretches]
            self._add(weight(Measure.TRACK_IN_A_ROW), in_a_row(model, active))

    def _parallel(self) -> None:
        for (t, u), cost in self.costs.parallel.items():
            cost = min(cost, self.costs.parallel.get((u, t), 0))
            for s in self.stretches if t < u and cost else ():
                met = self.model.new_bool_var("")
                self.model.add(met >= self.active[t, s] + self.active[u, s] - 1)
                self._add(cost, met)

    def _more(self, cost: int, count: Any) -> None:
        """A variable of its own: the solver knows that it is not below zero."""
        if cost:
            more = self.model.new_int_var(0, len(self.board.problem.places), "")
            self.model.add(more == count)
            self._add(cost, more)

    def _add(self, cost: int, chosen: Any) -> None:
        if cost:
            self.terms.append(cost * chosen)

    def frame(self, cells: Cells, solver: Any) -> None:
        """Each track has in each stretch as many places of each sort as here."""
        for (t, s, g), one in self.used.items():
            own = sum(cells.used[t, s, p] for p in self.sorts[g])
            cells.model.add(own == int(solver.value(one)))


def limits(costs: Costs) -> list[float]:
    """Where costs of cells jump, as they do to what is meant to be forbidden; then none."""
    board = costs.board
    found = {
        costs.cell(t, s, p)
        for t in range(len(board.tracks))
        for s in range(len(board.problem.stretches))
        for p in range(len(board.problem.places))
    }
    row = sorted(found | {1})
    jumps = [float(high) for low, high in pairwise(row) if high >= _JUMP * max(1, low)]
    return [*jumps, math.inf]


def _sorts(costs: Costs) -> list[list[int]]:
    """Places that cost the same for every track in every stretch."""
    board = costs.board
    found: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for p in range(len(board.problem.places)):
        own = (
            costs.cell(t, s, p)
            for t in range(len(board.tracks))
            for s in range(len(board.problem.stretches))
        )
        found[tuple(own)].append(p)
    return list(found.values())
