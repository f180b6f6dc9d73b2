"""What a whole plan comes to, in the solver's own quick count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rost.core.scheduling.model import Measure

from .board import Where
from .costs import Costs

State = Sequence[Where | None]


def total(costs: Costs, state: State) -> int:
    """The objective of a state in which every item stands."""
    at = stretches(costs, state)
    return (
        sum(costs.alone(i, at[i], where) for i, where in enumerate(state) if where is not None)
        + _pairs(costs, state, at)
        + _cells(costs, state, at)
        + _order(costs, state, at)
        + _long_days(costs, state, at)
        + costs.board.weight(Measure.MOVED) * costs.board.moved(state)
    )


def stretches(costs: Costs, state: State) -> list[int]:
    board = costs.board
    return [
        -1 if where is None else board.stretch_at(where[1], board.ticks[i])
        for i, where in enumerate(state)
    ]


def shared(costs: Costs, state: State, i: int, j: int) -> int:
    """How many ticks two items have in common."""
    one, other, ticks = state[i], state[j], costs.board.ticks
    if one is None or other is None:
        return 0
    return max(0, min(one[1] + ticks[i], other[1] + ticks[j]) - max(one[1], other[1]))


def _pairs(costs: Costs, state: State, at: list[int]) -> int:
    found = 0
    for (i, j), cost in costs.by_stretch.items():
        one, other = state[i], state[j]
        if at[i] == at[j] >= 0 and one is not None and other is not None and one[0] != other[0]:
            found += cost
    for (i, j), cost in costs.by_tick.items():
        if shared(costs, state, i, j):
            found += cost
    for (i, j), cost in costs.per_tick.items():
        found += cost * shared(costs, state, i, j)
    return found


def cells(costs: Costs, state: State, at: list[int]) -> set[tuple[int, int, int]]:
    track = costs.board.track
    return {
        (track[i], at[i], where[0])
        for i, where in enumerate(state)
        if where is not None and track[i] >= 0 and at[i] >= 0
    }


def _cells(costs: Costs, state: State, at: list[int]) -> int:
    weight = costs.board.weight
    used = cells(costs, state, at)
    found = sum(costs.cell(*cell) for cell in used)
    places: dict[int, set[int]] = defaultdict(set)
    when: dict[int, set[int]] = defaultdict(set)
    together: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for t, s, p in used:
        places[t].add(p)
        when[t].add(s)
        together[s].append((p, t))
    found += weight(Measure.PLACES_PER_TRACK) * sum(len(own) - 1 for own in places.values())
    found += weight(Measure.PARALLEL_TRACK) * (len(used) - sum(map(len, when.values())))
    apart = sum(1 for own in when.values() if max(own) - min(own) + 1 != len(own))
    found += weight(Measure.TRACK_IN_A_ROW) * apart
    for own in together.values() if costs.parallel else ():
        own.sort()
        for number, (p, t) in enumerate(own):
            for q, u in own[number + 1 :]:
                if p != q and t != u:
                    found += costs.parallel.get((t, u), 0)
    return found


def _order(costs: Costs, state: State, at: list[int]) -> int:
    """Each ordered item that is not at its place in the row of its track."""
    board = costs.board
    weight = board.weight(Measure.ORDER)
    found = 0
    for members in board.members if weight else ():
        if not any(board.items[i].order for i in members):
            continue
        row = sorted((at[i], *where) for i in members if (where := state[i]) is not None)
        position = {key: number for number, key in enumerate(row, start=1)}
        for i in members:
            where = state[i]
            if where is not None and board.items[i].order not in (0, position[at[i], *where]):
                found += 1
    return weight * found


def _long_days(costs: Costs, state: State, at: list[int]) -> int:
    board = costs.board
    found = 0
    for person, longest in costs.longest:
        days: dict[int, tuple[int, int]] = {}
        for i in board.of_person[person]:
            where = state[i]
            if where is None or at[i] < 0:
                continue
            trip = board.trip_at(where[0], where[1], board.ticks[i])
            begins = trip.begins if trip else where[1]
            ends = trip.ends if trip else where[1] + board.ticks[i]
            day = board.problem.stretches[at[i]].day
            first, last = days.get(day, (begins, ends))
            days[day] = (min(first, begins), max(last, ends))
        found += sum(max(0, last - first - longest) for first, last in days.values())
    return found * board.weight(Measure.LONG_DAYS)
