"""Who sees the outbox, and how long an attempt waits."""

from __future__ import annotations

from datetime import timedelta

from rost.directory.models import RoleName
from rost.directory.rules import Right

SEE_OUTBOX = Right.of("channels.outbox", RoleName.ORGANISER)

# Pauses after the first, second … failed attempt; when none is left, the message has failed.
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
)
ATTEMPTS = len(PAUSES) + 1
LEASE = timedelta(minutes=10)  # an attempt silent for so long has died with its worker


def pause_after(attempts: int) -> timedelta | None:
    """How long to wait after so many attempts; None when there will be no other.

    >>> pause_after(1)
    datetime.timedelta(seconds=60)
    >>> pause_after(5) is None
    True
    """
    return PAUSES[attempts - 1] if attempts < ATTEMPTS else None
