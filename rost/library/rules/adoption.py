"""Days of an adoption: its proposed plan, when its results are due, what is to be reminded of."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

RESULT_MONTHS = (6, 12)
USUAL_TERM = 6  # months, where a practice says nothing of its term
MOST_STEPS = 30
LONGEST_CHANGED, LONGEST_REASON, LONGEST_RESULT = 4000, 2000, 4000
FIRST_HOUR, LAST_HOUR = 9, 20  # nobody is reminded at night

# Days before (minus) or after a result is due on which its people are reminded.
RESULT_REMINDERS = {"before": timedelta(-14), "day": timedelta(0), "after": timedelta(30)}
STALE = timedelta(60)  # a reminder that nobody sent for so long is not sent any more


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where there is no such day.

    >>> months_later(date(2020, 8, 31), 6)
    datetime.date(2021, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def proposed_days(begins_on: date, months: int, count: int) -> tuple[date, ...]:
    """Days for so many steps, evenly over the term; the last step ends with it.

    >>> proposed_days(date(2020, 1, 1), 2, 2)
    (datetime.date(2020, 1, 31), datetime.date(2020, 3, 1))
    """
    whole = (months_later(begins_on, months) - begins_on).days
    return tuple(begins_on + timedelta(whole * n // count) for n in range(1, count + 1))


@dataclass(frozen=True, slots=True)
class Due:
    """A step that is not done or a result that is not told; `name` is of a reminder."""

    name: str
    day: date


def due_reminder(
    *,
    steps: Iterable[tuple[int, date]],
    results: Iterable[tuple[int, date]],
    sent: frozenset[str],
    today: date,
) -> Due | None:
    """The one reminder to send now: results go first, and of steps one letter a day of theirs.

    `steps` are the numbers and days of those not done, `results` months and days of those not
    told. A step is reminded of on the day after its own, once, even if it is moved about and back.
    """
    for months, day in results:
        for kind, shift in reversed(RESULT_REMINDERS.items()):
            name = f"result:{months}:{kind}"
            if name in sent:
                break  # what came before it is out of date
            if day + shift <= today < day + shift + STALE:
                return Due(name, day)
    late = [(day, number) for number, day in steps if day < today < day + STALE]
    for day, _number in sorted(late):
        name = f"step:{day.isoformat()}"
        if name not in sent:
            return Due(name, day)
    return None


def decent(now: datetime) -> bool:
    """`now` in local time."""
    return FIRST_HOUR <= now.hour < LAST_HOUR
