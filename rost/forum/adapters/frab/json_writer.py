"""Schedule JSON: the frab / pretalx form (`schema.json`) and the hub form (`schema2.json`)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from rost.core.programme.model import Contribution, Form, Programme, Session, State

from .addresses import absolute
from .layout import DayPlan, Event, Layout, lay_out
from .terms import HUB_ROLE, HUB_STATE, HUB_TYPE
from .text import clean, one_line
from .xml_writer import GENERATOR

Json = dict[str, Any]

# schema.json and schema2.json take only zones of this shape.
_ZONE: Final = re.compile(r"[A-Z][a-z]+/[A-Z][a-z]+|UTC$")
_LANGUAGE: Final = re.compile(r"[a-z]{2}")
_NO_TRACK: Final = "no-track"


def write_json(
    programme: Programme,
    *,
    base_url: str,
    url: str,
    url_of: Callable[[Session], str],
    labels: Mapping[Form, str] | None = None,
    release: str = "",
) -> bytes:
    layout = lay_out(programme, base_url=base_url, url_of=url_of, labels=labels)
    conference = _conference(programme, layout, url=absolute(base_url, url))
    conference["start"] = layout.start.isoformat()
    conference["end"] = layout.end.isoformat()
    conference["daysCount"] = len(layout.days)
    conference["timeslot_duration"] = "00:05"
    conference["rooms"] = [
        {
            "name": room.name,
            "slug": room.slug,
            "type": "outside" if room.outside else "lecturehall",
            "guid": room.guid,
            "capacity": room.capacity,
        }
        for room in layout.rooms
    ]
    conference["days"] = [_day(day) for day in layout.days]
    schedule = {
        "version": clean(programme.version),
        "base_url": absolute(base_url, ""),
        "conference": conference,
    }
    return _file("https://c3voc.de/schedule/schema.json", base_url, release, schedule)


def write_hub(
    programme: Programme,
    *,
    base_url: str,
    url: str,
    url_of: Callable[[Session], str],
    release: str = "",
) -> bytes:
    """As the hub of the congress reads it: one list of events, cancelled ones among them."""
    layout = lay_out(
        programme,
        base_url=base_url,
        url_of=url_of,
        states=(State.ACCEPTED, State.CANCELLED),
    )
    conference = _conference(programme, layout, url=absolute(base_url, url))
    conference["start"] = min(day.start for day in layout.days).isoformat()
    conference["end"] = max(day.end for day in layout.days).isoformat()
    conference["timeslot_duration"] = "PT5M"
    conference["rooms"] = [
        {
            "name": room.name,
            "slug": room.slug,
            "type": "OUTSIDE" if room.outside else "LECTURE_HALL",
            "guid": room.guid,
            "capacity": room.capacity,
        }
        for room in layout.rooms
    ]
    conference["days"] = [
        {
            "index": day.index,
            "date": day.date.isoformat(),
            "start": day.start.isoformat(),
            "end": day.end.isoformat(),
        }
        for day in layout.days
    ]
    schedule = {
        "version": clean(programme.version),
        "conference": conference,
        "events": [_hub_event(event, layout) for event in layout.events],
    }
    return _file("https://c3voc.de/schema/schedule2", base_url, release, schedule)


def _file(schema: str, base_url: str, release: str, schedule: Json) -> bytes:
    generator = {"name": GENERATOR, "version": release, "url": absolute(base_url, "")}
    whole = {"$schema": schema, "generator": generator, "schedule": schedule}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _conference(programme: Programme, layout: Layout, *, url: str) -> Json:
    found: Json = {
        "acronym": layout.acronym,
        "title": one_line(programme.title),
        "url": url,
        "tracks": [
            {"name": name, "slug": slug, **({"color": colour} if colour else {})}
            for name, slug, colour in layout.tracks
        ],
    }
    if programme.place:
        found["meta"] = {"place": one_line(programme.place)}
    if _ZONE.match(programme.timezone):
        found["time_zone_name"] = programme.timezone
    return found


def _day(day: DayPlan) -> Json:
    return {
        "index": day.index,
        "date": day.date.isoformat(),
        "day_start": day.start.isoformat(),
        "day_end": day.end.isoformat(),
        "rooms": {
            room.name: [_event(event) for event in events] for room, events in day.rooms if events
        },
    }


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _event(event: Event) -> Json:
    session = event.session
    code = {"code": event.code} if event.code else {}
    return {
        "guid": event.guid,
        **code,
        "id": event.number,
        "date": _moment(event.start),
        "start": event.start.strftime("%H:%M"),
        "end": _moment(event.end),
        "duration": event.duration,
        "room": event.room.name,
        "slug": event.slug,
        "url": event.url,
        "title": one_line(session.title),
        "subtitle": "",
        "track": event.track or None,
        "type": event.type,
        "language": session.language or None,
        "abstract": clean(session.abstract),
        "persons": _persons(event),
        "links": _links(event, "media"),
        "attachments": _attachments(event),
    }


def _persons(event: Event) -> list[Json]:
    """One entry a part, so that moderators and topics survive; the schema allows more keys."""
    found = []
    for part, person in event.parts:
        entry: Json = {"guid": person.guid, "name": person.name, "role": str(part.part)}
        if person.id is not None:
            entry["id"] = person.id
        found.append(entry | _details(part))
    return found


def _details(part: Contribution) -> Json:
    texts = {"post": one_line(part.post), "topic": one_line(part.topic)}
    found: Json = {name: text for name, text in texts.items() if text}
    if part.minutes is not None:
        found["minutes"] = part.minutes
    return found


def _links(event: Event, kind: str) -> list[Json]:
    return [{"url": event.broadcast, "type": kind}] if event.broadcast else []


def _attachments(event: Event) -> list[Json]:
    return [{"url": address, "title": title} for title, address in event.attachments]


def _hub_event(event: Event, layout: Layout) -> Json:
    session = event.session
    room = {"guid": event.room.guid, "slug": event.room.slug, "name": event.room.name}
    if session.form is Form.BREAK:
        return {
            "type": "BREAK",
            "guid": event.guid,
            "title": one_line(session.title),
            "start": _moment(event.start),
            "end": _moment(event.end),
            "room": room,
        }
    code = {"code": event.code} if event.code else {}
    language = session.language if _LANGUAGE.fullmatch(session.language) else "ru"
    return {
        "guid": event.guid,
        **code,
        "start": _moment(event.start),
        "end": _moment(event.end),
        "room": room,
        "slug": event.slug,
        "url": event.url,
        "title": one_line(session.title),
        "subtitle": None,
        "track": {"slug": layout.track_slugs.get(session.track, _NO_TRACK)},
        "type": HUB_TYPE[session.form],
        "language": language,
        "abstract": clean(session.abstract),
        "participants": _participants(event),
        "links": _links(event, "MEDIA"),
        "attachments": _attachments(event),
        "state": HUB_STATE[session.state],
    }


def _participants(event: Event) -> list[Json]:
    found: dict[str, Json] = {}
    for part, person in event.parts:
        role = HUB_ROLE[part.part]
        found.setdefault(person.guid, {"name": person.name, "guid": person.guid, "role": role})
    return list(found.values())
