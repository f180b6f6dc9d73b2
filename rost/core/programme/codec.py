"""The stored form of a programme: a JSON-able dict and back, without loss.

Every field is written, defaults too, so that a version kept for years does not change its meaning
when a default changes. Keys that a later release adds are ignored when an older one reads; keys
that an older release did not write take the field's default. Moments come back in the programme's
own time zone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from .model import (
    Contribution,
    Day,
    Form,
    Hall,
    Material,
    Part,
    Programme,
    Route,
    Session,
    State,
    Stop,
    Track,
)

FORMS = {str(form): form for form in Form}
PARTS = {str(part): part for part in Part}
STATES = {str(state): state for state in State}

Moment = Callable[[str], datetime]
Data = Mapping[str, Any]


def dump(programme: Programme) -> dict[str, Any]:
    result: dict[str, Any] = _plain(programme)
    return result


def digest(programme: Programme) -> str:
    """The same for equal programmes: hex SHA-256 of the stored form."""
    text = json.dumps(dump(programme), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def load(data: Data) -> Programme:
    moment = _moments(data["timezone"])
    return Programme(
        slug=data["slug"],
        title=data["title"],
        timezone=data["timezone"],
        place=data["place"],
        version=data["version"],
        start=date.fromisoformat(data["start"]),
        end=date.fromisoformat(data["end"]),
        days=tuple([_day(item, moment) for item in data.get("days", ())]),
        halls=tuple([_hall(item) for item in data.get("halls", ())]),
        tracks=tuple([_track(item) for item in data.get("tracks", ())]),
        routes=tuple([_route(item, moment) for item in data.get("routes", ())]),
        sessions=tuple([_session(item, moment) for item in data.get("sessions", ())]),
    )


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind is str or kind is int or value is None:
        return value
    if kind is tuple:
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a datetime is a date too
        return value.isoformat()
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in _names(kind)}
    raise TypeError(f"{kind.__name__} has no stored form")


def _moments(timezone: str) -> Moment:
    zone = ZoneInfo(timezone)

    def moment(text: str) -> datetime:
        written = datetime.fromisoformat(text)
        local = written.replace(tzinfo=zone)
        offset = written.utcoffset()
        if offset is None or local.utcoffset() == offset:
            return local
        # The second of two equal wall times when clocks go back, or another zone altogether.
        later = local.replace(fold=1)
        return later if later.utcoffset() == offset else written.astimezone(zone)

    return moment


def _contribution(data: Data) -> Contribution:
    get = data.get
    return Contribution(
        get("person"),
        data["guid"],
        data["name"],
        PARTS[data["part"]],
        get("post", ""),
        get("topic", ""),
        get("minutes"),
        tuple(get("territories", ())),
    )


def _material(data: Data) -> Material:
    return Material(data["title"], data["url"], data.get("size"))


def _session(data: Data, moment: Moment) -> Session:
    get = data.get
    start = get("start")
    return Session(
        data["code"],
        data["guid"],
        data["number"],
        data["slug"],
        data["title"],
        FORMS[data["form"]],
        data["minutes"],
        STATES[get("state", "accepted")],
        get("track", ""),
        get("abstract", ""),
        get("language", "ru"),
        None if start is None else moment(start),
        get("hall", ""),
        get("route", ""),
        get("seats"),
        tuple([_contribution(item) for item in get("contributions", ())]),
        tuple([_material(item) for item in get("materials", ())]),
        get("broadcast_url", ""),
        get("sequence", 0),
    )


def _hall(data: Data) -> Hall:
    return Hall(
        slug=data["slug"],
        name=data["name"],
        capacity=data["capacity"],
        equipment=tuple(data.get("equipment", ())),
        guid=data.get("guid", ""),
    )


def _track(data: Data) -> Track:
    return Track(slug=data["slug"], name=data["name"], colour=data.get("colour", ""))


def _day(data: Data, moment: Moment) -> Day:
    return Day(
        date=date.fromisoformat(data["date"]),
        start=moment(data["start"]),
        end=moment(data["end"]),
    )


def _stop(data: Data, moment: Moment) -> Stop:
    return Stop(
        at=moment(data["at"]),
        until=moment(data["until"]),
        place=data["place"],
        territory=data["territory"],
        practice=data["practice"],
        practice_url=data.get("practice_url", ""),
    )


def _route(data: Data, moment: Moment) -> Route:
    return Route(
        slug=data["slug"],
        name=data["name"],
        bus=data["bus"],
        seats=data["seats"],
        host=data["host"],
        host_name=data["host_name"],
        departs=moment(data["departs"]),
        returns=moment(data["returns"]),
        departs_from=data.get("departs_from", ""),
        stops=tuple([_stop(item, moment) for item in data.get("stops", ())]),
    )
