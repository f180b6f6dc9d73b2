"""A first plan: items one after another, the hardest first, each where it costs least.

What found no room is tried earlier the next time (squeaky wheel optimisation: Joslin, Clements,
JAIR 10, 1999).
"""

from __future__ import annotations

from collections import defaultdict
from random import Random

from rost.core.scheduling.model import Measure, Sequence

from .board import Where
from .clock import Clock
from .costs import Costs

_Busy = list[tuple[int, int, int]]
"""From, to, and the place of a trip (−1 for none)."""


class First:
    """One try: where everything stands so far."""

    def __init__(self, costs: Costs, random: Random, state: list[Where | None]) -> None:
        self.costs = costs
        self.board = costs.board
        self.random = random
        self.state: list[Where | None] = [None] * len(state)
        self.held: list[list[tuple[int, int]]] = [[] for _ in self.board.problem.places]
        self.busy: dict[str, _Busy] = defaultdict(list)
        self.rows: dict[int, list[tuple[Sequence, bool, int]]] = defaultdict(list)
        self.cells: dict[tuple[int, int], int] = {}
        self.track_places: dict[int, set[int]] = defaultdict(set)
        self.links: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for row in self.board.problem.sequences:
            i, j = self.board.item.get(row.first), self.board.item.get(row.then)
            if i is not None and j is not None:
                self.rows[i].append((row, True, j))
                self.rows[j].append((row, False, i))
        for (i, j), cost in (*costs.by_tick.items(), *costs.per_tick.items()):
            self.links[i].append((j, cost))
            self.links[j].append((i, cost))
        for i, where in enumerate(state):
            if where is not None and self._fits(i, *where):
                self.put(i, where)

    def put(self, i: int, where: Where) -> None:
        place, begins = where
        ends = begins + self.board.ticks[i]
        self.state[i] = where
        self.held[place].append((begins, ends))
        trip = self.board.trip_at(place, begins, self.board.ticks[i])
        span = (trip.begins, trip.ends, place) if trip else (begins, ends, -1)
        for person in self.board.items[i].people:
            self.busy[person].append(span)
        if self.board.track[i] >= 0:
            s = self.board.stretch_at(begins, self.board.ticks[i])
            self.cells[s, place] = self.board.track[i]
            self.track_places[self.board.track[i]].add(place)

    def place(self, i: int) -> bool:
        """Put the item where it costs least; false when it fits nowhere."""
        best: tuple[float, Where] | None = None
        for place, ranges in self.board.ranges[i].items():
            for s, lo, hi in ranges:
                for begins in self._begins(i, place, lo, hi):
                    if self._fits(i, place, begins):
                        cost = self._cost(i, s, place, begins) + self.random.random()
                        if best is None or cost < best[0]:
                            best = (cost, (place, begins))
        if best is None:
            return False
        self.put(i, best[1])
        return True

    def _begins(self, i: int, place: int, lo: int, hi: int) -> list[int]:
        """Right after what stands already, right before it, at the ends; else every tick."""
        if hi - lo <= 12 or self.rows[i]:
            return list(range(lo, hi + 1))
        found = {lo, hi}
        for begins, ends in self.held[place]:
            found |= {ends, begins - self.board.ticks[i]}
        for person in self.board.items[i].people:
            for begins, ends, _ in self.busy[person]:
                found |= {ends, begins - self.board.ticks[i]}
        return sorted(one for one in found if lo <= one <= hi)

    def _fits(self, i: int, place: int, begins: int) -> bool:
        ends = begins + self.board.ticks[i]
        if any(a < ends and begins < b for a, b in self.held[place]):
            return False
        trip = self.board.trip_at(place, begins, self.board.ticks[i])
        first, last = (trip.begins, trip.ends) if trip else (begins, ends)
        for person in self.board.items[i].people:
            for a, b, away in self.busy[person]:
                if a < last and first < b and not (trip and away == place):
                    return False
        if self.board.problem.one_track and self.board.track[i] >= 0:
            s = self.board.stretch_at(begins, self.board.ticks[i])
            if self.cells.get((s, place), self.board.track[i]) != self.board.track[i]:
                return False
        return all(self.keeps(row, ahead, j, begins, i) for row, ahead, j in self.rows[i])

    def keeps(self, row: Sequence, ahead: bool, j: int, begins: int, i: int) -> bool:
        other = self.state[j]
        if other is None:
            return True
        if ahead:
            gap = other[1] - begins - self.board.ticks[i]
        else:
            gap = begins - other[1] - self.board.ticks[j]
        return gap >= row.at_least and (row.at_most is None or gap <= row.at_most)

    def _cost(self, i: int, s: int, place: int, begins: int) -> float:
        cost = float(self.costs.alone(i, s, (place, begins)))
        ends = begins + self.board.ticks[i]
        for j, one in self.links[i]:
            other = self.state[j]
            if other is not None and other[1] < ends and begins < other[1] + self.board.ticks[j]:
                cost += one
        t = self.board.track[i]
        if t >= 0:
            cost += self.costs.cell(t, s, place)
            if self.track_places[t] and place not in self.track_places[t]:
                cost += self.board.weight(Measure.PLACES_PER_TRACK)
        return cost + begins * 1e-6


def first_plan(
    costs: Costs, random: Random, clock: Clock, given: list[Where | None], tries: int = 40
) -> list[Where | None] | None:
    """What is given stays where it can; None when no try placed everything."""
    board = costs.board
    trouble = [0.0] * len(board.items)
    free = [sum(hi - lo + 1 for r in own.values() for _, lo, hi in r) for own in board.ranges]
    for attempt in range(tries):
        if clock.stopped() or clock.left <= 0:
            break
        keep: list[Where | None] = list(given) if attempt < 3 else [None] * len(given)
        one = First(costs, random, keep)
        waiting = [i for i, where in enumerate(one.state) if where is None]
        waiting.sort(
            key=lambda i: (
                -trouble[i],
                free[i] > len(board.problem.places),
                -board.ticks[i],
                -len(board.items[i].people),
                free[i],
                random.random(),
            )
        )
        failed = [i for i in waiting if not one.place(i)]
        if not failed:
            return one.state
        for i in failed:
            trouble[i] += 1
    return None
