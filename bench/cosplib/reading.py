"""A workbook of the library as a problem of `core.scheduling`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

from bench.cosplib.hours import Hours, clock
from rost.core.scheduling import (
    Item,
    ItemCost,
    Measure,
    Place,
    Problem,
    Stretch,
    Track,
    TrackCost,
)

Row = Sequence[object]

KINDS = (
    (Measure.TRACK_STRETCH, "Tracks_Sessions|Penalty"),
    (Measure.TRACK_PLACE, "Tracks_Rooms|Penalty"),
    (Measure.STRETCH_PLACE, "Sessions_Rooms|Penalty"),
    (Measure.SIMILAR_TRACKS, "Similar Tracks"),
    (Measure.PLACES_PER_TRACK, "Number of rooms per track"),
    (Measure.PARALLEL_TRACK, "Parallel tracks"),
    (Measure.TRACK_IN_A_ROW, "Consecutive tracks"),
    (Measure.ITEM_TIME, "Submissions timezones"),
    (Measure.ORDER, "Submissions order"),
    (Measure.ITEM_STRETCH, "Submissions_Sessions|Penalty"),
    (Measure.ITEM_PLACE, "Submissions_Rooms|Penalty"),
    (Measure.PRESENTERS, "Presenters conflicts [Session Level]"),
    (Measure.ATTENDEES, "Attendees conflicts [Session Level]"),
    (Measure.CHAIRS, "Chairs conflicts"),
    (Measure.PRESENTERS_AT_ONCE, "Presenters conflicts [Timeslot Level]"),
    (Measure.ATTENDEES_AT_ONCE, "Attendees conflicts [Timeslot Level]"),
)
"""In the order of the sheet `parameters`, with the words of the library's checker."""


class UnreadableWorkbook(ValueError):
    """A sheet or column that the format asks for is missing."""


@dataclass(frozen=True, slots=True)
class Conference:
    """The problem, and cells as they were in the workbook, so that names come back unchanged."""

    name: str
    problem: Problem
    references: dict[str, object]
    tracks: dict[str, object]


def read(path: Path) -> Conference:
    book = load_workbook(path, data_only=True, read_only=True)
    sheets = {
        name.strip().lower(): [tuple(row) for row in book[name].iter_rows(values_only=True)]
        for name in book.sheetnames
    }
    book.close()
    for name in _SHEETS:
        if name not in sheets:
            raise UnreadableWorkbook(f"{path.name}: sheet «{name}» is missing")
    return _Reading(path.stem, sheets).conference()


_SHEETS = (
    "parameters", "submissions", "tracks", "sessions", "rooms", "tracks_sessions|penalty",
    "tracks_rooms|penalty", "similar tracks", "sessions_rooms|penalty",
)  # fmt: skip


