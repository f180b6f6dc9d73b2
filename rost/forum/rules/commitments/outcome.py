"""What a commitment comes to on a day; docs/algorithms/commitments.md states the rule."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    KEPT = "kept"  # on the day promised or before
    KEPT_LATE = "kept_late"
    LATE = "late"  # the day has passed, nothing is shown yet
    DROPPED = "dropped"
    OPEN = "open"  # the day has not passed


COUNTED = frozenset({"confirmed", "kept", "dropped"})  # states; what nobody confirmed never counts


def outcome(*, state: str, due_on: date, closed_on: date | None, today: date) -> Outcome | None:
    """None for what is not confirmed: it counts nowhere.

    >>> day = date(2020, 5, 1)
    >>> outcome(state="confirmed", due_on=day, closed_on=None, today=day)
    <Outcome.OPEN: 'open'>
    >>> outcome(state="confirmed", due_on=day, closed_on=None, today=date(2020, 5, 2))
    <Outcome.LATE: 'late'>
    >>> outcome(state="kept", due_on=day, closed_on=date(2020, 6, 1), today=date(2020, 7, 1))
    <Outcome.KEPT_LATE: 'kept_late'>
    """
    if state not in COUNTED:
        return None
    if state == "dropped":
        return Outcome.DROPPED
    if state == "kept":
        return Outcome.KEPT_LATE if closed_on is not None and closed_on > due_on else Outcome.KEPT
    return Outcome.LATE if today > due_on else Outcome.OPEN
