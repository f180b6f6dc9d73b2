"""Between the clock of a forum and the ticks of a problem."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from math import gcd
from typing import Any
from zoneinfo import ZoneInfo

from rost.core.programme.model import Programme, Session
from rost.core.scheduling import Span
from rost.forum.rules.scheduling import SHORTEST_TICK


@dataclass(frozen=True, slots=True)
class Clock:
    """Ticks since midnight before the forum; `pad` ticks follow each session, to change halls."""

    origin: datetime  # UTC
    minutes: int
    pad: int = 0

    def floor(self, moment: datetime) -> int:
        return int((moment - self.origin).total_seconds() // (60 * self.minutes))

    def ceil(self, moment: datetime) -> int:
        return -int(-(moment - self.origin).total_seconds() // (60 * self.minutes))

    def ticks(self, minutes: int) -> int:
        """Of a session, with the change after it."""
        return max(1, -(-minutes // self.minutes)) + self.pad

    def gap(self, minutes: int) -> int:
        return max(0, -(-minutes // self.minutes) - self.pad)

    def moment(self, tick: int) -> datetime:
        return self.origin + timedelta(minutes=tick * self.minutes)

    def taken(self, start: datetime, end: datetime) -> Span:
        """Every tick that is touched, and the change after it."""
        begins = self.floor(start)
        return Span(begins, max(begins + 1, self.ceil(end)) + self.pad)

    def free(self, start: datetime, end: datetime) -> Span:
        """The whole ticks inside; what stands there may end at the very end."""
        return Span(self.ceil(start), self.floor(end) + self.pad)

    def dump(self) -> dict[str, Any]:
        return {"origin": self.origin.isoformat(), "minutes": self.minutes, "pad": self.pad}


def load_clock(data: Any) -> Clock:
    return Clock(datetime.fromisoformat(data["origin"]), data["minutes"], data["pad"])


def clock_of(
    programme: Programme, *, minutes: int, change: int, kept: Iterable[Session] = ()
) -> Clock:
    """A clock whose ticks begin at midnight and are fine enough for the sessions that are kept.

    Where one of those begins off the grid the ticks become finer, down to `SHORTEST_TICK`.
    """
    zone = ZoneInfo(programme.timezone)
    midnight = datetime.combine(programme.start, time(), zone)
    tick = minutes
    for one in kept:
        if one.start is not None:
            local = one.start.astimezone(zone)
            fine = gcd(tick, gcd(local.hour * 60 + local.minute, one.minutes))
            tick = max(fine, SHORTEST_TICK) if tick > SHORTEST_TICK else tick
    return Clock(midnight.astimezone(UTC), tick, -(-change // tick))
