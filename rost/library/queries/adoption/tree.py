"""The public tree of replications: a practice, its adoptions, practices that grew from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from rost.catalogue.models import Lineage
from rost.catalogue.queries.lineage import descendants_of
from rost.core.similarity import great_circle
from rost.directory.models import Location, Municipality
from rost.library.models import Adoption, Practice, PracticeState
from rost.library.queries.practices import PREFIX
from rost.library.queries.practices import key_of as practice_key

from .cards import KEY
from .doors import all_adoptions
from .public import with_told

MOST = 500  # rows of one tree; more are counted, not drawn


@dataclass(slots=True)
class Node:
    """A practice or an adoption of it, and what grew from that."""

    practice: Practice | None = None
    adoption: Adoption | None = None
    kilometres: int | None = None  # from the place that it was taken from
    branches: list[Node] = field(default_factory=list)

    @property
    def place(self) -> Municipality | None:
        if self.adoption is not None:
            return self.adoption.municipality
        return self.practice.municipality if self.practice is not None else None


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the nested list: whether a list opens under it, how many close after it."""

    node: Node
    opens: bool
    closes: range


def tree_of(practice: Practice) -> Node:
    """Five queries at most, whatever grew; what is not public is cut off with all below it."""
    lines = descendants_of(practice_key(practice), most=MOST)
    things = things_behind(lines)
    children: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        children[line.source.key].append(line.result.key)
    root = Node(practice=practice)
    grow(root, practice_key(practice), children, things)
    measure(root)
    return root


def grow(root: Node, key: str, children: dict[str, list[str]], things: dict[str, Node]) -> None:
    """Without recursion: a tree may be deep. A thing stands where it is met first."""
    seen, waiting = {key}, [(root, key)]
    while waiting:
        node, own = waiting.pop(0)
        for other in children[own]:
            if other in things and other not in seen:
                seen.add(other)
                node.branches.append(things[other])
                waiting.append((things[other], other))


def things_behind(lines: list[Lineage]) -> dict[str, Node]:
    """Adoptions and practices in the library, by the keys of their cards; two queries."""
    keys = {line.result.key for line in lines}
    adoptions = with_told(all_adoptions()).filter(pk__in=numbers(keys, KEY))
    practices = (
        Practice.objects.filter(pk__in=numbers(keys, PREFIX), version__isnull=False)
        .exclude(state=PracticeState.WITHDRAWN)
        .select_related("version", "municipality__parent")
    )
    return {f"{KEY}{one.pk}": Node(adoption=one) for one in adoptions} | {
        f"{PREFIX}{one.pk}": Node(practice=one) for one in practices
    }


def numbers(keys: set[str], prefix: str) -> list[int]:
    return [int(one.removeprefix(prefix)) for one in keys if one.startswith(prefix)]


def items_of(root: Node) -> list[Item]:
    """What is below the root, for a template that nests lists without calling itself."""
    items: list[Item] = []
    waiting = [(one, 0) for one in reversed(root.branches)]
    while waiting:
        node, closes = waiting.pop()  # `closes` lists end where everything below the node ends
        items.append(Item(node, bool(node.branches), range(0 if node.branches else closes)))
        last = closes + 1
        waiting += [(one, last if n == 0 else 0) for n, one in enumerate(reversed(node.branches))]
    return items


def measure(root: Node) -> None:
    """Distances from each place to the one above it, where both are known; one query."""
    nodes = list(every(root))
    places = {one.place.pk for one in nodes if one.place is not None}
    known = {one.municipality_id: one for one in Location.objects.filter(municipality__in=places)}
    for node in nodes:
        here = known.get(node.place.pk) if node.place is not None else None
        for branch in node.branches:
            there = known.get(branch.place.pk) if branch.place is not None else None
            if here is not None and there is not None and branch.place != node.place:
                branch.kilometres = round(
                    great_circle((here.latitude, here.longitude), (there.latitude, there.longitude))
                )


def every(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.branches
