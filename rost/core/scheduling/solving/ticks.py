"""The CP-SAT model of some items by the tick, while the others stay where they are.

Every item chooses a stretch, a place and a begin; a place holds its intervals without overlap, a
person too (Baptiste, Le Pape, Nuijten, Constraint-Based Scheduling, 2001, optional activities on
alternative resources). With all items free the bound that the solver proves is a bound of the
whole problem.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from rost.core.scheduling.model import Span

from .board import Board, Range, Where
from .costs import Costs
from .tally import State


class Ticks:
    """Variables and demands. `state` must hold every item that is not free."""

    def __init__(self, costs: Costs, free: Iterable[int], state: State) -> None:
        from ortools.sat.python import cp_model

        self.cp = cp_model
        self.model: Any = cp_model.CpModel()
        self.costs = costs
        self.board: Board = costs.board
        self.free = sorted(free)
        self.isfree = [False] * len(self.board.items)
        for i in self.free:
            self.isfree[i] = True
        self.state = state
        self.at = [
            -1 if where is None else self.board.stretch_at(where[1], self.board.ticks[i])
            for i, where in enumerate(state)
        ]
        self.start: dict[int, Any] = {}
        self.by_stretch: dict[int, dict[int, Any]] = {}
        self.by_place: dict[int, dict[int, Any]] = {}
        self._both: dict[tuple[int, int, int], Any] = {}
        self._exactly: dict[tuple[int, int, int], Any] = {}
        self._trips: dict[tuple[int, int, Span], Any] = {}
        for i in self.free:
            self._choose(i)
        self._at_places()
        self._people()
        self._sequences()
        if self.board.problem.one_track:
            self._one_track()

    def _choose(self, i: int) -> None:
        model, ranges = self.model, self.board.ranges[i]
        every = {one for own in ranges.values() for one in own}
        self.start[i] = model.new_int_var_from_domain(self._domain(every), "")
        self.by_stretch[i] = {s: model.new_bool_var("") for s in sorted({one[0] for one in every})}
        self.by_place[i] = {p: model.new_bool_var("") for p in ranges}
        model.add_exactly_one(self.by_stretch[i].values())
        model.add_exactly_one(self.by_place[i].values())
        for s, chosen in self.by_stretch[i].items():
            domain = self._domain(one for one in every if one[0] == s)
            model.add_linear_expression_in_domain(self.start[i], domain).only_enforce_if(chosen)
        for p, own in ranges.items():
            if set(own) != every:
                domain = self._domain(own)
                chosen = self.by_place[i][p]
                model.add_linear_expression_in_domain(self.start[i], domain).only_enforce_if(chosen)
                for s in self.by_stretch[i].keys() - {one[0] for one in own}:
                    model.add_bool_or(~chosen, ~self.by_stretch[i][s])

    def _domain(self, ranges: Iterable[Range]) -> Any:
        return self.cp.Domain.from_intervals([[lo, hi] for _, lo, hi in ranges])

    def _at_places(self) -> None:
        model, ticks = self.model, self.board.ticks
        held: dict[int, list[Any]] = defaultdict(list)
        for i in self.free:
            for p, chosen in self.by_place[i].items():
                held[p].append(
                    model.new_optional_fixed_size_interval_var(self.start[i], ticks[i], chosen, "")
                )
        for i, where in enumerate(self.state):
            if not self.isfree[i] and where is not None and where[0] in held:
                held[where[0]].append(model.new_fixed_size_interval_var(where[1], ticks[i], ""))
        for own in held.values():
            if len(own) > 1:
                model.add_no_overlap(own)

    def _people(self) -> None:
        """Everybody at one thing at a time; groups with the same items are looked at once."""
        seen: set[tuple[int, ...]] = set()
        for items in self.board.of_person.values():
            key = tuple(items)
            if len(items) > 1 and key not in seen and any(self.isfree[i] for i in items):
                seen.add(key)
                self._person(items)

    def _person(self, items: list[int]) -> None:
        busy: list[Any] = []
        trips: dict[tuple[int, int, int], list[Any]] = defaultdict(list)
        for i in items:
            if self.isfree[i]:
                self._busy_free(i, busy, trips)
            else:
                self._busy_fixed(i, busy, trips)
        for (_, begins, ends), there in trips.items():
            going: Any = 1
            if not any(isinstance(one, int) for one in there):
                going = self.model.new_bool_var("")
                for one in there:
                    self.model.add_implication(one, going)
            length = ends - begins
            busy.append(self.model.new_optional_fixed_size_interval_var(begins, length, going, ""))
        if len(busy) > 1:
            self.model.add_no_overlap(busy)

    def _busy_fixed(
        self, i: int, busy: list[Any], trips: dict[tuple[int, int, int], list[Any]]
    ) -> None:
        where, ticks = self.state[i], self.board.ticks[i]
        if where is None:
            return
        trip = self.board.trip_at(where[0], where[1], ticks)
        if trip:
            trips[where[0], trip.begins, trip.ends].append(1)
        else:
            busy.append(self.model.new_fixed_size_interval_var(where[1], ticks, ""))

    def _busy_free(
        self, i: int, busy: list[Any], trips: dict[tuple[int, int, int], list[Any]]
    ) -> None:
        model, start, ticks = self.model, self.start[i], self.board.ticks[i]
        away = [p for p in self.board.ranges[i] if self.board.trips[p]]
        if not away:
            busy.append(model.new_fixed_size_interval_var(start, ticks, ""))
            return
        home = model.new_bool_var("")
        model.add(sum(self.by_place[i][p] for p in away) + home == 1)
        busy.append(model.new_optional_fixed_size_interval_var(start, ticks, home, ""))
        for p in away:
            for trip in self.board.trips[p]:
                trips[p, trip.begins, trip.ends].append(self._going(i, p, trip))

    def trips(self, i: int) -> list[tuple[Span, Any]]:
        """The trips the item may be on, each with a variable, or with 1 where that is sure."""
        where = self.state[i]
        if self.isfree[i]:
            places = [p for p in self.board.ranges[i] if self.board.trips[p]]
            return [(trip, self._going(i, p, trip)) for p in places for trip in self.board.trips[p]]
        trip = where and self.board.trip_at(where[0], where[1], self.board.ticks[i])
        return [(trip, 1)] if trip else []

    def _going(self, i: int, p: int, trip: Span) -> Any:
        """Whether the item is at this place within this trip."""
        if len(self.board.trips[p]) == 1:
            return self.by_place[i][p]
        key = (i, p, trip)
        if key not in self._trips:
            found = self._trips[key] = self.model.new_bool_var("")
            last = trip.ends - self.board.ticks[i]
            if last >= trip.begins:
                outside = self.cp.Domain.from_intervals([[trip.begins, last]]).complement()
                self.model.add_linear_expression_in_domain(self.start[i], outside).only_enforce_if(
                    ~found, self.by_place[i][p]
                )
        return self._trips[key]

    def _sequences(self) -> None:
        board = self.board
        for row in board.problem.sequences:
            i, j = board.item.get(row.first), board.item.get(row.then)
            if i is None or j is None or not (self.isfree[i] or self.isfree[j]):
                continue
            gap = self.begin(j) - self.begin(i) - board.ticks[i]
            if row.at_most is None:
                self.model.add(gap >= row.at_least)
            else:
                self.model.add_linear_constraint(gap, row.at_least, row.at_most)

    def _one_track(self) -> None:
        """What is of another track stands at another place or in another stretch."""
        board = self.board
        for p in range(len(board.problem.places)):
            for s in range(len(board.problem.stretches)):
                here: dict[int, list[Any]] = defaultdict(list)
                taken: set[int] = set()
                for i, t in enumerate(board.track):
                    if t < 0:
                        continue
                    chosen = self.cell(i, s, p)
                    if isinstance(chosen, int):
                        taken |= {t} if chosen else set()
                    else:
                        here[t].append(chosen)
                self._at_most_one_track(here, taken)

    def _at_most_one_track(self, here: dict[int, list[Any]], taken: set[int]) -> None:
        if len(here.keys() | taken) < 2:
            return
        holds = []
        for t, chosen in here.items():
            if taken - {t}:
                for one in chosen:
                    self.model.add(one == 0)
                continue
            held = self.model.new_bool_var("")
            for one in chosen:
                self.model.add_implication(one, held)
            holds.append(held)
        self.model.add_at_most_one(holds)

    def begin(self, i: int) -> Any:
        if self.isfree[i]:
            return self.start[i]
        where = self.state[i]
        assert where is not None
        return where[1]

    def stretch(self, i: int, s: int) -> Any:
        """Whether the item lies in the stretch: a variable, or 0 or 1."""
        return self.by_stretch[i].get(s, 0) if self.isfree[i] else int(self.at[i] == s)

    def at_place(self, i: int, p: int) -> Any:
        if self.isfree[i]:
            return self.by_place[i].get(p, 0)
        where = self.state[i]
        return int(where is not None and where[0] == p)

    def cell(self, i: int, s: int, p: int) -> Any:
        """Whether the item lies in the stretch at the place: a variable, or 0 or 1."""
        if not self.isfree[i]:
            return int(self.at[i] == s and bool(self.at_place(i, p)))
        if (i, s, p) not in self._both:
            self._both[i, s, p] = self._cell(i, s, p)
        return self._both[i, s, p]

    def _cell(self, i: int, s: int, p: int) -> Any:
        if not any(one[0] == s for one in self.board.ranges[i].get(p, ())):
            return 0
        inside, there = self.by_stretch[i][s], self.by_place[i][p]
        if len(self.by_stretch[i]) == 1:
            return there
        if len(self.by_place[i]) == 1:
            return inside
        both = self.model.new_bool_var("")
        self.model.add_bool_or(~inside, ~there, both)
        self.model.add_implication(both, inside)
        self.model.add_implication(both, there)
        return both

    def exactly(self, i: int, where: Where) -> Any:
        """Whether a free item stands just there."""
        p, begins = where
        if not self.board.allows(i, where):
            return 0
        key = (i, p, begins)
        if key not in self._exactly:
            found = self.model.new_bool_var("")
            self.model.add(self.start[i] == begins).only_enforce_if(found)
            self.model.add_implication(found, self.by_place[i][p])
            other = self.cp.Domain.from_values([begins]).complement()
            self.model.add_linear_expression_in_domain(self.start[i], other).only_enforce_if(
                ~found, self.by_place[i][p]
            )
            self._exactly[key] = found
        return self._exactly[key]

    def hint(self, state: State) -> None:
        for i in self.free:
            where = state[i]
            if where is None:
                continue
            self.model.add_hint(self.start[i], where[1])
            at = self.board.stretch_at(where[1], self.board.ticks[i])
            for s, chosen in self.by_stretch[i].items():
                self.model.add_hint(chosen, int(s == at))
            for p, chosen in self.by_place[i].items():
                self.model.add_hint(chosen, int(p == where[0]))

    def read(self, solver: Any) -> list[Where | None]:
        found = list(self.state)
        for i in self.free:
            place = next(p for p, var in self.by_place[i].items() if solver.boolean_value(var))
            found[i] = (place, int(solver.value(self.start[i])))
        return found
