"""What hours of presence are counted by: sessions, or days where only the entrance is marked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from rost.core.attendance import Presence


def by_days(presence: Presence, *, hours: int, days: Collection[date]) -> Presence:
    """Each day of the forum with any mark brings an even part of the hours of participation;
    rounded down once, at the end. Sessions bring nothing, though they stay in the account.

    >>> both = frozenset({date(2020, 2, 18), date(2020, 2, 19)})
    >>> by_days(Presence("1", both), hours=15, days=sorted(both)).hours
    15
    >>> by_days(Presence("1", frozenset({date(2020, 2, 18)})), hours=15, days=sorted(both)).hours
    7
    """
    there = len(presence.days & frozenset(days))
    return replace(presence, hours=hours * there // len(days) if days else 0)
