"""The programme of an edition as plain frozen data, as versions keep and every export reads it.

All moments are timezone-aware. References between parts are by short stable keys (hall and track
`slug`, route `slug`, session `code`), never by position, so that two programmes can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum


class Form(StrEnum):
    """How a session is held."""

    PLENARY = "plenary"
    LECTURE = "lecture"
    DISCUSSION = "discussion"
    ROUND_TABLE = "round_table"
    MASTER_CLASS = "master_class"
    PRESENTATION = "presentation"
    VISIT = "visit"
    BREAK = "break"


class Part(StrEnum):
    """What a person does in a session."""

    MODERATOR = "moderator"
    EXPERT = "expert"
    LECTURER = "lecturer"
    SPEAKER = "speaker"


class State(StrEnum):
    """How far a session has come; only accepted and cancelled ones are shown to the public."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Contribution:
    """One person's part in one session. `person` is None once the person's data are removed."""

    person: int | None
    guid: str
    name: str
    part: Part
    post: str = ""
    topic: str = ""
    minutes: int | None = None
    territories: tuple[str, ...] = ()  # OKTMO codes of the places the person speaks for


@dataclass(frozen=True, slots=True)
class Material:
    """A file or link shown with a session; `size` in bytes, None when unknown."""

    title: str
    url: str
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One item of the programme; unplaced while `start` or its place (hall or route) is missing."""

    code: str  # six characters 0-9 A-Z, unique in the edition
    guid: str
    number: int  # positive, unique in the edition; frab calls it id
    slug: str
    title: str
    form: Form
    minutes: int
    state: State = State.ACCEPTED
    track: str = ""
    abstract: str = ""
    language: str = "ru"
    start: datetime | None = None
    hall: str = ""
    route: str = ""
    seats: int | None = None  # own limit; the hall's capacity or the bus's seats apply as well
    contributions: tuple[Contribution, ...] = ()
    materials: tuple[Material, ...] = ()
    broadcast_url: str = ""
    sequence: int = 0  # grows with each approved change, as in RFC 5545 section 3.8.7.4

    @property
    def end(self) -> datetime | None:
        if self.start is None:
            return None
        # Through UTC: wall-clock arithmetic is an hour off on a night when clocks change.
        end = self.start.astimezone(UTC) + timedelta(minutes=self.minutes)
        return end.astimezone(self.start.tzinfo)

    @property
    def placed(self) -> bool:
        return self.start is not None and bool(self.hall or self.route)


@dataclass(frozen=True, slots=True)
class Hall:
    slug: str
    name: str
    capacity: int
    equipment: tuple[str, ...] = ()
    guid: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    slug: str
    name: str
    colour: str = ""  # "#rrggbb"


@dataclass(frozen=True, slots=True)
class Day:
    date: date
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Stop:
    """A timed stop of a route, tied to the practice shown there."""

    at: datetime
    until: datetime
    place: str
    territory: str  # OKTMO code
    practice: str
    practice_url: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """An off-site route: a bus with seats to a host municipality."""

    slug: str
    name: str
    bus: str
    seats: int
    host: str  # OKTMO code
    host_name: str
    departs: datetime
    returns: datetime
    departs_from: str = ""
    stops: tuple[Stop, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """A time when a person can take part; a person without windows can at any time."""

    person: int
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything the public sees of an edition's timetable, in one value."""

    slug: str
    title: str
    timezone: str
    place: str
    version: str
    start: date
    end: date
    days: tuple[Day, ...] = ()
    halls: tuple[Hall, ...] = ()
    tracks: tuple[Track, ...] = ()
    routes: tuple[Route, ...] = ()
    sessions: tuple[Session, ...] = ()