class _Reading:
    def __init__(self, name: str, sheets: dict[str, list[Row]]) -> None:
        self.name = name
        self.sheets = sheets
        self.sessions = self._body("sessions")
        self.rooms = [_text(row[0]) for row in self._body("rooms")]
        self.track_rows = self._body("tracks")
        self.submissions = self._body("submissions")
        parameters = sheets["parameters"]
        self.weights = {
            measure: _number(_at(parameters, 1 + number, 4))
            for number, (measure, _) in enumerate(KINDS)
        }
        self.hours = Hours(
            _text(_at(parameters, 1, 1)) or "GMT+0",
            (clock(_at(parameters, 3, 1)), clock(_at(parameters, 4, 1))),
            (clock(_at(parameters, 6, 1)), clock(_at(parameters, 7, 1))),
            _number(_at(parameters, 8, 1)),
            _number(_at(parameters, 10, 1)),
        )

    def conference(self) -> Conference:
        problem = Problem(
            stretches=self._stretches(),
            places=tuple(Place(room) for room in self.rooms),
            items=tuple(self._item(row) for row in self.submissions),
            tracks=tuple(Track(_text(row[0]), _people(_cell(row, 1))) for row in self.track_rows),
            item_costs=tuple(self._item_costs()),
            track_costs=tuple(self._track_costs()),
            similar=self._similar(),
            weights=self.weights,
            one_track=True,
        )
        return Conference(
            self.name,
            problem,
            {_text(row[0]): row[0] for row in self.submissions},
            {_text(row[0]): row[0] for row in self.track_rows},
        )

    def _body(self, sheet: str) -> list[Row]:
        return [row for row in self.sheets[sheet][1:] if row and _text(row[0])]

    def _stretches(self) -> tuple[Stretch, ...]:
        """One after another with a tick between them; a tick is a time slot."""
        found, begins = [], 0
        for row in self.sessions:
            ends = begins + _number(_cell(row, 1))
            found.append(Stretch(_text(row[0]), begins, ends))
            begins = ends + 1
        return tuple(found)

    def _item(self, row: Row) -> Item:
        return Item(
            _text(row[0]),
            max(1, _number(_cell(row, 2))),
            track=_text(_cell(row, 1)),
            order=_number(_cell(row, 3)),
            presenters=_people(_cell(row, 5)),
            attendees=_people(_cell(row, 6)),
        )

    def _item_costs(self) -> list[ItemCost]:
        """Penalties of a submission are per time slot that it takes."""
        head = [_text(cell) for cell in self.sheets["submissions"][0]]
        names = {_text(row[0]) for row in self.sessions}
        rooms = set(self.rooms)
        zones: dict[tuple[str, str], int] = {}
        found = []
        for row in self.submissions:
            key, ticks = _text(row[0]), max(1, _number(_cell(row, 2)))
            for name, cell in zip(head[7:], row[7:], strict=False):
                cost = _number(cell) * ticks
                if cost and name in names:
                    found.append(ItemCost(Measure.ITEM_STRETCH, key, cost, stretch=name))
                elif cost and name in rooms:
                    found.append(ItemCost(Measure.ITEM_PLACE, key, cost, place=name))
            zone = _text(_cell(row, 4))
            for session in self.sessions if self.weights[Measure.ITEM_TIME] and zone else ():
                name = _text(session[0])
                if (zone, name) not in zones:
                    begins, ends = clock(_cell(session, 3)), clock(_cell(session, 4))
                    zones[zone, name] = self.hours.penalty(begins, ends, zone)
                if zones[zone, name]:
                    cost = zones[zone, name] * ticks
                    found.append(ItemCost(Measure.ITEM_TIME, key, cost, stretch=name))
        return found

    def _track_costs(self) -> list[TrackCost]:
        found = []
        for track, session, cost in self._table("tracks_sessions|penalty"):
            found.append(TrackCost(Measure.TRACK_STRETCH, cost, track=track, stretch=session))
        for track, room, cost in self._table("tracks_rooms|penalty"):
            found.append(TrackCost(Measure.TRACK_PLACE, cost, track=track, place=room))
        for session, room, cost in self._table("sessions_rooms|penalty"):
            found.append(TrackCost(Measure.STRETCH_PLACE, cost, stretch=session, place=room))
        return found

    def _table(self, sheet: str) -> list[tuple[str, str, int]]:
        """Row, column and penalty, where there is one."""
        rows = self.sheets[sheet]
        head = [_text(cell) for cell in rows[0]] if rows else []
        return [
            (_text(row[0]), name, _number(cell))
            for row in rows[1:]
            if row and _text(row[0])
            for name, cell in zip(head[1:], row[1:], strict=False)
            if name and _number(cell)
        ]

    def _similar(self) -> dict[tuple[str, str], int]:
        """Of the two cells of a pair the one above the diagonal counts, by rows of the sheet."""
        rows = self._body("similar tracks")
        names = [_text(row[0]) for row in rows]
        return {
            (one, names[column]): cost
            for number, (one, row) in enumerate(zip(names, rows, strict=True))
            for column in range(number + 1, len(names))
            if (cost := _number(_cell(row, column + 1)))
        }


def _cell(row: Row, column: int) -> object:
    return row[column] if column < len(row) else None


def _at(rows: list[Row], row: int, column: int) -> object:
    return _cell(rows[row], column) if row < len(rows) else None


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _number(value: object) -> int:
    """Empty is nothing; texts and fractions of a spreadsheet become whole numbers."""
    if isinstance(value, (int, float)):
        return int(value)
    try:
        return int(float(str(value).strip())) if value is not None else 0
    except ValueError:
        return 0


def _people(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in _text(value).split(", ") if name))
