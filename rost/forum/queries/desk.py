"""The programme editor's page: one day of the draft as a grid, and what is not placed yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from string import ascii_uppercase
from zoneinfo import ZoneInfo

from rost.core.programme.findings import Finding, Level
from rost.core.programme.model import Form, Programme, Session, State
from rost.forum.models import Edition, Hall
from rost.forum.models import Session as SessionRow
from rost.forum.queries.draft import draft_programme
from rost.forum.queries.findings import findings_of

STEP = timedelta(minutes=30)
EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Column:
    """A hall, a route, or everywhere; `key` is the letter the command line knows it by."""

    place: str  # "hall:slug", "route:slug", EVERYWHERE
    key: str
    name: str
    about: int | None = None  # seats
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A session as the grid shows it, with the heaviest level found for it."""

    session: Session
    level: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What begins in a place at a time; with nothing in it, a free slot."""

    place: str
    start: datetime
    pieces: tuple[Piece, ...] = ()
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    start: datetime
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the editor shows; `worst` is the heaviest level found for each session."""

    programme: Programme
    columns: tuple[Column, ...]
    findings: tuple[Finding, ...]
    changed: Mapping[str, datetime]  # when each session was last changed, by code
    days: tuple[date, ...]
    worst: Mapping[str, Level] = field(default_factory=dict)

    @property
    def sessions(self) -> Mapping[str, Session]:
        return {one.code: one for one in self.programme.sessions}

    @property
    def last_change(self) -> datetime | None:
        return max(self.changed.values(), default=None)


def board_of(edition: Edition) -> Board:
    """Thirteen queries, whatever the size of the programme."""
    programme = draft_programme(edition)
    findings = findings_of(edition, programme)
    changed = dict(SessionRow.objects.filter(edition=edition).values_list("code", "changed_at"))
    worst: dict[str, Level] = {}
    for finding in findings:  # heaviest first
        for code in finding.sessions:
            worst.setdefault(code, finding.level)
    return Board(
        programme=programme,
        columns=_columns(programme, Hall.objects.filter(edition=edition)),
        findings=findings,
        changed=changed,
        days=tuple(day.date for day in programme.days),
        worst=worst,
    )


def place_of(session: Session) -> str:
    if session.hall:
        return f"hall:{session.hall}"
    return f"route:{session.route}" if session.route else EVERYWHERE


def day_of(session: Session, programme: Programme) -> date | None:
    """The forum's day on which it begins: a day may last into the night."""
    start = session.start
    if start is None:
        return None
    own = (day.date for day in programme.days if day.start <= start < day.end)
    return next(own, start.date())


def stray_days(board: Board) -> list[date]:
    """Dates outside the forum's days on which something stands nevertheless."""
    stand = {day_of(one, board.programme) for one in board.programme.sessions}
    return sorted(day for day in stand - set(board.days) if day is not None)


def unplaced(board: Board) -> list[Session]:
    """What waits for a time or a place, in order of number; cancelled sessions wait for nothing."""
    return sorted(
        (
            one
            for one in board.programme.sessions
            if one.state is not State.CANCELLED
            and (one.start is None or (place_of(one) == EVERYWHERE and one.form is not Form.BREAK))
        ),
        key=lambda one: one.number,
    )


def columns_on(board: Board, day: date) -> list[Column]:
    """Halls, and of routes, closed halls and «everywhere» those that this day needs."""
    here = {place_of(one) for one in _standing(board.programme, day)}
    departing = {
        f"route:{route.slug}" for route in board.programme.routes if route.departs.date() == day
    }
    return [
        column
        for column in board.columns
        if column.place in here
        or column.place in departing
        or (column.place.startswith("hall:") and not column.closed)
    ]


def grid(board: Board, day: date) -> list[Row]:
    """Rows every half hour of the day and wherever a session begins."""
    columns = columns_on(board, day)
    standing = _standing(board.programme, day)
    starts = _starts(board.programme, day, standing)
    cells = {
        column.place: _cells(
            column.place,
            starts,
            [
                Piece(one, board.worst.get(one.code, ""))
                for one in standing
                if place_of(one) == column.place
            ],
        )
        for column in columns
    }
    return [
        Row(
            start,
            tuple(cells[column.place][start] for column in columns if start in cells[column.place]),
        )
        for start in starts
    ]


def _standing(programme: Programme, day: date) -> list[Session]:
    return [
        one
        for one in programme.sessions
        if one.start is not None
        and day_of(one, programme) == day
        and (place_of(one) != EVERYWHERE or one.form is Form.BREAK)
    ]


def _starts(programme: Programme, day: date, standing: Iterable[Session]) -> list[datetime]:
    zone = ZoneInfo(programme.timezone)
    found = {one.start.astimezone(zone) for one in standing if one.start is not None}
    for own in programme.days:
        if own.date == day:
            steps = int((own.end - own.start) / STEP)
            found.update(own.start + STEP * step for step in range(steps))
    return sorted(found)


def _cells(place: str, starts: Sequence[datetime], own: Sequence[Piece]) -> dict[datetime, Cell]:
    """Cells of one column by the time they begin; a session covers the rows until its end, or
    until another one begins in the same place, so that a clash is seen."""
    begins: dict[datetime, list[Piece]] = {}
    for piece in own:
        if piece.session.start is not None:
            begins.setdefault(piece.session.start, []).append(piece)
    cells: dict[datetime, Cell] = {}
    covered_until: datetime | None = None
    for start in starts:
        if start in begins:
            here = tuple(begins[start])
            ends = (piece.session.end or start for piece in here)
            covered_until = max(covered_until or start, *ends)
            cells[start] = Cell(place, start, here)
        elif covered_until is None or start >= covered_until:
            covered_until = None
            cells[start] = Cell(place, start)
    return _with_heights(cells, starts)


def _with_heights(
    cells: Mapping[datetime, Cell], starts: Sequence[datetime]
) -> dict[datetime, Cell]:
    at = {start: number for number, start in enumerate(starts)}
    edges = [*(at[start] for start in cells), len(starts)]
    heights = [after - before for before, after in pairwise(edges)]
    return {
        start: Cell(cell.place, cell.start, cell.pieces, height)
        for (start, cell), height in zip(cells.items(), heights, strict=True)
    }


def _columns(programme: Programme, halls: Iterable[Hall]) -> tuple[Column, ...]:
    """Every hall keeps its letter when one is closed."""
    found: list[Column] = []
    for number, hall in enumerate(halls):
        found.append(
            Column(
                f"hall:{hall.slug}",
                key_of(number),
                hall.name,
                hall.capacity,
                hall.closed_at is not None,
            )
        )
    for number, route in enumerate(programme.routes, start=1):
        found.append(Column(f"route:{route.slug}", f"R{number}", route.name, route.seats))
    return (Column(EVERYWHERE, "", ""), *found)


def key_of(number: int) -> str:
    """A, B, … Z, then A2, B2 …"""
    letter = ascii_uppercase[number % 26]
    return letter if number < 26 else f"{letter}{number // 26 + 1}"
