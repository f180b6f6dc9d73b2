"""Items of one length change places inside their cell, so that fewer meet by the tick."""

from __future__ import annotations

from collections import defaultdict

from .board import Where
from .costs import Costs
from .tally import shared

_ROUNDS = 4


def swapped(costs: Costs, state: list[Where | None]) -> list[Where | None]:
    """Hill climbing over exchanges of two unordered items of a cell; only costs by the tick."""
    if not costs.per_tick or None in state:
        return state
    swaps = _Swaps(costs, list(state))
    for _ in range(_ROUNDS):
        if not sum(swaps.better(own) for own in swaps.alike):
            break
    return swaps.state


class _Swaps:
    def __init__(self, costs: Costs, state: list[Where | None]) -> None:
        self.costs = costs
        self.state = state
        self.links: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for (i, j), cost in costs.per_tick.items():
            self.links[i].append((j, cost))
            self.links[j].append((i, cost))
        board = costs.board
        alike: dict[tuple[int, int, int], list[int]] = defaultdict(list)
        for i, where in enumerate(state):
            if where is not None and not board.items[i].order:
                stretch = board.stretch_at(where[1], board.ticks[i])
                alike[stretch, where[0], board.ticks[i]].append(i)
        self.alike = list(alike.values())

    def better(self, own: list[int]) -> bool:
        """Try every exchange inside a cell; whether any gained."""
        gained = False
        for i in own:
            for j in own if self._cost(i) else ():
                gained = self._gains(i, j) or gained
        return gained

    def _gains(self, i: int, j: int) -> bool:
        before = self._cost(i) + self._cost(j)
        state = self.state
        state[i], state[j] = state[j], state[i]
        if self._cost(i) + self._cost(j) < before:
            return True
        state[i], state[j] = state[j], state[i]
        return False

    def _cost(self, i: int) -> int:
        return sum(one * shared(self.costs, self.state, i, j) for j, one in self.links.get(i, ()))
