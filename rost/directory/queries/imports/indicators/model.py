"""What reading a list of figures gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypedDict

from rost.directory.queries.imports.model import Reading

MOST_NOTES = 200


class Note(TypedDict):
    """Something done with many lines that a person should know of; the first line is told."""

    line: int
    note: str
    value: str
    lines: int


@dataclass(slots=True)
class FiguresReading(Reading):
    """`rows` carry code, indicator, year, value, and a `doubt` where the figure looks odd."""

    notes: dict[tuple[str, str], Note] = field(default_factory=dict)

    def note(self, line: int, what: str, value: str) -> None:
        one = self.notes.setdefault(
            (what, value), {"line": line, "note": what, "value": value[:120], "lines": 0}
        )
        one["lines"] += 1

    def told(self) -> list[Note]:
        """The notes about most lines: a file of the statistics has hundreds of indicators."""
        return sorted(self.notes.values(), key=lambda one: -one["lines"])[:MOST_NOTES]


Figure = dict[str, Any]
