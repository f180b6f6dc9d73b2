"""The CP-SAT model by stretch and place, for problems in which the hour inside a stretch is free.

A cell (a place through a stretch) holds one track; alike items of a track are a number, not names
(the formulation follows the integer programme of Pylyavskyy, Jacko, Kheiri, EJOR 317(2), 2024, with
items of a kind counted together). What depends on the tick – items at once, the order inside a
track – is left out or bounded from below, so the solver's bound holds for the whole problem.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from rost.core.scheduling.model import Measure

from .board import Board, Where
from .costs import Costs
from .kinds import kinds


class Cells:
    def __init__(self, costs: Costs) -> None:
        from ortools.sat.python import cp_model

        self.costs = costs
        self.board: Board = costs.board
        self.model: Any = cp_model.CpModel()
        problem = self.board.problem
        self.lengths = [one.ends - one.begins for one in problem.stretches]
        self.stretches = range(len(problem.stretches))
        self.places = range(len(problem.places))
        self.kinds = kinds(costs)
        self.of_item = {i: k for k, kind in enumerate(self.kinds) for i in kind.items}
        self.terms: list[Any] = []
        self.used: dict[tuple[int, int, int], Any] = {}
        self.inside: dict[tuple[int, int], Any] = {}
        self.there: dict[tuple[int, int, int], Any] = {}
        self._cells()
        for k in range(len(self.kinds)):
            self._kind(k)
        self._fill()
        self._rows()
        self._tracks()
        self._parallel()
        self._pairs()
        self._order()
        self.model.minimize(sum(self.terms))

    def add(self, cost: int, chosen: Any) -> None:
        if cost:
            self.terms.append(cost * chosen)

    def _cells(self) -> None:
        tracks = range(len(self.board.tracks))
        for s in self.stretches:
            for p in self.places:
                for t in tracks:
                    self.used[t, s, p] = self.model.new_bool_var("")
                    self.add(self.costs.cell(t, s, p), self.used[t, s, p])
                self.model.add_at_most_one(self.used[t, s, p] for t in tracks)

    def _kind(self, k: int) -> None:
        """How many of the kind lie in each stretch, and at each place where that matters."""
        kind, model = self.kinds[k], self.model
        most = len(kind.items)
        fits = [s for s in self.stretches if self.lengths[s] >= kind.ticks]
        for s in fits:
            room = min(most, len(self.places) * (self.lengths[s] // kind.ticks))
            self.inside[k, s] = model.new_int_var(0, room, "")
            for p in self.places if kind.placed else ():
                if p in self.board.ranges[kind.items[0]]:
                    here = min(most, self.lengths[s] // kind.ticks)
                    self.there[k, s, p] = model.new_int_var(0, here, "")
                    model.add(self.there[k, s, p] <= here * self.used[kind.track, s, p])
            if kind.placed:
                own = [self.there[k, s, p] for p in self.places if (k, s, p) in self.there]
                model.add(sum(own) == self.inside[k, s])
        model.add(sum(self.inside[k, s] for s in fits) == most)

    def _fill(self) -> None:
        """Room enough in the cells of a track, and no cell empty."""
        by_track: dict[int, list[int]] = defaultdict(list)
        for k, kind in enumerate(self.kinds):
            by_track[kind.track].append(k)
        for t, own in by_track.items():
            placed = [k for k in own if self.kinds[k].placed]
            for s in self.stretches:
                cells = [self.used[t, s, p] for p in self.places]
                load = [
                    (self.kinds[k].ticks, self.inside[k, s]) for k in own if (k, s) in self.inside
                ]
                self.model.add(sum(a * v for a, v in load) <= self.lengths[s] * sum(cells))
                self.model.add(sum(v for _, v in load) >= sum(cells))
                for p in self.places if placed else ():
                    here = [(k, self.there[k, s, p]) for k in placed if (k, s, p) in self.there]
                    ticks = sum(self.kinds[k].ticks * v for k, v in here)
                    self.model.add(ticks <= self.lengths[s] * self.used[t, s, p])
                    if len(placed) == len(own):
                        self.model.add(sum(v for _, v in here) >= self.used[t, s, p])
            total = sum(self.kinds[k].ticks * len(self.kinds[k].items) for k in own)
            self.model.add(
                sum(
                    self.lengths[s] * self.used[t, s, p]
                    for s in self.stretches
                    for p in self.places
                )
                >= total
            )
            self.model.add(
                sum(self.used[t, s, p] for s in self.stretches for p in self.places)
                >= -(-total // max(self.lengths))
            )

    def _rows(self) -> None:
        for k, kind in enumerate(self.kinds):
            for (s, p, _), cost in self.costs.rows[kind.items[0]].items():
                for at in self.stretches if s < 0 else (s,):
                    if (k, at) not in self.inside:
                        continue
                    if p < 0:
                        self.add(cost, self.inside[k, at])
                    elif (k, at, p) in self.there:
                        self.add(cost, self.there[k, at, p])

    def _tracks(self) -> None:
        model, weight = self.model, self.board.weight
        self.active: dict[tuple[int, int], Any] = {}
        for t in range(len(self.board.tracks)):
            for s in self.stretches:
                here = model.new_bool_var("")
                self.active[t, s] = here
                cells = [self.used[t, s, p] for p in self.places]
                for one in cells:
                    model.add_implication(one, here)
                model.add(here <= sum(cells))
                if weight(Measure.PARALLEL_TRACK):
                    more = model.new_int_var(0, len(cells) - 1, "")
                    model.add(more >= sum(cells) - 1)
                    self.add(weight(Measure.PARALLEL_TRACK), more)
            if weight(Measure.PLACES_PER_TRACK):
                self._places_per_track(t, weight(Measure.PLACES_PER_TRACK))
            if weight(Measure.TRACK_IN_A_ROW):
                active = [self.active[t, s] for s in self.stretches]
                self.add(weight(Measure.TRACK_IN_A_ROW), in_a_row(model, active))

    def _places_per_track(self, t: int, weight: int) -> None:
        model, homes = self.model, []
        for p in self.places:
            home = model.new_bool_var("")
            for s in self.stretches:
                model.add_implication(self.used[t, s, p], home)
            homes.append(home)
        more = model.new_int_var(0, len(homes), "")
        model.add(sum(homes) == more + 1)
        self.add(weight, more)

    def _parallel(self) -> None:
        """Each pair of cells of two tracks in one stretch; at least one more than they have."""
        for (t, u), cost in self.costs.parallel.items():
            cost = min(cost, self.costs.parallel.get((u, t), 0))
            if t > u or not cost:
                continue
            for s in self.stretches:
                met = self.model.new_int_var(0, 2 * len(self.places), "")
                one, other = self.active[t, s], self.active[u, s]
                self.model.add(met >= one + other - 1)
                cells = sum(self.used[t, s, p] + self.used[u, s, p] for p in self.places)
                self.model.add(met >= cells - 1).only_enforce_if(one, other)
                self.add(cost, met)

    def _pairs(self) -> None:
        board, model = self.board, self.model
        for (i, j), cost in self.costs.by_stretch.items():
            k, m = self.of_item[i], self.of_item[j]
            met = model.new_bool_var("")
            for s in self.stretches:
                if (k, s) not in self.inside or (m, s) not in self.inside:
                    continue
                one, other = self.inside[k, s], self.inside[m, s]
                if board.track[i] != board.track[j]:
                    model.add(met >= one + other - 1)
                    continue
                for p in self.places:
                    if (k, s, p) in self.there:
                        model.add(
                            met >= self.there[k, s, p] + other - self.there.get((m, s, p), 0) - 1
                        )
            self.add(cost, met)

    def _order(self) -> None:
        """An item can only have its number where the stretches before hold fewer."""
        weight = self.board.weight(Measure.ORDER)
        for k, kind in enumerate(self.kinds) if weight else ():
            number = self.board.items[kind.items[0]].order
            if not number:
                continue
            wrong = self.model.new_bool_var("")
            own = [m for m, other in enumerate(self.kinds) if other.track == kind.track]
            before: Any = 0
            for s in self.stretches:
                after = before + sum(self.inside[m, s] for m in own if (m, s) in self.inside)
                if (k, s) in self.inside:
                    here = self.model.new_bool_var("")
                    self.model.add(self.inside[k, s] == 0).only_enforce_if(~here)
                    self.model.add(before <= number - 1).only_enforce_if(here, ~wrong)
                    self.model.add(after >= number).only_enforce_if(here, ~wrong)
                before = after
            self.add(weight, wrong)

    def hint(self, state: Sequence[Where | None]) -> dict[int, int]:
        """The values of the deciding variables in a state, by their index."""
        board = self.board
        values = {var.index: 0 for var in self.used.values()}
        values |= {var.index: 0 for var in self.inside.values()}
        values |= {var.index: 0 for var in self.there.values()}
        for i, where in enumerate(state):
            if where is None:
                continue
            s, k = board.stretch_at(where[1], board.ticks[i]), self.of_item[i]
            values[self.used[board.track[i], s, where[0]].index] = 1
            values[self.inside[k, s].index] += 1
            if (k, s, where[0]) in self.there:
                values[self.there[k, s, where[0]].index] += 1
        return values


def in_a_row(model: Any, active: list[Any]) -> Any:
    """1 when a stretch without the track has it before and behind."""
    last = len(active) - 1
    broken = model.new_bool_var("")
    begun = [model.new_bool_var("") for _ in active]
    going = [model.new_bool_var("") for _ in active]
    for s, here in enumerate(active):
        model.add_implication(here, begun[s])
        model.add_implication(here, going[s])
        if s:
            model.add_implication(begun[s - 1], begun[s])
            model.add_implication(going[s], going[s - 1])
        if 0 < s < last:
            model.add(broken >= begun[s - 1] + going[s + 1] - here - 1)
    return broken
