"""A programme as days, rooms and events of the frab family, with every field as the schemas ask.

Shown are sessions that stand and are placed; routes are rooms; a break without a hall is
everybody's and stands in a room named after the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

from rost.core.language import slug as latin_slug
from rost.core.programme.model import Contribution, Day, Form, Programme, Session, State

from .addresses import absolute
from .text import one_line

_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_SLUG: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CODE: Final = re.compile(r"[0-9A-Z]{6}")
_LONGEST: Final = 24 * 60 - 1  # minutes; readers know no durations of a day and more


@dataclass(frozen=True, slots=True)
class Room:
    key: str
    name: str
    guid: str
    slug: str
    capacity: int | None
    outside: bool


@dataclass(frozen=True, slots=True)
class Person:
    id: int | None
    guid: str
    name: str


@dataclass(frozen=True, slots=True)
class Event:
    session: Session
    number: int
    code: str  # empty where the session's own is not of the form that readers expect
    guid: str
    slug: str
    url: str
    type: str
    start: datetime
    end: datetime
    duration: str
    room: Room
    track: str
    parts: tuple[tuple[Contribution, Person], ...]
    attachments: tuple[tuple[str, str], ...]  # title and address
    broadcast: str

    @property
    def people(self) -> tuple[Person, ...]:
        """Each person once, whatever the number of parts."""
        return tuple({person.guid: person for _, person in self.parts}.values())


@dataclass(frozen=True, slots=True)
class DayPlan:
    index: int
    date: date
    start: datetime
    end: datetime
    rooms: tuple[tuple[Room, tuple[Event, ...]], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    acronym: str
    start: date
    end: date
    rooms: tuple[Room, ...]
    tracks: tuple[tuple[str, str, str], ...]  # name, slug, colour or nothing
    track_slugs: Mapping[str, str]
    days: tuple[DayPlan, ...]
    events: tuple[Event, ...]
    zone: ZoneInfo


Addresses = Callable[[Session], str]


def lay_out(
    programme: Programme,
    *,
    base_url: str,
    url_of: Addresses,
    labels: Mapping[Form, str] | None = None,
    states: Iterable[State] = (State.ACCEPTED,),
) -> Layout:
    zone = ZoneInfo(programme.timezone)
    names = _Names(programme, base_url)
    rooms = names.rooms()
    shown = [one for one in programme.sessions if one.state in states and _has_place(one)]
    shown.sort(key=lambda one: (one.start, one.code))
    tracks = {one.slug: one_line(one.name) or one.slug or "–" for one in programme.tracks}

    def event(one: Session) -> Event:
        minutes = min(max(one.minutes, 0), _LONGEST)
        number, code, guid, slug = names.identity(one)
        return Event(
            session=one,
            number=number,
            code=code,
            guid=guid,
            slug=slug,
            url=absolute(base_url, url_of(one)),
            type=(labels or {}).get(one.form, str(one.form)),
            start=_local(one.start, zone),
            end=_local(one.end, zone),
            duration=f"{minutes // 60:02}:{minutes % 60:02}",
            room=rooms[one.route or one.hall],
            track=tracks.get(one.track, ""),
            parts=tuple(names.parts(one)),
            attachments=_attachments(one, base_url),
            broadcast=absolute(base_url, one.broadcast_url) if one.broadcast_url else "",
        )

    events = tuple(event(one) for one in shown)
    return Layout(
        acronym=names.acronym,
        start=programme.start,
        end=programme.end,
        rooms=tuple(rooms[key] for key in rooms if key or any(e.room.key == "" for e in events)),
        tracks=_tracks(programme, tracks, names),
        track_slugs=names.track_slugs,
        days=_days(programme, zone, events, tuple(rooms.values())),
        events=events,
        zone=zone,
    )


def _tracks(
    programme: Programme, titles: Mapping[str, str], names: _Names
) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (titles[one.slug], names.track_slugs[one.slug], _colour(one.colour))
        for one in programme.tracks
    )


def acronym_of(text: str) -> str:
    """Both schemas at once: four or more of a-z, 0-9 and the underscore."""
    return latin_slug(text, 4, 40, fallback="forum").replace("-", "_")


def _has_place(session: Session) -> bool:
    return session.placed or (session.form is Form.BREAK and session.start is not None)


def _local(moment: datetime | None, zone: ZoneInfo) -> datetime:
    assert moment is not None
    return moment if moment.tzinfo is zone else moment.astimezone(zone)


def _attachments(session: Session, base_url: str) -> tuple[tuple[str, str], ...]:
    addresses = ((one.title, absolute(base_url, one.url)) for one in session.materials)
    return tuple((one_line(title), url) for title, url in addresses if url)


def _colour(text: str) -> str:
    return text if re.fullmatch(r"#[0-9a-fA-F]{6}", text) else ""


def _as_slug(text: str) -> str:
    return text if _SLUG.fullmatch(text) and len(text) > 1 else latin_slug(text, 2, 60)


class _Names:
    """Identities that are unique and of the form the schemas ask, kept where ours already are."""

    def __init__(self, programme: Programme, base_url: str) -> None:
        self.programme = programme
        self.base_url = base_url
        self.acronym = acronym_of(programme.slug or programme.title)
        self.numbers = {one.number for one in programme.sessions}
        self.taken: set[object] = set()
        self.track_slugs: dict[str, str] = {}
        for track in programme.tracks:
            self.track_slugs[track.slug] = self._once(_as_slug(track.slug), "track")

    def rooms(self) -> dict[str, Room]:
        """By slug of hall or route, and by nothing for what has neither."""
        found: dict[str, Room] = {}
        for hall in self.programme.halls:
            guid, capacity = hall.guid, hall.capacity or None
            found[hall.slug] = self._room(hall.slug, hall.name, guid, capacity, outside=False)
        for route in self.programme.routes:
            found[route.slug] = self._room(route.slug, route.name, "", route.seats, outside=True)
        everywhere = self.programme.place or self.programme.title
        for one in self.programme.sessions:
            place = one.route or one.hall
            if place not in found:
                name = place or everywhere
                found[place] = self._room(place, name, "", None, outside=bool(one.route))
        return found

    def _room(self, key: str, name: str, guid: str, capacity: int | None, *, outside: bool) -> Room:
        name = one_line(name) or key or self.acronym
        if ("room", name) in self.taken:
            name = self._once(f"{name} ({key})", "room")
        self.taken.add(("room", name))
        slug = self._once(_as_slug(key or name), "room slug")
        return Room(key, name, self._guid(guid, f"room/{key}"), slug, capacity, outside)

    def identity(self, one: Session) -> tuple[int, str, str, str]:
        number = one.number
        if number < 1 or ("number", number) in self.taken:
            number = max(self.numbers, default=0) + 1
            self.numbers.add(number)
        self.taken.add(("number", number))
        code = one.code if _CODE.fullmatch(one.code) else ""
        if ("code", code) in self.taken:
            code = ""
        self.taken.add(("code", code) if code else None)
        guid = self._guid(one.guid, f"session/{one.code}/{number}")
        own = f"{self.acronym}-{(code or str(number)).lower()}-{_as_slug(one.slug or one.title)}"
        return number, code, guid, self._once(own, "slug")

    def parts(self, one: Session) -> Iterator[tuple[Contribution, Person]]:
        for part in one.contributions:
            name = one_line(part.name)
            if name:
                guid = part.guid
                if not _UUID.fullmatch(guid):
                    guid = str(uuid5(NAMESPACE_URL, f"{self.base_url}person/{part.person or name}"))
                yield part, Person(part.person, guid, name)

    def _guid(self, guid: str, what: str) -> str:
        if not _UUID.fullmatch(guid) or UUID(guid) in self.taken:
            guid = str(uuid5(NAMESPACE_URL, f"{self.base_url}{what}"))
        self.taken.add(UUID(guid))
        return guid

    def _once(self, text: str, kind: str) -> str:
        made, count = text, 1
        while (kind, made) in self.taken:
            count += 1
            made = f"{text}-{count}"
        self.taken.add((kind, made))
        return made


def _days(
    programme: Programme, zone: ZoneInfo, events: Sequence[Event], rooms: Sequence[Room]
) -> tuple[DayPlan, ...]:
    days = list(programme.days)
    dates = {day.date for day in days}
    for event in events:
        on = _date_of(event, days)
        if on not in dates:
            dates.add(on)
            days.append(_whole_day(on, zone))
    if not days:
        days.append(_whole_day(programme.start, zone))
    days.sort(key=lambda day: (day.date, day.start))
    held: dict[tuple[date, str], list[Event]] = {}
    for event in events:
        held.setdefault((_date_of(event, days), event.room.key), []).append(event)
    plans = []
    for index, day in enumerate(days, 1):
        plan = tuple((room, tuple(held.pop((day.date, room.key), ()))) for room in rooms)
        shown = tuple((room, own) for room, own in plan if room.key or own)
        plans.append(
            DayPlan(index, day.date, _local(day.start, zone), _local(day.end, zone), shown)
        )
    return tuple(plans)


def _date_of(event: Event, days: Iterable[Day]) -> date:
    """The day whose hours hold the start (a night belongs to the day before it), or its date."""
    for day in days:
        if day.start <= event.start < day.end:
            return day.date
    return event.start.date()


def _whole_day(on: date, zone: ZoneInfo) -> Day:
    start = datetime.combine(on, time(), zone)
    return Day(on, start, start + timedelta(days=1))
