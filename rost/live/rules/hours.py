"""When the hall may speak. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Standing(StrEnum):
    EARLY = "early"
    OPEN = "open"
    OVER = "over"
    UNKNOWN = "unknown"  # the programme has no time for it yet


@dataclass(frozen=True, slots=True)
class Hours:
    opens_at: datetime | None
    closes_at: datetime | None


def hours(
    *,
    starts: datetime | None,
    ends: datetime | None,
    before: int,
    after: int,
    opens_at: datetime | None = None,
    closes_at: datetime | None = None,
) -> Hours:
    """What was set by hand, otherwise so many minutes before and after the session."""
    return Hours(
        opens_at=opens_at or (starts - timedelta(minutes=before) if starts else None),
        closes_at=closes_at or (ends + timedelta(minutes=after) if ends else None),
    )


def standing(found: Hours, now: datetime) -> Standing:
    if found.opens_at is None:
        return Standing.UNKNOWN
    if now < found.opens_at:
        return Standing.EARLY
    if found.closes_at is not None and now >= found.closes_at:
        return Standing.OVER
    return Standing.OPEN


def next_edge(found: Hours, now: datetime) -> datetime | None:
    """When time alone changes what may be done."""
    edges = (found.opens_at, found.closes_at)
    return min((one for one in edges if one is not None and one > now), default=None)
