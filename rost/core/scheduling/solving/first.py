"""A first plan: items one after another, the hardest first, each where it costs least.

What found no room is tried earlier the next time (squeaky wheel optimisation: Joslin, Clements,
JAIR 10, 1999). Time is a whole number with a bit for each tick, so that an hour is looked at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from rost.core.scheduling.model import Measure, Sequence

from .board import Where
from .clock import Clock
from .costs import Costs

_ASKING = 100  # items between two looks at the clock


class First:
    """One try: where everything stands so far."""

    def __init__(self, costs: Costs, random: Random) -> None:
        self.costs = costs
        self.board = costs.board
        self.random = random
        self.opening = 0.0  # what it costs to give a free cell to a track
        self.origin = min((one.begins for one in self.board.problem.stretches), default=0)
        self.state: list[Where | None] = [None] * len(self.board.items)
        self.held = [0] * len(self.board.problem.places)
        self.busy: dict[str, int] = defaultdict(int)
        self.trips: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.cells: dict[tuple[int, int], int] = {}
        self.track_places: dict[int, set[int]] = defaultdict(set)
        self.at_once: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self.apart: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self.rows = sequences(costs)
        for (i, j), cost in (*costs.by_tick.items(), *costs.per_tick.items()):
            self.at_once[i].append((j, cost))
            self.at_once[j].append((i, cost))
        for (i, j), cost in costs.by_stretch.items():
            self.apart[i].append((j, cost))
            self.apart[j].append((i, cost))

    def start(self, state: list[Where | None]) -> None:
        """What stands already, as far as it fits."""
        for i, where in enumerate(state):
            if where is not None:
                place, begins = where
                s = self.board.stretch_at(begins, self.board.ticks[i])
                if self._free(i, place, s, begins, begins):
                    self.put(i, where)

    def _bits(self, begins: int, ends: int) -> int:
        return ((1 << (ends - begins)) - 1) << (begins - self.origin) if ends > begins else 0

    def put(self, i: int, where: Where) -> None:
        place, begins = where
        ticks = self.board.ticks[i]
        self.state[i] = where
        self.held[place] |= self._bits(begins, begins + ticks)
        trip = self.board.trip_at(place, begins, ticks)
        for person in self.board.items[i].people:
            if trip:
                self.trips[person].append((place, self._bits(trip.begins, trip.ends)))
            else:
                self.busy[person] |= self._bits(begins, begins + ticks)
        t = self.board.track[i]
        if t >= 0:
            self.cells[self.board.stretch_at(begins, ticks), place] = t
            self.track_places[t].add(place)

    def place(self, i: int) -> bool:
        """Put the item where it costs least; false when it fits nowhere."""
        best: tuple[float, Where] | None = None
        dear = self._dear(i)
        costly = sum(1 << (begins - self.origin) for begins in dear)
        for place, ranges in self.board.ranges[i].items():
            for s, lo, hi in ranges:
                free = self._free(i, place, s, lo, hi)
                if not free:
                    continue
                cheap = free & ~costly
                if cheap:
                    begins = self.origin + (cheap & -cheap).bit_length() - 1
                else:
                    begins = min(self._begins(free), key=lambda one: (dear[one], one))
                cost = self._cost(i, s, place, begins) + dear.get(begins, 0)
                cost += self.random.random()
                if best is None or cost < best[0]:
                    best = (cost, (place, begins))
        if best is None:
            return False
        self.put(i, best[1])
        return True

    def _begins(self, free: int) -> Iterator[int]:
        while free:
            lowest = free & -free
            yield self.origin + lowest.bit_length() - 1
            free ^= lowest

    def _free(self, i: int, place: int, s: int, lo: int, hi: int) -> int:
        """The begins from `lo` to `hi` that are possible here, a bit each."""
        t = self.board.track[i]
        if self.board.problem.one_track and t >= 0 and self.cells.get((s, place), t) != t:
            return 0
        free = self._bits(lo, hi + 1)
        for row, ahead, j in self.rows[i]:
            free &= self._kept(row, ahead, j, i)
        taken = self.held[place]
        people = self.board.items[i].people
        if not self.board.trips[place]:
            for person in people:
                taken |= self.busy[person]
                for _, bits in self.trips[person]:
                    taken |= bits
            return free & ~_spread(taken, self.board.ticks[i])
        free &= ~_spread(taken, self.board.ticks[i])
        for trip in self.board.trips[place] if people else ():
            gone = self._bits(trip.begins, trip.ends)
            for person in people:
                others = [bits for other, bits in self.trips[person] if other != place]
                if gone & self.busy[person] or any(gone & bits for bits in others):
                    free &= ~gone
        return free

    def _kept(self, row: Sequence, ahead: bool, j: int, i: int) -> int:
        """The begins at which a sequence with what already stands is kept."""
        other = self.state[j]
        if other is None:
            return -1
        stretches = self.board.problem.stretches
        far = max(one.ends for one in stretches)
        if ahead:
            last = other[1] - row.at_least - self.board.ticks[i]
            first = self.origin
            if row.at_most is not None:
                first = max(first, other[1] - row.at_most - self.board.ticks[i])
        else:
            ends = other[1] + self.board.ticks[j]
            first = max(self.origin, ends + row.at_least)
            last = far if row.at_most is None else ends + row.at_most
        return self._bits(first, last + 1)

    def _dear(self, i: int) -> dict[int, int]:
        """What it costs to begin at a moment because of what runs then."""
        found: dict[int, int] = defaultdict(int)
        for j, cost in self.at_once[i]:
            other = self.state[j]
            if other is not None:
                first = max(self.origin, other[1] - self.board.ticks[i] + 1)
                for begins in range(first, other[1] + self.board.ticks[j]):
                    found[begins] += cost
        return dict(found)

    def _cost(self, i: int, s: int, place: int, begins: int) -> float:
        cost = float(self.costs.alone(i, s, (place, begins)))
        for j, one in self.apart[i]:
            other = self.state[j]
            if other is not None and other[0] != place:
                cost += one * (self.board.stretch_at(other[1], self.board.ticks[j]) == s)
        t = self.board.track[i]
        if t >= 0:
            if self.cells.get((s, place)) != t:
                cost += self.costs.cell(t, s, place)
                if self.board.problem.one_track:
                    cost += self.opening
            if self.track_places[t] and place not in self.track_places[t]:
                cost += self.board.weight(Measure.PLACES_PER_TRACK)
        return cost + begins * 1e-6


def sequences(costs: Costs) -> dict[int, list[tuple[Sequence, bool, int]]]:
    """By item: the rows it is in, whether it goes ahead, and the other item."""
    board = costs.board
    found: dict[int, list[tuple[Sequence, bool, int]]] = defaultdict(list)
    for row in board.problem.sequences:
        i, j = board.item.get(row.first), board.item.get(row.then)
        if i is not None and j is not None:
            found[i].append((row, True, j))
            found[j].append((row, False, i))
    return found


def _spread(taken: int, ticks: int) -> int:
    """The begins at which something so long would touch what is taken."""
    found = taken
    done = 1
    while done < ticks:
        more = min(done, ticks - done)
        found |= found >> more
        done += more
    return found


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
        one = First(costs, random)
        one.opening = 0.0 if attempt == 0 else 10.0 ** min(9, 2 + attempt)
        if attempt < 3:
            one.start(given)
        waiting = [i for i, where in enumerate(one.state) if where is None]
        row = _row(costs, random, waiting, trouble, free)
        failed = []
        for number, i in enumerate(row):
            if number % _ASKING == 0 and (clock.stopped() or clock.left <= 0):
                return None
            if not one.place(i):
                failed.append(i)
        if not failed:
            return one.state
        for i in failed:
            trouble[i] += 1
    return None


def _row(
    costs: Costs, random: Random, waiting: list[int], trouble: list[float], free: list[int]
) -> list[int]:
    """The hardest first; where a cell holds one track, track by track."""
    board = costs.board
    load: dict[int, float] = defaultdict(float)
    for i in waiting if board.problem.one_track else ():
        load[board.track[i]] += trouble[i] * len(waiting) + board.ticks[i]
    tight = len(board.problem.places)
    return sorted(
        waiting,
        key=lambda i: (
            -load[board.track[i]],
            board.track[i] if board.problem.one_track else 0,
            -trouble[i],
            free[i] > tight,
            -board.ticks[i],
            -len(board.items[i].people),
            free[i],
            random.random(),
        ),
    )
