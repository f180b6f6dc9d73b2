"""The tree of replications as geometry of a drawing; the list beside it is its twin."""

from __future__ import annotations

from dataclasses import dataclass

from .tree import Node

MOST_NODES, MOST_DEPTH = 40, 4
COLUMN, ROW, DOT, LONGEST = 250, 34, 6, 30
MARGIN = DOT + 2


@dataclass(frozen=True, slots=True)
class Dot:
    """A place of the tree: where it stands, what is written beside it, what it is."""

    node: Node
    x: int
    y: int
    text: str
    kind: str  # practice, going, done, given_up


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    dots: tuple[Dot, ...]
    lines: tuple[str, ...]  # paths from a place to what grew from it


def drawing_of(root: Node) -> Drawing | None:
    """None for a tree of one, and for one too large to be read as a drawing."""
    order = laid_out(root)
    deepest = max(level for _node, level, _above in order)
    if not 1 < len(order) <= MOST_NODES or deepest > MOST_DEPTH:
        return None
    heights = rows_of(order)
    dots = [
        Dot(node, MARGIN + level * COLUMN, heights[at], name_of(node), kind_of(node))
        for at, (node, level, _above) in enumerate(order)
    ]
    lines = [
        curve(dots[above], dots[at])
        for at, (_node, _level, above) in enumerate(order)
        if above is not None
    ]
    width = MARGIN + (deepest + 1) * COLUMN
    return Drawing(width, max(heights) + ROW // 2, tuple(dots), tuple(lines))


def laid_out(root: Node) -> list[tuple[Node, int, int | None]]:
    """Every node from the top down with its level and the number of the one above it."""
    order: list[tuple[Node, int, int | None]] = []
    waiting: list[tuple[Node, int, int | None]] = [(root, 0, None)]
    while waiting:
        node, level, above = waiting.pop()
        order.append((node, level, above))
        number = len(order) - 1
        waiting += [(one, level + 1, number) for one in reversed(node.branches)]
    return order


def rows_of(order: list[tuple[Node, int, int | None]]) -> list[int]:
    """Leaves stand one under another; whatever has branches stands in their middle."""
    heights: dict[int, int] = {}
    leaves = 0
    below: dict[int, list[int]] = {}
    for at, (_node, _level, above) in enumerate(order):
        if above is not None:
            below.setdefault(above, []).append(at)
    for at, (node, _level, _above) in enumerate(order):
        if not node.branches:
            heights[at] = ROW // 2 + leaves * ROW
            leaves += 1
    for at in range(len(order) - 1, -1, -1):
        if at not in heights:
            own = [heights[one] for one in below[at]]
            heights[at] = (min(own) + max(own)) // 2
    return [heights[at] for at in range(len(order))]


def curve(one: Dot, other: Dot) -> str:
    """Begins after the words of the first and ends at the dot of the second."""
    start, end = other.x - 40, other.x - DOT
    middle = (start + end) // 2
    return f"M{one.x + DOT} {one.y}H{start}C{middle} {one.y} {middle} {other.y} {end} {other.y}"


def name_of(node: Node) -> str:
    name = node.place.name if node.place is not None else ""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def kind_of(node: Node) -> str:
    return str(node.adoption.state) if node.adoption is not None else "practice"
