"""Time zones of remote speakers: what a session costs where they are."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_DAY = date(2021, 7, 21)  # the library looks at all sessions as on this day
_LONG_AGO = datetime(1850, 1, 1)
_OFFSET = re.compile(r"(?:GMT|UTC)?\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?$", re.IGNORECASE)

_HALF = r"(?::\d{2})?\s*(?P<half>[ap]m)?"
_TIME = re.compile(r"(\d{1,2}):(?P<minute>\d{2})" + _HALF, re.IGNORECASE)
_HOUR = re.compile(r"(\d{1,2})(?:\.(?P<minute>\d{2}))?" + _HALF, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hours:
    """The windows of the sheet `parameters`."""

    zone: str
    suitable: tuple[time, time]
    bearable: tuple[time, time]
    small: int
    large: int

    def penalty(self, begins: time, ends: time, zone: str) -> int:
        """What a session of these local hours costs to somebody in that zone."""
        local, remote = _base(self.zone), _zone(zone)
        first = datetime.combine(_DAY, begins, local).astimezone(remote).time()
        last = datetime.combine(_DAY, ends, local).astimezone(remote).time()
        if first < self.bearable[0] or last > self.bearable[1] or last < self.bearable[0]:
            return self.large
        early = first < self.suitable[0]
        late = self.suitable[1] < last
        return self.small if early or late else 0


def _zone(name: str) -> tzinfo:
    found = _OFFSET.match(name.strip().replace("\u2212", "-"))
    try:
        if found:
            sign = -1 if found[1] == "-" else 1
            return timezone(sign * timedelta(hours=int(found[2]), minutes=int(found[3] or 0)))
        return ZoneInfo(name.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _base(name: str) -> tzinfo:
    """The zone of the conference as the library takes it: for a named place the local mean time
    of old, because it puts the zone on a naive time.
    """
    zone = _zone(name)
    offset = zone.utcoffset(_LONG_AGO) or timedelta(0)
    return timezone(offset)


def clock(value: object) -> time:
    """A time of day from a cell: a time, a moment, a share of a day or text."""
    if isinstance(value, datetime):
        return value.time()
    if isinstance(value, time):
        return value
    if isinstance(value, timedelta):
        return _of_minutes(value.total_seconds() / 60)
    if isinstance(value, (int, float)) and math.isfinite(value):
        return _of_minutes(float(value) % 1 * 1440)
    found = _TIME.search(str(value)) or _HOUR.search(str(value))
    if not found:
        return time(0)
    hour, half = int(found[1]), (found["half"] or "").lower()
    if half:
        hour = hour % 12 + 12 * (half == "pm")
    return _of_minutes(hour * 60 + int(found["minute"] or 0))


def _of_minutes(minutes: float) -> time:
    whole = round(minutes)
    return time(whole // 60 % 24, whole % 60)
