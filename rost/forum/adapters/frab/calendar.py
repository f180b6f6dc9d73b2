"""When things are: the zone, the days, the start and the length of every event."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from rost.core.programme.model import Day, Session

from .remarks import Notes, Repair
from .source import Source, SourceDay, SourceEvent
from .times import clock_of, day_of, minutes_of, moment_of

USUAL_LENGTH: Final = 30  # minutes, where a file does not say


def find_zone(source: Source, usual: str, notes: Notes) -> ZoneInfo:
    """The zone that the file names; else one with the offset that it writes; else the usual."""
    named = _zone(source.conference.get("time_zone_name", ""))
    if named is not None:
        return named
    assumed = ZoneInfo(usual)
    for moment in _moments(source):
        offset = moment.utcoffset()
        if offset is None:
            continue
        if moment.astimezone(assumed).utcoffset() == offset:
            notes.once(Repair.TIMEZONE_FROM_OFFSET, assumed.key)
            return assumed
        hours = offset.total_seconds() / 3600
        # Etc/GMT-3 is three hours east of Greenwich: the sign is that of POSIX.
        zone = _zone(f"Etc/GMT{-int(hours):+d}" if hours else "UTC") if hours % 1 == 0 else None
        if zone is not None:
            notes.once(Repair.TIMEZONE_FROM_OFFSET, zone.key)
            return zone
    notes.once(Repair.TIMEZONE_ASSUMED, usual)
    return assumed


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def _moments(source: Source) -> Iterable[datetime]:
    texts = [event["date"] for event in source.events]
    texts += [text for day in source.days for text in (day.start, day.end)]
    return (moment for text in texts if (moment := moment_of(text)) is not None)


class Calendar:
    def __init__(self, source: Source, zone: ZoneInfo, notes: Notes) -> None:
        self.source = source
        self.zone = zone
        self.notes = notes
        # A day of the file may begin at, say, nine: what comes earlier is the night after it.
        self.day_change = clock_of(source.conference.get("day_change", ""))

    def time_of(self, event: SourceEvent) -> tuple[datetime | None, int]:
        start = self._start(event)
        minutes = minutes_of(event["duration"])
        end = self._moment(event["end"])
        if minutes is None and start is not None and end is not None and end > start:
            minutes = int((end - start).total_seconds()) // 60 or None
        if minutes is None or minutes > 7 * 1440:
            self._say(Repair.DURATION_ASSUMED, event, event["duration"])
            minutes = USUAL_LENGTH
        return start, minutes

    def days(self, sessions: Iterable[Session]) -> tuple[Day, ...]:
        """The days of the file with hours that hold their sessions where the file gives none."""
        starts = [(one.start, one.end) for one in sessions if one.start and one.end]
        found: dict[date, Day] = {}
        for day in self.source.days:
            on = _date_of(day)
            if on is None:
                self.notes.add(Repair.DAY_SKIPPED, value=day.date)
            elif on in found:
                self.notes.add(Repair.DAY_MERGED, value=on.isoformat())
                other = self._day(on, day, starts)
                opens = min(found[on].start, other.start)
                found[on] = Day(on, opens, max(found[on].end, other.end))
            else:
                found[on] = self._day(on, day, starts)
        if not found:
            for start, _ in starts:
                on = start.date()
                if on not in found:
                    found[on] = self._day(on, SourceDay(), starts)
        return tuple(sorted(found.values(), key=lambda day: (day.date, day.start)))

    def _say(self, repair: Repair, event: SourceEvent, value: str = "") -> None:
        self.notes.add(repair, event["id"], event["title"], value)

    def _moment(self, text: str) -> datetime | None:
        moment = moment_of(text)
        if moment is None:
            return None
        if moment.tzinfo is None:
            self.notes.once(Repair.TIMEZONE_ASSUMED, self.zone.key)
            return moment.replace(tzinfo=self.zone, second=0, microsecond=0)
        return moment.astimezone(self.zone).replace(second=0, microsecond=0)

    def _start(self, event: SourceEvent) -> datetime | None:
        moment = self._moment(event["date"])
        if moment is not None:
            return moment
        clock = clock_of(event["start"])
        own_day = day_of(event["date"])
        on = own_day or (_date_of(event.day) if event.day else None)
        if on is None or clock is None:
            self._say(Repair.START_MISSING, event, f"{event['date']} {event['start']}".strip())
            return None
        self._say(Repair.DATE_DERIVED, event, event["start"])
        wall = datetime.combine(on, time()) + timedelta(minutes=clock)
        start = wall.replace(tzinfo=self.zone)
        if own_day is None and self._in_the_night_after(start, clock, event.day):
            start = (wall + timedelta(days=1)).replace(tzinfo=self.zone)
        return start

    def _in_the_night_after(self, start: datetime, clock: int, day: SourceDay | None) -> bool:
        if self.day_change is not None:
            return clock < self.day_change
        opens = self._moment(day.start) if day else None
        closes = self._moment(day.end) if day else None
        if opens is None or closes is None:
            return False
        return start < opens and start + timedelta(days=1) < closes

    def _day(self, on: date, day: SourceDay, starts: Iterable[tuple[datetime, datetime]]) -> Day:
        opens, closes = self._moment(day.start), self._moment(day.end)
        if opens is not None and closes is not None and opens < closes:
            return Day(on, opens, closes)
        self.notes.add(Repair.DAY_HOURS_DERIVED, value=on.isoformat())
        night = timedelta(minutes=self.day_change or 0)
        own = [
            (start, end)
            for start, end in starts
            if (start.replace(tzinfo=None) - night).date() == on
        ]
        if own:
            return Day(on, min(start for start, _ in own), max(end for _, end in own))
        morning = datetime.combine(on, time(9), self.zone)
        return Day(
            on, morning, (morning.astimezone(UTC) + timedelta(hours=9)).astimezone(self.zone)
        )


def _date_of(day: SourceDay) -> date | None:
    return day_of(day.date) or day_of(day.start)
