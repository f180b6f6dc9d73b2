"""The term of the call: instants on the one time line, read in the forum's own time."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


class CallStage(StrEnum):
    NOT_YET = "not_yet"
    OPEN = "open"
    CLOSED = "closed"


def stage(*, opens_at: datetime, closes_at: datetime, now: datetime) -> CallStage:
    """Open from the opening instant on, and no longer at the closing one."""
    if now < opens_at:
        return CallStage.NOT_YET
    return CallStage.OPEN if now < closes_at else CallStage.CLOSED


def days_left(*, closes_at: datetime, now: datetime) -> tuple[int, int, int]:
    """Whole days, and below two days whole hours, and below an hour minutes: one is not zero."""
    left = closes_at - now
    if left >= 2 * DAY:
        return left // DAY, 0, 0
    if left >= HOUR:
        return 0, left // HOUR, 0
    return 0, 0, max(1, left // timedelta(minutes=1))


def next_change(*, opens_at: datetime, closes_at: datetime, now: datetime) -> datetime | None:
    """The next instant at which the stage is another one."""
    return next((edge for edge in (opens_at, closes_at) if edge > now), None)
