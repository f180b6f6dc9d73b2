"""From what a file says to a programme: every gap filled, every repair remarked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePath
from typing import Final
from zoneinfo import ZoneInfo

from rost.core.language import slug as latin_slug
from rost.core.programme.model import Day, Form, Hall, Programme, Session, State, Track

from .calendar import Calendar, find_zone
from .content import Content
from .identities import Codes, Numbers, Slugs, guid_of, is_slug, made_guid
from .people import Parts
from .remarks import Imported, Notes, Reason, Refused, Repair
from .source import Source, SourceEvent, SourceRoom
from .terms import STATE_OF_WORD, form_of
from .times import day_of

TITLE_LENGTH: Final = 300


def assemble(source: Source, *, name: str, timezone: str, notes: Notes) -> Imported:
    conference = source.conference
    acronym = conference.get("acronym", "")
    stem = PurePath(name).stem
    title = conference.get("title") or acronym or stem
    if not conference.get("title"):
        notes.add(Repair.TITLE_MISSING, value=title)
    zone = find_zone(source, timezone, notes)
    halls = _Halls(source.rooms, acronym or title, notes)
    tracks = _Tracks(source, notes)
    sessions = _Sessions(source, zone, halls, tracks, notes).all()
    days = Calendar(source, zone, notes).days(sessions)
    start, end = _dates(source, days, sessions)
    if not sessions:
        notes.add(Repair.NO_SESSIONS)
    programme = Programme(
        slug=latin_slug(acronym or title, 2, 60, fallback="forum"),
        title=title[:TITLE_LENGTH],
        timezone=zone.key,
        place=_place(conference),
        version=conference.get("version", ""),
        start=start,
        end=end,
        days=days,
        halls=tuple(halls.halls.values()),
        tracks=tuple(tracks.tracks.values()),
        sessions=sessions,
    )
    return Imported(programme, tuple(notes.made))


def _place(conference: dict[str, str]) -> str:
    parts = (conference.get("place", ""), conference.get("venue", ""), conference.get("city", ""))
    return ", ".join(part for part in parts if part)


def _dates(source: Source, days: tuple[Day, ...], sessions: Iterable[Session]) -> tuple[date, date]:
    known = [day.date for day in days] or [one.start.date() for one in sessions if one.start]
    said = [day_of(source.conference.get(name, "")) for name in ("start", "end")]
    known += [on for on in said if on is not None]
    if not known:
        raise Refused(Reason.NO_DATES)
    return min(known), max(known)


class _Halls:
    """Rooms by name, whatever the case and spaces; each with a guid of its own."""

    def __init__(self, rooms: Iterable[SourceRoom], event: str, notes: Notes) -> None:
        self.notes = notes
        self.event = event
        self.slugs = Slugs()
        self.guids: set[str] = set()
        self.halls: dict[str, Hall] = {}
        self.spelled: dict[str, str] = {}
        for room in rooms:
            self.slug_of(room)

    def slug_of(self, room: SourceRoom) -> str:
        name = " ".join(room.name.split())
        if not name:
            return ""
        key = name.casefold()
        if key not in self.halls:
            self._add(key, name, room)
            return self.halls[key].slug
        known = self.halls[key]
        guid = guid_of(room.guid)
        if self.spelled[key] != name or (guid and guid != known.guid and known.guid in self.guids):
            self.notes.once(Repair.ROOM_MERGED, name)
        if not known.capacity and _capacity(room):
            self.halls[key] = replace(known, capacity=_capacity(room))
        return known.slug

    def _add(self, key: str, name: str, room: SourceRoom) -> None:
        guid = guid_of(room.guid)
        if room.guid and (not guid or guid in self.guids):
            self.notes.add(Repair.ROOM_GUID_REPLACED, value=name)
            guid = ""
        self.guids.add(guid)
        self.spelled[key] = name
        self.halls[key] = Hall(
            slug=self.slugs.take(latin_slug(name, 2, 60, fallback="hall"), fallback="hall"),
            name=name,
            capacity=_capacity(room),
            guid=guid or made_guid(self.event, "room", key),
        )


def _capacity(room: SourceRoom) -> int:
    text = room.capacity.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 0


class _Tracks:
    def __init__(self, source: Source, notes: Notes) -> None:
        self.slugs = Slugs()
        self.tracks: dict[str, Track] = {}
        for track in source.tracks:
            colour = track.colour.strip().lower()
            if colour and not _is_colour(colour):
                notes.add(Repair.TRACK_COLOUR_DROPPED, value=f"{track.name}: {colour}")
                colour = ""
            self.slug_of(track.name, track.slug, colour)

    def slug_of(self, name: str, slug: str = "", colour: str = "") -> str:
        name = " ".join(name.split())
        if not name:
            return ""
        key = name.casefold()
        if key not in self.tracks:
            own = slug if is_slug(slug) else latin_slug(name, 2, 60, fallback="track")
            self.tracks[key] = Track(self.slugs.take(own, fallback="track"), name, colour)
        elif colour and not self.tracks[key].colour:
            self.tracks[key] = replace(self.tracks[key], colour=colour)
        return self.tracks[key].slug


def _is_colour(text: str) -> bool:
    return (
        len(text) == 7 and text[0] == "#" and all(sign in "0123456789abcdef" for sign in text[1:])
    )


class _Sessions:
    def __init__(
        self, source: Source, zone: ZoneInfo, halls: _Halls, tracks: _Tracks, notes: Notes
    ) -> None:
        self.source = source
        self.halls = halls
        self.tracks = tracks
        self.notes = notes
        self.acronym = source.conference.get("acronym", "")
        self.calendar = Calendar(source, zone, notes)
        self.content = Content(source.conference.get("base_url", ""), notes)
        self.parts = Parts(self.acronym, notes)
        self.numbers = Numbers(event["id"] for event in source.events)
        self.codes = Codes(event["code"] for event in source.events)
        self.slugs = Slugs()
        self.guids: set[str] = set()

    def all(self) -> tuple[Session, ...]:
        found = [self._session(event) for event in self.source.events]
        return tuple(
            sorted(found, key=lambda one: (one.start is None, one.start or NEVER, one.code))
        )

    def _session(self, event: SourceEvent) -> Session:
        title = self._title(event)
        start, minutes = self.calendar.time_of(event)
        guid = self._guid(event, start)
        number, number_made = self.numbers.take(event["id"])
        if number_made:
            self._say(Repair.NUMBER_MADE, event, event["id"])
        code, code_made = self.codes.take(event["code"], guid)
        if code_made:
            self._say(Repair.CODE_MADE, event, event["code"])
        hall = self.halls.slug_of(SourceRoom(event.room))
        if not hall:
            self._say(Repair.ROOM_MISSING, event)
        materials, broadcast = self.content.links(event)
        return Session(
            code=code,
            guid=guid,
            number=number,
            slug=self._slug(event, code, number, title),
            title=title,
            form=self._form(event),
            minutes=minutes,
            state=STATE_OF_WORD.get(event["state"].lower(), State.ACCEPTED),
            track=self.tracks.slug_of(event["track"]),
            abstract=self.content.abstract(event),
            language=_language(event["language"]),
            start=start,
            hall=hall,
            contributions=self.parts.of(event),
            materials=materials,
            broadcast_url=broadcast,
        )

    def _say(self, repair: Repair, event: SourceEvent, value: str = "") -> None:
        self.notes.add(repair, event["id"], event["title"], value)

    def _title(self, event: SourceEvent) -> str:
        title = " ".join(self.content.words(event, "title").split())
        if not title:
            title = " ".join(event["subtitle"].split()) or event["slug"] or f"№ {event['id']}"
            self._say(Repair.TITLE_MISSING, event, title)
        if len(title) > TITLE_LENGTH:
            self._say(Repair.TEXT_CUT, event, title)
        return title[:TITLE_LENGTH]

    def _guid(self, event: SourceEvent, start: datetime | None) -> str:
        guid = guid_of(event["guid"])
        if guid and guid != event["guid"].lower():
            self._say(Repair.GUID_CONVERTED, event, event["guid"])
        if not guid:
            self._say(Repair.GUID_MADE, event, event["guid"])
        if guid in self.guids:
            self._say(Repair.GUID_REPEATED, event, guid)
            guid = ""
        turn = 0
        while not guid or guid in self.guids:
            moment = start.isoformat() if start else ""
            guid = made_guid(
                *(self.acronym, event["id"], event["title"], event.room, moment, str(turn))
            )
            turn += 1
        self.guids.add(guid)
        return guid

    def _slug(self, event: SourceEvent, code: str, number: int, title: str) -> str:
        slug = event["slug"].lower()
        for key in (code.lower(), str(number)):
            slug = slug.removeprefix(f"{self.acronym.lower()}-{key}-")
        slug = slug.replace("_", "-")
        if not is_slug(slug):
            self._say(Repair.SLUG_MADE, event, event["slug"])
            slug = title
        return self.slugs.take(slug, fallback="session")

    def _form(self, event: SourceEvent) -> Form:
        form = form_of(event["type"])
        if form is None and form_of(event["track"]) is Form.BREAK:
            return Form.BREAK
        if form is None:
            self._say(Repair.TYPE_UNKNOWN, event, event["type"])
        return form or Form.LECTURE


NEVER: Final = datetime.max.replace(tzinfo=ZoneInfo("UTC"))


def _language(text: str) -> str:
    code = text.strip().lower().replace("_", "-").partition("-")[0]
    return code if code.isascii() and code.isalpha() and len(code) in (2, 3) else ""
