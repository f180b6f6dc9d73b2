"""VTIMEZONE of a zone for the years a calendar needs (RFC 5545, section 3.6.5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from .lines import folded, text

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


@lru_cache(maxsize=64)
def vtimezone(name: str, first_year: int, last_year: int) -> bytes:
    """Every change of offset from the year before the first to the year after the last."""
    zone = ZoneInfo(name)
    begin = datetime(first_year - 1, 1, 1, tzinfo=UTC)
    end = datetime(last_year + 2, 1, 1, tzinfo=UTC)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    lines += _observance(zone, begin, _offset(zone, begin))
    for change in _changes(zone, begin, end):
        lines += _observance(zone, change, _offset(zone, change - SECOND))
    lines.append("END:VTIMEZONE")
    return b"".join(folded(line) for line in lines)


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Day by day, and to the second within a day on which the offset changes."""
    day, before = begin, _offset(zone, begin)
    while day < end:
        after = _offset(zone, day + DAY)
        if after != before:
            early, late = day, day + DAY
            while late - early > SECOND:
                middle = (early + (late - early) / 2).replace(microsecond=0)
                early, late = (middle, late) if _offset(zone, middle) == before else (early, middle)
            yield late
        day, before = day + DAY, after


def _observance(zone: ZoneInfo, since: datetime, before: timedelta) -> Iterator[str]:
    """From a moment on: its start is a wall time of the offset that held before it."""
    local = since.astimezone(zone)
    kind = "DAYLIGHT" if local.dst() else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{since + before:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_signed(before)}"
    yield f"TZOFFSETTO:{_signed(local.utcoffset() or timedelta())}"
    yield f"TZNAME:{text(local.tzname() or '')}"
    yield f"END:{kind}"


def _signed(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}{rest:02}"
