"""Values: marks as doors took them, slots of the programme, rules, and the presence they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

ACADEMIC_HOUR = 45  # minutes


class DoorKind(StrEnum):
    ENTRANCE = "entrance"
    HALL = "hall"
    ROUTE = "route"


class Direction(StrEnum):
    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. `holder` is whoever it counts for; `place` names the hall or route, "" outside.

    Halls and routes share one set of names: a hall never has the name of a route.

    `session` is named by a sign-in sheet; other marks find theirs by place and time. `at` is in
    the time of the platform, whatever the clock of the telephone said.
    """

    id: str
    holder: str
    kind: DoorKind
    place: str
    at: datetime
    direction: Direction = Direction.IN
    session: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A session in its place and time; breaks do not count towards hours.

    `session` is unique: one session has one slot.
    """

    session: str
    place: str
    starts_at: datetime
    ends_at: datetime
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Rules:
    """How an edition counts.

    `share_percent` – the part of a session somebody must have been there for it to count;
    `early` – how long before a session a mark belongs to it; `tap` – two marks at one door
    within this time are one (a double tap, or two volunteers at one door).
    """

    hour_minutes: int = ACADEMIC_HOUR
    share_percent: int = 50
    early: timedelta = timedelta(minutes=45)
    tap: timedelta = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Presence:
    """What the marks of one holder come to.

    `days` – days of the forum on which there is any mark; `sessions` – minutes in each session
    that counts; `minutes` – their sum; `hours` – whole hours of it, rounded down.
    """

    holder: str
    days: frozenset[date]
    sessions: Mapping[str, int] = field(default_factory=dict)
    minutes: int = 0
    hours: int = 0
