"""A workbook of the library as a problem of `core.scheduling`."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from bench.cosplib.hours import Hours, clock
from bench.cosplib.sheets import (
    Names,
    Row,
    UnreadableWorkbook,
    at,
    cell,
    number,
    people,
    scale,
    sheets,
    text,
    whole,
)
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


PENALTIES = (
    Measure.TRACK_STRETCH, Measure.TRACK_PLACE, Measure.STRETCH_PLACE, Measure.SIMILAR_TRACKS,
    Measure.ITEM_TIME, Measure.ITEM_STRETCH, Measure.ITEM_PLACE,
)  # fmt: skip
"""Those whose number comes from cells, not from counting."""

UNTRACKED = "(no track)"
_NEEDED = ("parameters", "submissions", "sessions", "rooms")


@dataclass(frozen=True, slots=True)
class Conference:
    """The problem, and cells as they were in the workbook, so that names come back unchanged.

    Weights and penalties with fractions are whole in the problem: all its costs are `scale` times
    those of the workbook.
    """

    name: str
    problem: Problem
    references: dict[str, object]
    tracks: dict[str, object]
    sessions: dict[str, object]
    rooms: dict[str, object]
    scale: int = 1


def read(path: Path) -> Conference:
    found = sheets(path)
    for name in _NEEDED:
        if name not in found:
            raise UnreadableWorkbook(f"{path.name}: sheet «{name}» is missing")
    return _Reading(path.stem, found).conference()


class _Reading:
    def __init__(self, name: str, found: dict[str, list[Row]]) -> None:
        self.name = name
        self.sheets = found
        self.session_rows = self._body("sessions")
        self.track_rows = self._body("tracks")
        self.submissions = self._submissions()
        self.sessions = Names(row[0] for row in self.session_rows)
        self.rooms = Names(row[0] for row in self._body("rooms"))
        self.tracks = Names(row[0] for row in self.track_rows)
        self.references = Names(row[0] for row in self.submissions)
        for row in self.submissions:
            if self.tracks.find(cell(row, 1)) is None:
                self.tracks.new(text(cell(row, 1)) or UNTRACKED)
        parameters = found["parameters"]
        weights = [number(at(parameters, 1 + row, 4)) for row, _ in enumerate(KINDS)]
        self.hours = Hours(
            text(at(parameters, 1, 1)) or "GMT+0",
            (clock(at(parameters, 3, 1)), clock(at(parameters, 4, 1))),
            (clock(at(parameters, 6, 1)), clock(at(parameters, 7, 1))),
            whole(at(parameters, 8, 1)),
            whole(at(parameters, 10, 1)),
        )
        self.of_weights = scale(weights)
        self.of_costs = scale(self._penalties())
        self.weights = {
            measure: int(value * self.of_weights * (1 if measure in PENALTIES else self.of_costs))
            for (measure, _), value in zip(KINDS, weights, strict=True)
        }

    def conference(self) -> Conference:
        problem = Problem(
            stretches=self._stretches(),
            places=tuple(Place(room) for room in self.rooms.keys),
            items=tuple(
                self._item(key, row)
                for key, row in zip(self.references.keys, self.submissions, strict=True)
            ),
            tracks=self._tracks(),
            item_costs=tuple(self._item_costs()),
            track_costs=tuple(self._track_costs()),
            similar=self._similar(),
            weights=self.weights,
            one_track=True,
        )
        return Conference(
            self.name,
            problem,
            self.references.cells,
            self.tracks.cells,
            self.sessions.cells,
            self.rooms.cells,
            self.of_weights * self.of_costs,
        )

    def _body(self, sheet: str) -> list[Row]:
        return [row for row in self.sheets.get(sheet, [])[1:] if row and text(row[0])]

    def _submissions(self) -> list[Row]:
        """A row without a reference is one if it has a track."""
        return [
            row if text(row[0]) else (f"row {place}", *row[1:])
            for place, row in enumerate(self.sheets["submissions"][1:], start=2)
            if row and (text(row[0]) or text(cell(row, 1)))
        ]

    def _penalties(self) -> list[Fraction]:
        found = [number(value) for row in self.submissions for value in row[7:]]
        for name in _TABLES:
            found += [number(value) for row in self._body(name) for value in row[1:]]
        return found

    def _cost(self, value: object) -> int:
        return int(number(value) * self.of_costs)

    def _stretches(self) -> tuple[Stretch, ...]:
        """One after another with a tick between them; a tick is a time slot."""
        found, begins = [], 0
        for key, row in zip(self.sessions.keys, self.session_rows, strict=True):
            ends = begins + max(0, whole(cell(row, 1)))
            found.append(Stretch(key, begins, ends))
            begins = ends + 1
        return tuple(found)

    def _track(self, row: Row) -> str:
        return self.tracks.find(text(cell(row, 1)) or UNTRACKED) or UNTRACKED

    def _tracks(self) -> tuple[Track, ...]:
        chairs = [people(cell(row, 1)) for row in self.track_rows]
        more = len(self.tracks.keys) - len(chairs)
        return tuple(
            Track(key, own) for key, own in zip(self.tracks.keys, chairs + [()] * more, strict=True)
        )

    def _item(self, key: str, row: Row) -> Item:
        return Item(
            key,
            max(1, whole(cell(row, 2))),
            track=self._track(row),
            order=max(0, whole(cell(row, 3))),
            presenters=people(cell(row, 5)),
            attendees=people(cell(row, 6)),
        )

    def _item_costs(self) -> list[ItemCost]:
        """Penalties of a submission are per time slot that it takes."""
        rows = self.sheets["submissions"]
        head = rows[0][7:] if rows else ()
        columns = [(self.sessions.find(name), self.rooms.find(name)) for name in head]
        zones: dict[tuple[str, str], int] = {}
        found = []
        for key, row in zip(self.references.keys, self.submissions, strict=True):
            ticks = max(1, whole(cell(row, 2)))
            for (session, room), value in zip(columns, row[7:], strict=False):
                cost = self._cost(value) * ticks
                if cost and session:
                    found.append(ItemCost(Measure.ITEM_STRETCH, key, cost, stretch=session))
                elif cost and room:
                    found.append(ItemCost(Measure.ITEM_PLACE, key, cost, place=room))
            zone = text(cell(row, 4))
            if self.weights[Measure.ITEM_TIME] and zone:
                found += self._zone_costs(key, ticks, zone, zones)
        return found

    def _zone_costs(
        self, key: str, ticks: int, zone: str, zones: dict[tuple[str, str], int]
    ) -> list[ItemCost]:
        found = []
        for name, row in zip(self.sessions.keys, self.session_rows, strict=True):
            if (zone, name) not in zones:
                begins, ends = clock(cell(row, 3)), clock(cell(row, 4))
                zones[zone, name] = self.hours.penalty(begins, ends, zone)
            cost = zones[zone, name] * self.of_costs * ticks
            if cost:
                found.append(ItemCost(Measure.ITEM_TIME, key, cost, stretch=name))
        return found

    def _track_costs(self) -> list[TrackCost]:
        found = []
        tracks, sessions, rooms = self.tracks, self.sessions, self.rooms
        for track, session, cost in self._table("tracks_sessions|penalty", tracks, sessions):
            found.append(TrackCost(Measure.TRACK_STRETCH, cost, track=track, stretch=session))
        for track, room, cost in self._table("tracks_rooms|penalty", tracks, rooms):
            found.append(TrackCost(Measure.TRACK_PLACE, cost, track=track, place=room))
        for session, room, cost in self._table("sessions_rooms|penalty", sessions, rooms):
            found.append(TrackCost(Measure.STRETCH_PLACE, cost, stretch=session, place=room))
        return found

    def _table(self, sheet: str, down: Names, across: Names) -> list[tuple[str, str, int]]:
        """Row, column and penalty, where there is one; unknown names are left out."""
        rows = self.sheets.get(sheet, [])
        head = [across.find(name) for name in rows[0]] if rows else []
        return [
            (key, name, self._cost(value))
            for row in self._body(sheet)
            if (key := down.find(row[0]))
            for name, value in zip(head[1:], row[1:], strict=False)
            if name and self._cost(value)
        ]

    def _similar(self) -> dict[tuple[str, str], int]:
        """Of the two cells of a pair the one above the diagonal counts, by rows of the sheet."""
        rows = self._body("similar tracks")
        names = [self.tracks.find(row[0]) for row in rows]
        return {
            (one, other): cost
            for place, (one, row) in enumerate(zip(names, rows, strict=True))
            for column, other in enumerate(names[place + 1 :], start=place + 1)
            if one and other and one != other
            if (cost := self._cost(cell(row, column + 1)))
        }


_TABLES = (
    "tracks_sessions|penalty", "tracks_rooms|penalty", "similar tracks", "sessions_rooms|penalty",
)  # fmt: skip
