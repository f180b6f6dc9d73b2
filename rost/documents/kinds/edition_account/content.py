"""What the account of an edition says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, rows and a line of totals; the first column is words, the rest are numbers.

    `bars` names the columns (by index) that are drawn as bars beside the numbers.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    totals: tuple[str | int, ...]
    bars: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionAccount:
    event: str
    dates: str
    place: str
    figures: tuple[tuple[str, int | str], ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]  # how each figure is counted
    made_on: str
