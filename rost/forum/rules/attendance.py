"""Decisions at the doors: whose clock is right, and when a pass opens what.

The whole protocol and its reasons are in docs/decisions/doors.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

MOST_MARKS = 500  # in one request of a telephone
MOST_DEVICES = 5  # telephones that one pass lets in
SLACK = timedelta(minutes=15)  # around the hours of a pass: the line is slow, clocks differ
GRACE = timedelta(hours=48)  # after the hours of a pass its marks may still be sent


@dataclass(frozen=True, slots=True)
class SentMark:
    """A mark as a telephone sends it: through a badge's code, or by a registration's number."""

    id: UUID
    badge: str
    registration: int | None
    direction: str
    source: str
    said_at: datetime


class PassState(StrEnum):
    EARLY = "early"
    OPEN = "open"
    ENDED = "ended"  # no more list, but waiting marks are taken
    OVER = "over"


def pass_state(starts_at: datetime, ends_at: datetime, now: datetime) -> PassState:
    """What a pass allows now.

    >>> morning = datetime(2020, 2, 18, 7, tzinfo=UTC)
    >>> evening = datetime(2020, 2, 18, 20, tzinfo=UTC)
    >>> pass_state(morning, evening, datetime(2020, 2, 20, 19, tzinfo=UTC)).value
    'ended'
    """
    if now < starts_at:
        return PassState.EARLY
    if now < ends_at:
        return PassState.OPEN
    return PassState.ENDED if now < ends_at + GRACE else PassState.OVER


def moment_of(said_at: datetime, *, ahead: timedelta, now: datetime) -> datetime:
    """When it was by our clock: the telephone's word less what its clock is ahead, never later
    than now."""
    return min(said_at - ahead, now)


def within_pass(at: datetime, starts_at: datetime, ends_at: datetime) -> bool:
    return starts_at - SLACK <= at <= ends_at + SLACK


def day_bounds(moment: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The local day that a moment belongs to, from midnight to midnight."""
    day = moment.astimezone(zone).date()
    return midnight(day, zone), midnight(day + timedelta(days=1), zone)


def midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)


def shown_moment(now: datetime, *, last_day: date, zone: ZoneInfo) -> datetime:
    """Which moment the desk shows: now, and once the forum is over the end of its last day."""
    end = midnight(last_day + timedelta(days=1), zone) - timedelta(microseconds=1)
    return min(now, end)


def pass_hours(
    opens: datetime, closes: datetime, *, before: timedelta, after: timedelta
) -> tuple[datetime, datetime]:
    """Hours of a pass around those of a day or of a route."""
    return opens - before, closes + after
