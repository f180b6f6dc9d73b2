"""A second opinion on the public count: by comparing days and states, one cell at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .counting import Figures, Line, Promise

CELLS = ("kept", "kept_late", "late", "dropped", "open")


@dataclass(frozen=True, slots=True)
class Fault:
    """A number that is not what the rows come to: where («track 3»), which cell, two numbers."""

    where: str
    cell: str
    expected: int
    found: int


def verify(figures: Figures, promises: Sequence[Promise], *, today: date) -> tuple[Fault, ...]:
    """Every disagreement between the figures and the rows, and among the figures."""
    faults = list(_line("all", figures.total, promises, today))
    for kind, lines in (("track", figures.tracks), ("district", figures.districts)):
        for line in lines:
            own = [one for one in promises if getattr(one, kind) == line.key]
            faults += _line(f"{kind} {line.key}", line, own, today)
        for cell in CELLS:
            whole, parts = getattr(figures.total, cell), sum(getattr(one, cell) for one in lines)
            if whole != parts:
                faults.append(Fault(f"sum of {kind}", cell, whole, parts))
    silent = sum(one.state in {"noted", "refused"} for one in promises)
    if silent != figures.unconfirmed:
        faults.append(Fault("all", "unconfirmed", silent, figures.unconfirmed))
    return tuple(faults)


def _line(where: str, line: Line, own: Sequence[Promise], today: date) -> Iterator[Fault]:
    kept = [one for one in own if one.state == "kept"]
    behind = [one for one in kept if one.closed_on and (one.closed_on - one.due_on).days > 0]
    waiting = [one for one in own if one.state == "confirmed"]
    passed = [one for one in waiting if (today - one.due_on).days > 0]
    expected = (
        len(kept) - len(behind),
        len(behind),
        len(passed),
        len([one for one in own if one.state == "dropped"]),
        len(waiting) - len(passed),
    )
    for cell, number in zip(CELLS, expected, strict=True):
        if getattr(line, cell) != number:
            yield Fault(where, cell, number, getattr(line, cell))
