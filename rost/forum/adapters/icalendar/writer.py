"""A calendar of sessions.

The lines are put together here, several times quicker than with the library, which also starts
summer time an hour late; the tests read with the library what is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from rost.core.programme.model import Contribution, Part, Programme, Session, State

from .lines import folded, text, uri
from .zones import vtimezone

PRODUCT = "-//Rost//Programme//EN"


def write(
    programme: Programme,
    *,
    sessions: Iterable[Session],
    url_of: Callable[[Session], str],
    name: str,
    stamp: datetime,
    domain: str,
    method: str = "PUBLISH",
    cancelled: Iterable[Session] = (),
    parts: Mapping[Part, str] | None = None,
    refresh: timedelta = timedelta(hours=1),
) -> bytes:
    """The sessions that have a start, as one calendar.

    `stamp` is when this version was approved; `domain` makes the guids of sessions world-wide;
    `cancelled` are sessions that were public once and have left the programme, as they last were.
    `parts` are names of what people do ("Модератор"), put before their names.
    """
    zone = ZoneInfo(programme.timezone)
    entry = _Entries(programme, zone, url_of, stamp, domain, parts or {})
    shown = [(one, one.state is State.CANCELLED, one.sequence) for one in sessions]
    shown += [(one, True, one.sequence + 1) for one in cancelled]
    shown = [item for item in shown if item[0].start is not None]
    shown.sort(key=lambda item: (item[0].start, item[0].code))
    years = [one.start.year for one, _, _ in shown if one.start] or [programme.start.year]
    pieces = [folded(line) for line in _head(name, programme.timezone, method, refresh)]
    if programme.timezone != "UTC":
        pieces.append(vtimezone(programme.timezone, min(years), max(years)))
    for one, off, sequence in shown:
        pieces += [folded(line) for line in entry.lines(one, off, sequence)]
    pieces.append(b"END:VCALENDAR\r\n")
    return b"".join(pieces)


def _head(name: str, timezone: str, method: str, refresh: timedelta) -> Iterator[str]:
    again = f"PT{max(1, int(refresh.total_seconds()) // 60)}M"
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{PRODUCT}"
    yield "CALSCALE:GREGORIAN"
    yield f"METHOD:{method}"
    yield f"NAME:{text(name)}"
    yield f"X-WR-CALNAME:{text(name)}"
    yield f"X-WR-TIMEZONE:{timezone}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{again}"
    yield f"X-PUBLISHED-TTL:{again}"


class _Entries:
    def __init__(
        self,
        programme: Programme,
        zone: ZoneInfo,
        url_of: Callable[[Session], str],
        stamp: datetime,
        domain: str,
        parts: Mapping[Part, str],
    ) -> None:
        self.zone = zone
        self.url_of = url_of
        self.stamp = f"{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        self.domain = domain
        self.parts = parts
        self.place = programme.place
        self.halls = {hall.slug: hall.name for hall in programme.halls}
        self.routes = {route.slug: route for route in programme.routes}
        self.tracks = {track.slug: track.name for track in programme.tracks}

    def lines(self, session: Session, off: bool, sequence: int) -> Iterator[str]:
        assert session.start is not None
        assert session.end is not None
        yield "BEGIN:VEVENT"
        yield f"UID:{text(session.guid)}@{self.domain}"
        yield f"DTSTAMP:{self.stamp}"
        yield f"LAST-MODIFIED:{self.stamp}"
        yield f"SEQUENCE:{sequence}"
        yield f"STATUS:{'CANCELLED' if off else 'CONFIRMED'}"
        yield f"DTSTART{self._moment(session.start)}"
        if session.minutes > 0:  # section 3.6.1: an end is later than its start
            yield f"DTEND{self._moment(session.end)}"
        yield f"SUMMARY:{text(session.title)}"
        if where := self._where(session):
            yield f"LOCATION:{text(where)}"
        if description := "\n\n".join(self._description(session)):
            yield f"DESCRIPTION:{text(description)}"
        if track := self.tracks.get(session.track):
            yield f"CATEGORIES:{text(track)}"
        if url := uri(self.url_of(session)):
            yield f"URL:{url}"
        if session.broadcast_url:
            yield f"CONFERENCE;VALUE=URI;FEATURE=VIDEO:{uri(session.broadcast_url)}"
        yield "END:VEVENT"

    def _moment(self, moment: datetime) -> str:
        if self.zone.key == "UTC":
            return f":{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        return f";TZID={self.zone.key}:{moment.astimezone(self.zone):%Y%m%dT%H%M%S}"

    def _where(self, session: Session) -> str:
        route = self.routes.get(session.route)
        if route is not None:
            return ", ".join(part for part in (route.name, route.departs_from) if part)
        named = (self.halls.get(session.hall, ""), self.place)
        return ", ".join(part for part in named if part)

    def _description(self, session: Session) -> Iterator[str]:
        if session.abstract:
            yield session.abstract.strip()
        if people := "\n".join(self._person(one) for one in session.contributions if one.name):
            yield people
        if session.broadcast_url:
            yield session.broadcast_url

    def _person(self, one: Contribution) -> str:
        part = self.parts.get(one.part, "")
        who = ", ".join(word for word in (one.name, one.post) if word)
        topic = f" – {one.topic}" if one.topic else ""
        return f"{part}: {who}{topic}" if part else f"{who}{topic}"
