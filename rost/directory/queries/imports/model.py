"""What reading a list gives: good rows, and faults line by line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypedDict

from rost.core.tables import Columns, Table

VALUE_SIGNS = 120


class ImportFault(TypedDict):
    """What is wrong in a line. `fault` is a code that `messages` of the room turns into words."""

    line: int
    column: str  # the heading as it stands in the list; empty when the whole line is meant
    fault: str
    value: str


def fault(line: int, code: str, *, column: str = "", value: str = "") -> ImportFault:
    """A fault of one line, its value cut to what fits on a page."""
    return {"line": line, "column": column, "fault": code, "value": value[:VALUE_SIGNS]}


@dataclass(slots=True)
class Reading:
    """Rows are plain JSON and carry their `line`; `passed_over` counts lines of no concern."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    faults: list[ImportFault] = field(default_factory=list)
    passed_over: int = 0


def heading(table: Table, columns: Columns, name: str) -> str:
    """How the list itself heads the column of a field."""
    place = columns.places.get(name)
    return "" if place is None else table.header[place]
