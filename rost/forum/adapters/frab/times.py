"""Dates, clocks and durations in the many ways that schedules write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

YEARS: Final = range(1970, 2100)
"""What is dated otherwise is a slip of the pen, and would break sums of dates."""

_DAY: Final = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_CLOCK: Final = re.compile(r"(\d{1,2})[:.hч]?(\d{2})(?::\d{2})?(?:\.\d+)?")
_ISO_DURATION: Final = re.compile(
    r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?", re.IGNORECASE
)


def moment_of(text: str) -> datetime | None:
    """A date with a time, with or without an offset; a bare date is no moment."""
    text = text.strip()
    if len(text) < 12:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.year in YEARS else None


def day_of(text: str) -> date | None:
    text = text.strip()
    found = _DAY.match(text)
    if found:
        year, month, day = found.groups()
    else:
        found = _DAY_FIRST.match(text)
        if not found:
            return None
        day, month, year = found.groups()
    try:
        on = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return on if on.year in YEARS else None


def clock_of(text: str) -> int | None:
    """Minutes since midnight; 24:00 and more go on into the next day."""
    found = _CLOCK.fullmatch(text.strip())
    if not found or int(found[2]) > 59 or int(found[1]) > 47:
        return None
    return int(found[1]) * 60 + int(found[2])


def minutes_of(text: str) -> int | None:
    """A length: "1:30", "01:30:00", "1:02:00:00" (a day and two hours), "90", "PT1H30M"."""
    text = text.strip()
    if iso := (_ISO_DURATION.fullmatch(text) if len(text) > 1 else None):
        days, hours, minutes, seconds = (int(part or 0) for part in iso.groups())
        return _positive(days * 1440 + hours * 60 + minutes + (seconds + 30) // 60)
    parts = text.split(":")
    if not all(part.strip().isdecimal() and len(part) < 6 for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) == 1:
        return _positive(numbers[0])
    if len(numbers) == 2:
        return _positive(numbers[0] * 60 + numbers[1])
    if len(numbers) == 3:
        return _positive(numbers[0] * 60 + numbers[1] + (numbers[2] + 30) // 60)
    if len(numbers) == 4:
        return _positive(numbers[0] * 1440 + numbers[1] * 60 + numbers[2])
    return None


def _positive(minutes: int) -> int | None:
    return minutes if 0 < minutes <= 7 * 1440 else None
