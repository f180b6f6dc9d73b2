"""The objective as the search sees it: all rows gathered per item, per pair and per track.

This is the solver's own count, made for speed; `measures.py` counts the same a second time in the
plainest way and shares nothing with it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from rost.core.scheduling.model import Measure, Scope

from .board import Board, Where

Cell = tuple[int, int, int]
"""A track in a stretch at a place."""


class Costs:
    """Weighted costs of a board. Pairs are keyed by the smaller number first."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.stretches = {one.key: s for s, one in enumerate(board.problem.stretches)}
        self.by_stretch: dict[tuple[int, int], int] = defaultdict(int)
        self.by_tick: dict[tuple[int, int], int] = defaultdict(int)
        self.per_tick: dict[tuple[int, int], int] = defaultdict(int)
        self.rows: list[dict[tuple[int, int, int], int]] = [{} for _ in board.items]
        self.cell_rows: dict[Cell, int] = defaultdict(int)
        self.parallel: dict[tuple[int, int], int] = {}
        self._item_rows()
        self._apart()
        self._meetings()
        self._order()
        self._track_rows()
        self.longest = self._longest()

    def _item_rows(self) -> None:
        board = self.board
        for row in board.problem.item_costs:
            cost = row.cost * board.weight(row.measure)
            i = board.item.get(row.item)
            if not cost or i is None:
                continue
            s = self.stretches.get(row.stretch, -2) if row.stretch else -1
            p = board.place.get(row.place, -2) if row.place else -1
            begins = -1 if row.begins is None else row.begins
            if s != -2 and p != -2:
                key = (s, p, begins)
                self.rows[i][key] = self.rows[i].get(key, 0) + cost

    def _apart(self) -> None:
        board = self.board
        for row in board.problem.apart:
            cost = row.cost * board.weight(row.measure)
            i, j = board.item.get(row.first), board.item.get(row.second)
            if cost and i is not None and j is not None and i != j:
                pairs = self.by_tick if row.scope is Scope.TICK else self.by_stretch
                pairs[min(i, j), max(i, j)] += cost

    def _meetings(self) -> None:
        """Pairs of items that share somebody, as the library CoSPLib means it."""
        board, weight = self.board, self.board.weight
        wanted = (
            (weight(Measure.PRESENTERS), weight(Measure.PRESENTERS_AT_ONCE), True),
            (weight(Measure.ATTENDEES), weight(Measure.ATTENDEES_AT_ONCE), False),
        )
        chairs = {track.key: track.chairs for track in board.problem.tracks}
        for in_stretch, at_once, presenting in wanted:
            if not in_stretch and not at_once:
                continue
            for pair in _meeting(board, chairs, presenting):
                if in_stretch:
                    self.by_stretch[pair] += in_stretch
                if at_once:
                    self.per_tick[pair] += at_once

    def _order(self) -> None:
        weight = self.board.weight(Measure.ORDER)
        for members in self.board.members if weight else ():
            ordered = [i for i in members if self.board.items[i].order]
            for pair in combinations(ordered, 2):
                self.per_tick[pair] += weight

    def _track_rows(self) -> None:
        board, weight = self.board, self.board.weight
        numbers = {name: t for t, name in enumerate(board.tracks)}
        for row in board.problem.track_costs:
            cost = row.cost * weight(row.measure)
            t = numbers.get(row.track, -2) if row.track else -1
            s = self.stretches.get(row.stretch, -2) if row.stretch else -1
            p = board.place.get(row.place, -2) if row.place else -1
            if cost and -2 not in (t, s, p):
                self.cell_rows[t, s, p] += cost
        chairs = {track.key: set(track.chairs) for track in board.problem.tracks}
        similar = board.problem.similar
        for a, b in combinations(range(len(board.tracks)), 2):
            one, other = board.tracks[a], board.tracks[b]
            shared = chairs.get(one, set()) & chairs.get(other, set())
            for t, u, pair in ((a, b, (one, other)), (b, a, (other, one))):
                cost = similar.get(pair, similar.get(pair[::-1], 0)) * weight(
                    Measure.SIMILAR_TRACKS
                )
                cost += weight(Measure.CHAIRS) if shared else 0
                if cost:
                    self.parallel[t, u] = cost

    def _longest(self) -> list[tuple[str, int]]:
        if not self.board.weight(Measure.LONG_DAYS):
            return []
        return [
            (one.key, one.longest_day)
            for one in self.board.problem.people
            if one.longest_day is not None and one.key in self.board.of_person
        ]

    def never_below_zero(self) -> bool:
        pairs = (self.by_stretch, self.by_tick, self.per_tick, self.parallel)
        costs = [cost for own in pairs for cost in own.values()]
        costs += [cost for own in self.rows for cost in own.values()]
        costs += [*self.cell_rows.values(), *self.board.weights.values()]
        return min(costs, default=0) >= 0

    def cell(self, t: int, s: int, p: int) -> int:
        if not self.cell_rows:
            return 0
        rows = self.cell_rows
        return sum(rows.get((a, b, c), 0) for a in {t, -1} for b in {s, -1} for c in {p, -1})

    def alone(self, i: int, s: int, where: Where) -> int:
        rows = self.rows[i]
        if not rows:
            return 0
        p, begins = where
        return sum(rows.get((a, b, c), 0) for a in {s, -1} for b in {p, -1} for c in {begins, -1})


def _meeting(
    board: Board, chairs: dict[str, tuple[str, ...]], presenting: bool
) -> set[tuple[int, int]]:
    mine: dict[str, list[int]] = defaultdict(list)
    shown: dict[str, list[int]] = defaultdict(list)
    for i, item in enumerate(board.items):
        for person in set(item.presenters if presenting else item.attendees):
            mine[person].append(i)
        for person in set(item.presenters):
            shown[person].append(i)
    found = {pair for own in mine.values() for pair in combinations(own, 2)}
    for person, own in mine.items():
        for j in () if presenting else shown.get(person, ()):
            found |= {(min(i, j), max(i, j)) for i in own if i != j}
    for t, members in enumerate(board.members):
        for chair in set(chairs.get(board.tracks[t], ())):
            for i in mine.get(chair, ()):
                if board.items[i].track != board.tracks[t]:
                    found |= {(min(i, j), max(i, j)) for j in members}
    return found
