"""The public count of commitments: one pass, by track and by district, never by person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .outcome import Outcome, outcome


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as it is counted; empty keys: of no track, of no district."""

    number: int
    state: str
    due_on: date
    closed_on: date | None
    track: str
    district: str


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """How many of a group came to what."""

    key: str
    name: str
    kept: int = 0
    kept_late: int = 0
    late: int = 0
    dropped: int = 0
    open: int = 0

    @property
    def total(self) -> int:
        return self.kept + self.kept_late + self.late + self.dropped + self.open

    @property
    def judged(self) -> int:
        """Those that can be judged: the day has passed, or they are closed."""
        return self.total - self.open

    @property
    def rate(self) -> int | None:
        """Percent kept of those that can be judged, rounded half up; None of none."""
        if not self.judged:
            return None
        return (200 * (self.kept + self.kept_late) + self.judged) // (2 * self.judged)


@dataclass(frozen=True, slots=True)
class Figures:
    total: Line
    tracks: tuple[Line, ...]
    districts: tuple[Line, ...]
    unconfirmed: int


def count(
    promises: Sequence[Promise], *, tracks: Iterable[Group], districts: Iterable[Group], today: date
) -> Figures:
    """Lines with nothing in them are left out; unconfirmed ones are only told in number."""
    sums: dict[tuple[str, str], Counter[str]] = {}
    unconfirmed = 0
    for one in promises:
        came = outcome(state=one.state, due_on=one.due_on, closed_on=one.closed_on, today=today)
        if came is None:
            unconfirmed += 1
            continue
        for group in (("all", ""), ("track", one.track), ("district", one.district)):
            sums.setdefault(group, Counter())[came] += 1

    def line(kind: str, group: Group) -> Line:
        found = sums.get((kind, group.key), Counter())
        return Line(group.key, group.name, **{str(one): found[one] for one in Outcome})

    return Figures(
        total=line("all", Group("", "")),
        tracks=tuple(line("track", one) for one in tracks if ("track", one.key) in sums),
        districts=tuple(
            line("district", one) for one in districts if ("district", one.key) in sums
        ),
        unconfirmed=unconfirmed,
    )
