"""The measures as terms of a model by the tick. Only what touches a free item is written down."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from rost.core.scheduling.model import Measure, Span, Stretch

from .ticks import Ticks


class Wanted:
    """The objective of the free items. With all items free it is, with `constant`, never more
    than the true one, so that the solver's bound holds.
    """

    def __init__(self, ticks: Ticks) -> None:
        self.ticks = ticks
        self.model: Any = ticks.model
        self.costs = ticks.costs
        self.board = ticks.board
        self.terms: list[Any] = []
        self.constant = self.board.weight(Measure.MOVED) * self.board.stood
        self._cells: dict[tuple[int, int, int], Any] = {}
        self._rows()
        self._pairs()
        self._per_tick()
        self._tracks()
        self._order()
        self._long_days()
        self._moved()

    def minimise(self) -> None:
        self.model.minimize(sum(self.terms))

    def add(self, cost: int, chosen: Any) -> None:
        if cost:
            self.terms.append(cost * chosen)

    def _rows(self) -> None:
        ticks = self.ticks
        for i in ticks.free:
            for (s, p, begins), cost in self.costs.rows[i].items():
                if begins >= 0:
                    for place in ticks.by_place[i] if p < 0 else (p,):
                        if s < 0 or self.board.stretch_at(begins, self.board.ticks[i]) == s:
                            self.add(cost, ticks.exactly(i, (place, begins)))
                elif s >= 0 and p >= 0:
                    self.add(cost, ticks.cell(i, s, p))
                elif s >= 0:
                    self.add(cost, ticks.stretch(i, s))
                elif p >= 0:
                    self.add(cost, ticks.at_place(i, p))
                else:
                    self.add(cost, 1)

    def _touched(self, i: int, j: int) -> bool:
        return self.ticks.isfree[i] or self.ticks.isfree[j]

    def _pairs(self) -> None:
        for (i, j), cost in self.costs.by_stretch.items():
            if self._touched(i, j):
                self._in_one_stretch(i, j, cost)
        for (i, j), cost in self.costs.by_tick.items():
            if self._touched(i, j) and self._may_meet(i, j):
                self.add(cost, self.overlap(i, j))

    def _in_one_stretch(self, i: int, j: int, cost: int) -> None:
        ticks, model = self.ticks, self.model
        apart = model.new_bool_var("")
        for s in range(len(self.board.problem.stretches)):
            one, other = ticks.stretch(i, s), ticks.stretch(j, s)
            if _never(one) or _never(other):
                continue
            model.add(apart >= one + other - 1 - self._same_place(i, j))
        self.add(cost, apart)

    def _same_place(self, i: int, j: int) -> Any:
        """Whether both stand at one place; 0 where tracks forbid it within a stretch."""
        board, ticks = self.board, self.ticks
        if board.problem.one_track and board.track[i] != board.track[j]:
            return 0
        same = []
        for p in range(len(board.problem.places)):
            one, other = ticks.at_place(i, p), ticks.at_place(j, p)
            if not (_never(one) or _never(other)):
                both = self.model.new_bool_var("")
                self.model.add(2 * both <= one + other)
                same.append(both)
        return sum(same)

    def _may_meet(self, i: int, j: int) -> bool:
        """Whether any ticks could be shared at all."""
        spans = []
        for k in (i, j):
            if self.ticks.isfree[k]:
                own = [one for ranges in self.board.ranges[k].values() for one in ranges]
                spans.append([(lo, hi + self.board.ticks[k]) for _, lo, hi in set(own)])
            else:
                begins = self.ticks.begin(k)
                spans.append([(begins, begins + self.board.ticks[k])])
        return any(a < d and c < b for a, b in spans[0] for c, d in spans[1])

    def overlap(self, i: int, j: int) -> Any:
        """A variable that is 1 when the two share a tick."""
        model, ticks, length = self.model, self.ticks, self.board.ticks
        met, before, after = (model.new_bool_var("") for _ in range(3))
        model.add(ticks.begin(i) + length[i] <= ticks.begin(j)).only_enforce_if(before)
        model.add(ticks.begin(j) + length[j] <= ticks.begin(i)).only_enforce_if(after)
        model.add_bool_or(met, before, after)
        return met

    def _per_tick(self) -> None:
        length = self.board.ticks
        for (i, j), cost in self.costs.per_tick.items():
            if not self._touched(i, j) or not self._may_meet(i, j):
                continue
            if min(length[i], length[j]) == 1:
                self.add(cost, self.overlap(i, j))
                continue
            most = min(length[i], length[j])
            shared = self.model.new_int_var(0, most, "")
            one, other = self.ticks.begin(i), self.ticks.begin(j)
            met = self.overlap(i, j)
            # the least of four differences, so each way round is a case of its own
            cases = [self.model.new_bool_var("") for _ in range(4)]
            self.model.add_bool_or(~met, *cases)
            ends = (one + length[i] - other, other + length[j] - one, length[i], length[j])
            for case, end in zip(cases, ends, strict=True):
                self.model.add(shared >= end).only_enforce_if(case)
            self.add(cost, shared)

    def _order(self) -> None:
        """The number of an ordered item in the row of its track: one more than those before it."""
        weight = self.board.weight(Measure.ORDER)
        for members in self.board.members if weight else ():
            ordered = [i for i in members if self.board.items[i].order]
            if not ordered or not any(self.ticks.isfree[i] for i in members):
                continue
            keys = {i: self._running(i) for i in members}
            for i in ordered:
                earlier = []
                for j in members:
                    if j == i:
                        continue
                    first = self.model.new_bool_var("")
                    self.model.add(keys[j] < keys[i]).only_enforce_if(first)
                    self.model.add(keys[j] > keys[i]).only_enforce_if(~first)
                    earlier.append(first)
                wrong = self.model.new_bool_var("")
                number = self.board.items[i].order
                self.model.add(sum(earlier) + 1 == number).only_enforce_if(~wrong)
                self.add(weight, wrong)

    def _running(self, i: int) -> Any:
        """Stretch by stretch, there place by place, then time."""
        stretches, places = self.board.problem.stretches, len(self.board.problem.places)
        first = min(one.begins for one in stretches)
        span = max(one.ends for one in stretches) - first + 1
        ticks = self.ticks
        row = sum(s * places * span * ticks.stretch(i, s) for s in range(len(stretches)))
        row += sum(p * span * ticks.at_place(i, p) for p in range(places))
        return row + ticks.begin(i) - first

    def _long_days(self) -> None:
        board, weight = self.board, self.board.weight(Measure.LONG_DAYS)
        days: dict[int, list[int]] = defaultdict(list)
        for s, stretch in enumerate(board.problem.stretches):
            days[stretch.day].append(s)
        for person, longest in self.costs.longest:
            items = board.of_person[person]
            if len(items) > 1 and any(self.ticks.isfree[i] for i in items):
                for own in days.values():
                    self._long_day(items, own, longest, weight)

    def _long_day(self, items: list[int], day: list[int], longest: int, weight: int) -> None:
        model, board = self.model, self.board
        spans: list[Stretch | Span] = [board.problem.stretches[s] for s in day]
        spans += [trip for own in board.trips for trip in own]
        begins, ends = min(one.begins for one in spans), max(one.ends for one in spans)
        if ends - begins <= longest:
            return
        first, last = (model.new_int_var(begins, ends, "") for _ in range(2))
        for i in items:
            for s in day:
                today = self.ticks.stretch(i, s)
                if not _never(today):
                    self._lasts(i, first, last, [] if isinstance(today, int) else [today])
        over = model.new_int_var(0, ends - begins, "")
        model.add(over >= last - first - longest)
        self.add(weight, over)

    def _lasts(self, i: int, first: Any, last: Any, today: list[Any]) -> None:
        """The day holds the item, and the whole trip that it is on."""
        model, ticks, board = self.model, self.ticks, self.board
        begin = ticks.begin(i)
        model.add(first <= begin).only_enforce_if(*today)
        model.add(last >= begin + board.ticks[i]).only_enforce_if(*today)
        for trip, going in ticks.trips(i):
            here = today if isinstance(going, int) else [*today, going]
            model.add(first <= trip.begins).only_enforce_if(*here)
            model.add(last >= trip.ends).only_enforce_if(*here)

    def _moved(self) -> None:
        weight = self.board.weight(Measure.MOVED)
        for i in self.ticks.free if weight else ():
            before = self.board.before[i]
            if before is not None and self.board.allows(i, before):
                self.add(-weight, self.ticks.exactly(i, before))

    def _tracks(self) -> None:
        board, weight = self.board, self.board.weight
        for t, members in enumerate(board.members):
            if any(self.ticks.isfree[i] for i in members):
                if weight(Measure.PLACES_PER_TRACK):
                    self._places_per_track(members)
                if weight(Measure.TRACK_IN_A_ROW):
                    self._in_a_row(members)
                if self.costs.cell_rows or weight(Measure.PARALLEL_TRACK):
                    self._used(t)
        self._parallel()

    def _places_per_track(self, members: list[int]) -> None:
        weight = self.board.weight(Measure.PLACES_PER_TRACK)
        self.constant -= weight
        for p in range(len(self.board.problem.places)):
            self.add(weight, self._any([self.ticks.at_place(i, p) for i in members]))

    def _in_a_row(self, members: list[int]) -> None:
        model, starts = self.model, []
        earlier: Any = 0
        for s in range(len(self.board.problem.stretches)):
            here = self._any([self.ticks.stretch(i, s) for i in members], both_ways=True)
            begun = model.new_bool_var("")
            model.add(begun >= here - earlier)
            starts.append(begun)
            earlier = here
        broken = model.new_bool_var("")
        model.add(sum(starts) <= 1 + len(starts) * broken)
        self.add(self.board.weight(Measure.TRACK_IN_A_ROW), broken)

    def _used(self, t: int) -> None:
        weight = self.board.weight(Measure.PARALLEL_TRACK)
        for s in range(len(self.board.problem.stretches)):
            cells = []
            for p in range(len(self.board.problem.places)):
                used = self.used(t, s, p)
                self.add(self.costs.cell(t, s, p), used)
                cells.append(used)
            if weight:
                more = self.model.new_int_var(0, len(cells), "")
                self.model.add(more >= sum(cells) - 1)
                self.add(weight, more)

    def used(self, t: int, s: int, p: int) -> Any:
        if (t, s, p) not in self._cells:
            members = self.board.members[t]
            chosen = [self.ticks.cell(i, s, p) for i in members]
            self._cells[t, s, p] = self._any(chosen, both_ways=False)
        return self._cells[t, s, p]

    def _parallel(self) -> None:
        """Every two cells of one stretch whose tracks should not meet."""
        for (t, u), cost in self.costs.parallel.items():
            members = self.board.members[t] + self.board.members[u]
            if not any(self.ticks.isfree[i] for i in members):
                continue
            for s in range(len(self.board.problem.stretches)):
                self._meeting_tracks(t, u, s, cost)

    def _meeting_tracks(self, t: int, u: int, s: int, cost: int) -> None:
        places = range(len(self.board.problem.places))
        for p in places:
            mine = self.used(t, s, p)
            theirs = [] if _never(mine) else [self.used(u, s, q) for q in places if q > p]
            theirs = [one for one in theirs if not _never(one)]
            if theirs:
                met = self.model.new_int_var(0, len(theirs), "")
                self.model.add(met >= sum(theirs) - len(theirs) * (1 - mine))
                self.add(cost, met)

    def _any(self, chosen: list[Any], *, both_ways: bool = False) -> Any:
        """1 when any is; the other way round only where a term could gain from a lie."""
        if any(isinstance(one, int) and one for one in chosen):
            return 1
        chosen = [one for one in chosen if not _never(one)]
        if not chosen:
            return 0
        found = self.model.new_bool_var("")
        for one in chosen:
            self.model.add_implication(one, found)
        if both_ways:
            self.model.add_bool_or(~found, *chosen)
        return found


def _never(chosen: Any) -> bool:
    return isinstance(chosen, int) and chosen == 0
