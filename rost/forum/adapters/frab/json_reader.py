"""Schedule JSON of frab, pretalx and the hub, whatever types its values have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .remarks import Notes, Reason, Refused, Repair
from .source import (
    Source,
    SourceDay,
    SourceEvent,
    SourceLink,
    SourcePerson,
    SourceRoom,
    SourceTrack,
)

Json = dict[str, Any]


def read_json(text: str, notes: Notes) -> Source:
    try:
        whole = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise Refused(Reason.UNREADABLE, str(error)) from error
    schedule = _dict(_dict(whole).get("schedule")) or _dict(whole)
    conference = _dict(schedule.get("conference"))
    if not conference:
        raise Refused(Reason.NOT_A_SCHEDULE)
    source = Source()
    names = ("acronym", "title", "start", "end", "time_zone_name", "day_change", "venue", "city")
    source.conference = {name: _text(conference.get(name)) for name in names}
    source.conference["version"] = _text(schedule.get("version"))
    source.conference["base_url"] = _text(schedule.get("base_url"))
    source.conference["place"] = _text(_dict(conference.get("meta")).get("place"))
    source.rooms = [
        SourceRoom(_text(room.get("name")), _text(room.get("guid")), _text(room.get("capacity")))
        for room in _dicts(conference.get("rooms"))
    ]
    source.tracks = [
        SourceTrack(
            _text(track.get("name")),
            _text(track.get("slug")),
            _text(track.get("color")),
        )
        for track in _dicts(conference.get("tracks"))
    ]
    for day in _dicts(conference.get("days") or schedule.get("days")):
        _day(day, source)
    rooms = {room.guid: room.name for room in source.rooms if room.guid}
    tracks = {track.slug: track.name for track in source.tracks if track.slug}
    listed = schedule.get("events")
    source.events += [_hub_event(event, rooms, tracks) for event in _dicts(listed)]
    skipped = len(_list(listed)) - len(_dicts(listed))
    if skipped:
        notes.once(Repair.EVENTS_SKIPPED, str(skipped))
    return source


def _dict(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dicts(value: Any) -> list[Json]:
    return [one for one in _list(value) if isinstance(one, dict)]


def _text(value: Any) -> str:
    """Texts and numbers as they are; of a text in several languages the Russian or the first."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        texts = {key: one for key, one in value.items() if isinstance(one, str)}
        return (texts.get("ru") or texts.get("en") or next(iter(texts.values()), "")).strip()
    return "" if value is None or isinstance(value, bool | list) else str(value)


def _day(data: Json, source: Source) -> None:
    day = SourceDay(
        _text(data.get("date")),
        _text(data.get("day_start") or data.get("start")),
        _text(data.get("day_end") or data.get("end")),
    )
    source.days.append(day)
    for room, events in _rooms(data.get("rooms")):
        source.rooms.append(SourceRoom(room))
        source.events += [_event(event, room, day) for event in events]
    source.events += [_event(event, "", day) for event in _dicts(data.get("events"))]


def _rooms(data: Any) -> Iterator[tuple[str, list[Json]]]:
    if isinstance(data, dict):
        for name, events in data.items():
            yield str(name).strip(), _dicts(events)
    for room in _dicts(data):
        yield _text(room.get("name")), _dicts(room.get("events") or room.get("talks"))


PLAIN = (
    *("id", "guid", "code", "slug", "state", "type", "track", "language"),
    *("date", "start", "end", "duration"),
    *("title", "subtitle", "abstract", "description", "url"),
)


def _event(data: Json, room: str, day: SourceDay | None) -> SourceEvent:
    people = data.get("persons") or data.get("participants") or data.get("speakers")
    return SourceEvent(
        {name: _text(data.get(name)) for name in PLAIN},
        room=room or _text(data.get("room")),
        day=day,
        people=[_person(one) for one in _list(people)],
        links=[_link(one) for one in _list(data.get("links"))],
        attachments=[_link(one) for one in _list(data.get("attachments"))],
    )


def _hub_event(data: Json, rooms: dict[str, str], tracks: dict[str, str]) -> SourceEvent:
    """Rooms and tracks are named by guid and slug; the start is a whole moment."""
    room, track = _dict(data.get("room")), _dict(data.get("track"))
    name = rooms.get(_text(room.get("guid"))) or _text(room.get("name")) or _text(data.get("room"))
    event = _event(data, name, None)
    if track:
        slug = _text(track.get("slug"))
        event.texts["track"] = tracks.get(slug, "") or _text(track.get("name"))
    event.texts["date"] = event["date"] or event["start"]
    return event


def _person(data: Any) -> SourcePerson:
    if not isinstance(data, dict):
        return SourcePerson(_text(data))
    names = (data.get(key) for key in ("name", "public_name", "full_public_name", "full_name"))
    return SourcePerson(
        name=next((text for name in names if (text := _text(name))), ""),
        guid=_text(data.get("guid")),
        id=_text(data.get("id")) or _text(data.get("code")),
        role=_text(data.get("role")),
        post=_text(data.get("post")),
        topic=_text(data.get("topic")),
        minutes=_text(data.get("minutes")),
    )


def _link(data: Any) -> SourceLink:
    if not isinstance(data, dict):
        return SourceLink(_text(data))
    url = _text(data.get("url")) or _text(data.get("href"))
    return SourceLink(url, _text(data.get("title")), _text(data.get("type")))
