"""When votes are taken, and in which order one voter sees the projects."""

from __future__ import annotations

import hashlib
from datetime import datetime
from enum import StrEnum


class Standing(StrEnum):
    NONE = "none"  # the call has no vote
    EARLY = "early"
    OPEN = "open"
    COUNTING = "counting"  # closed, not announced
    ANNOUNCED = "announced"


def standing(
    *,
    opens_at: datetime | None,
    closes_at: datetime | None,
    announced_at: datetime | None,
    now: datetime,
) -> Standing:
    if opens_at is None or closes_at is None:
        return Standing.NONE
    if announced_at is not None and announced_at <= now:
        return Standing.ANNOUNCED
    if now < opens_at:
        return Standing.EARLY
    return Standing.OPEN if now < closes_at else Standing.COUNTING


def turn_for(voter: int, code: str) -> str:
    """Key of the order of projects on one voter's page.

    The first lines of a list are marked more often than the last (the position effect), so
    everybody has an order of their own, the same each time.
    """
    return hashlib.sha256(f"vote:{voter}:{code}".encode()).hexdigest()
