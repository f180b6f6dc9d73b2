"""What can be wrong with a programme, and how much each fault weighs.

A finding carries facts only; the rooms put them into words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from .model import Form


class Rule(StrEnum):
    DURATION = "duration"
    PERSON_CLASH = "person_clash"
    HALL_CLASH = "hall_clash"
    PLACE_MISSING = "place_missing"
    ROUTE_SEATS = "route_seats"
    CAPACITY = "capacity"
    AVAILABILITY = "availability"
    DAY_HOURS = "day_hours"
    NO_MODERATOR = "no_moderator"
    NO_BREAK = "no_break"
    UNPLACED = "unplaced"


class Level(StrEnum):
    """What a finding does: stops the saving, stops the approval, is shown, is not looked for."""

    FORBID = "forbid"
    FORBID_APPROVAL = "forbid_approval"
    WARN = "warn"
    IGNORE = "ignore"


LEVELS: Mapping[Rule, Level] = MappingProxyType(
    {
        Rule.DURATION: Level.FORBID,
        Rule.PERSON_CLASH: Level.FORBID_APPROVAL,
        Rule.HALL_CLASH: Level.FORBID_APPROVAL,
        Rule.PLACE_MISSING: Level.FORBID_APPROVAL,
        Rule.ROUTE_SEATS: Level.FORBID_APPROVAL,
        Rule.CAPACITY: Level.WARN,
        Rule.AVAILABILITY: Level.WARN,
        Rule.DAY_HOURS: Level.WARN,
        Rule.NO_MODERATOR: Level.WARN,
        Rule.NO_BREAK: Level.WARN,
        Rule.UNPLACED: Level.WARN,
    }
)

NEED_MODERATOR = frozenset({Form.PLENARY, Form.DISCUSSION, Form.ROUND_TABLE})

LONGEST_RUN = 240
"""Minutes that people may be kept in one hall without a break."""

PAUSE = 15
"""Minutes between two sessions of a hall that count as a break without being called one."""

RULE_ORDER = {rule: place for place, rule in enumerate(Rule)}
LEVEL_ORDER = {level: place for place, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. Which facts are set depends on the rule:

    person_clash   sessions (both), person, start and end of the overlap; route if travel causes it
    hall_clash     sessions (both), hall, start and end of the overlap
    place_missing  sessions (one), hall or route that does not exist
    route_seats    sessions (one), route, wanted (people), given (seats)
    capacity       sessions (one), hall, wanted (people), given (seats)
    availability   sessions (one), person, start and end of their time there; route if they travel
    day_hours      sessions (one), start and end of the session
    no_break       sessions (the whole run), hall, start, end, wanted (longest allowed), given
                   (both in minutes)
    duration       sessions (one), given (minutes)
    no_moderator, unplaced   sessions (one)
    """

    rule: Rule
    level: Level
    sessions: tuple[str, ...]
    person: int | None = None
    hall: str = ""
    route: str = ""
    start: datetime | None = None
    end: datetime | None = None
    wanted: int | None = None
    given: int | None = None

    @property
    def order(self) -> tuple[int, int, float, tuple[str, ...], int, str]:
        """Heaviest first, then by rule, then as the day goes."""
        return (
            LEVEL_ORDER[self.level],
            RULE_ORDER[self.rule],
            self.start.timestamp() if self.start else 0.0,
            self.sessions,
            self.person or 0,
            self.hall or self.route,
        )
