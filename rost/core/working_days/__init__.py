"""Terms in working days: Saturdays, Sundays and the days off given are not counted."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta

SATURDAY = 5  # of date.weekday()


def after(day: date, count: int, days_off: Container[date]) -> date:
    """The last day of a term of `count` working days that begins on the day after.

    So the Civil Code counts terms (article 191): the day of the event is not in them.

    >>> after(date(2020, 2, 20), 2, {date(2020, 2, 24)})
    datetime.date(2020, 2, 25)
    """
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY and day not in days_off:
            count -= 1
    return day
