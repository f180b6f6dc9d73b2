"""When a commitment is reminded of: before its day, on it, and ever more seldom after it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

MOST_AFTER = 4
# Days from the day promised; after it the pauses double: 7, 14, 28, 56 days.
STAGES = (
    ("month", -30),
    ("week", -7),
    ("due", 0),
    *((f"late-{n}", 7 * (2**n - 1)) for n in range(1, MOST_AFTER + 1)),
)
# Days after the question whether it was promised so.
QUESTIONS = (("confirm-1", 3), ("confirm-2", 10))
FIRST_HOUR, LAST_HOUR = 9, 20  # of the forum's own day, the last one not included


def decent(now: datetime, timezone: str) -> bool:
    """Whether it is an hour at which a telephone may ring."""
    return FIRST_HOUR <= now.astimezone(ZoneInfo(timezone)).hour < LAST_HOUR


def due_reminder(
    *,
    state: str,
    wording: int,
    due_on: date,
    asked_on: date | None,
    answered_on: date | None,
    sent: Collection[str],
    today: date,
) -> str | None:
    """The name of the reminder that is due today, None where there is none.

    The newest stage alone: a platform that stood still for a month does not send four letters.
    What was due before the answer was given is passed over. A new wording begins anew.

    >>> day = date(2020, 5, 31)
    >>> due_reminder(state="confirmed", wording=1, due_on=day, asked_on=None,
    ...     answered_on=date(2020, 2, 20), sent=(), today=date(2020, 5, 2))
    'month:1'
    """
    if state == "noted" and asked_on is not None:
        days = [(name, asked_on + timedelta(days=days)) for name, days in QUESTIONS]
    elif state == "confirmed" and answered_on is not None:
        stages = [(name, due_on + timedelta(days=days)) for name, days in STAGES]
        days = [(name, day) for name, day in stages if day > answered_on]
    else:
        return None
    reached = [f"{name}:{wording}" for name, day in days if day <= today]
    return reached[-1] if reached and reached[-1] not in sent else None
