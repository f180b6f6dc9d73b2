"""What is asked of the search and what it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rost.catalogue.models import Card


@dataclass(frozen=True, slots=True)
class Filters:
    """Values of one filter are alternatives; filters hold together.

    `territory` is an OKTMO code with everything in it, `places` are exactly these; `costs` and
    `sizes` are codes of bands (`catalogue.rules`).
    """

    kinds: tuple[str, ...] = ()
    territory: str = ""
    places: tuple[str, ...] = ()
    local_issues: tuple[str, ...] = ()
    national_projects: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text as it was written; `marked`: it answers the query."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    card: Card
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """`total` is exact unless `more`: then there are more than that.

    `tolerant`: words like those typed were looked for, too. `keyboard`: the query as typed on the
    other layout, when that is what was found.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    more: bool = False
    tolerant: bool = False
    keyboard: str = ""


@dataclass(frozen=True, slots=True)
class Facets(Mapping[str, tuple[tuple[str, int], ...]]):
    """Values with the number of cards; `bounded`: counted among the first of more."""

    counts: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    bounded: bool = False

    def __getitem__(self, name: str) -> tuple[tuple[str, int], ...]:
        return self.counts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.counts)

    def __len__(self) -> int:
        return len(self.counts)
