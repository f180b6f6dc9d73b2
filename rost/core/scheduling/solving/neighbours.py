"""Which items a step of the large-neighbourhood search lets go (Shaw, CP 1998)."""

from __future__ import annotations

from collections import defaultdict
from random import Random

from .board import Where
from .costs import Costs


class Neighbours:
    """Groups of related items: what meets, what shares people, a track, an hour or a place."""

    def __init__(self, costs: Costs, random: Random) -> None:
        self.costs = costs
        self.board = costs.board
        self.random = random
        self.related: dict[int, set[int]] = defaultdict(set)
        for pairs in (costs.by_tick, costs.per_tick, costs.by_stretch):
            for i, j in pairs:
                self.related[i].add(j)
                self.related[j].add(i)
        for items in self.board.of_person.values():
            for i in items:
                self.related[i] |= {j for j in items if j != i}
        self.loose = [
            i
            for i, own in enumerate(self.board.ranges)
            if sum(hi - lo + 1 for ranges in own.values() for _, lo, hi in ranges) > 1
        ]

    def pick(self, state: list[Where | None], size: int) -> list[int]:
        if len(self.loose) <= size:
            return list(self.loose)
        ways = (self._related, self._hour, self._track, self._places, self._scattered)
        found = self.random.choice(ways)(state, size)
        loose = set(self.loose)
        return [i for i in found if i in loose][:size]

    def _related(self, state: list[Where | None], size: int) -> list[int]:
        found = {self.random.choice(self.loose)}
        edge = list(found)
        while edge and len(found) < size:
            near = sorted(self.related[edge.pop(0)] - found)
            self.random.shuffle(near)
            for one in near[: max(3, size // 4)]:
                found.add(one)
                edge.append(one)
        return self._filled(found, size)

    def _hour(self, state: list[Where | None], size: int) -> list[int]:
        """What runs around one or two moments: places may be exchanged, and hours."""
        found: set[int] = set()
        for _ in range(2):
            seed = state[self.random.choice(self.loose)]
            near = sorted(
                self.loose,
                key=lambda i: (abs(self._begins(state, i) - seed[1]) if seed else 0, i),
            )
            found |= set(near[: size // 2])
        return self._filled(found, size)

    def _begins(self, state: list[Where | None], i: int) -> int:
        where = state[i]
        return where[1] if where is not None else 0

    def _track(self, state: list[Where | None], size: int) -> list[int]:
        found: set[int] = set()
        tracks = [own for own in self.board.members if own]
        self.random.shuffle(tracks)
        for own in tracks:
            if len(found) + len(own) > size and found:
                break
            found |= set(own)
        return self._filled(found, size)

    def _places(self, state: list[Where | None], size: int) -> list[int]:
        seeds = self.random.sample(self.loose, 2)
        places = {where[0] for i in seeds if (where := state[i]) is not None}
        own = [i for i in self.loose if (where := state[i]) is not None and where[0] in places]
        self.random.shuffle(own)
        return self._filled(set(own[:size]), size)

    def _scattered(self, state: list[Where | None], size: int) -> list[int]:
        return self.random.sample(self.loose, min(size, len(self.loose)))

    def _filled(self, found: set[int], size: int) -> list[int]:
        own = sorted(found)
        self.random.shuffle(own)
        return own[:size]
