"""Items that cannot be told apart, and whether a problem may be looked at by stretch and place."""

from __future__ import annotations

from dataclasses import dataclass, field

from rost.core.scheduling.model import Measure

from .costs import Costs


def usable(costs: Costs) -> bool:
    """Whether nothing hard depends on the tick."""
    board, problem = costs.board, costs.board.problem
    if not problem.one_track or problem.sequences or problem.before or costs.by_tick:
        return False
    if any(t < 0 for t in board.track) or costs.longest:
        return False
    if any(item.people or item.fixed or item.windows for item in board.items):
        return False
    if any(begins >= 0 for rows in costs.rows for _, _, begins in rows):
        return False
    return not any(place.open for place in problem.places)


@dataclass(slots=True)
class Kind:
    """Items of one track that cannot be told apart."""

    track: int
    ticks: int
    items: list[int] = field(default_factory=list)
    placed: bool = False  # whether it matters at which place of a stretch they lie


def kinds(costs: Costs) -> list[Kind]:
    board = costs.board
    met = {i for pair in costs.by_stretch for i in pair}
    inside = {
        i for pair in costs.by_stretch if board.track[pair[0]] == board.track[pair[1]] for i in pair
    }
    found: dict[tuple[object, ...], Kind] = {}
    for i, item in enumerate(board.items):
        rows = tuple(sorted(costs.rows[i].items()))
        single = i if i in met or (item.order and board.weight(Measure.ORDER)) else -1
        key = (board.track[i], item.ticks, rows, item.places, single)
        kind = found.setdefault(key, Kind(board.track[i], item.ticks))
        kind.items.append(i)
        kind.placed = (
            item.ticks > 1
            or i in inside
            or bool(item.places)
            or any(p >= 0 for _, p, _ in dict(rows))
        )
    return list(found.values())
