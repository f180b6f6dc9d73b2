"""Schedule XML, as `schedule.xml.xsd` of the Video Operation Center describes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from xml.sax.saxutils import escape as escaped
from xml.sax.saxutils import quoteattr

from rost.core.programme.model import Form, Programme, Session

from .addresses import absolute
from .layout import DayPlan, Event, Layout, Room, lay_out
from .text import clean, one_line

GENERATOR = "Rost"


def write_xml(
    programme: Programme,
    *,
    base_url: str,
    url: str,
    url_of: Callable[[Session], str],
    labels: Mapping[Form, str] | None = None,
    release: str = "",
) -> bytes:
    """The public part of a programme; `url` is the address this file is served at.

    `labels` are names of forms for people; without them the type of an event is our own word for
    its form. `release` is the version of this software.
    """
    layout = lay_out(programme, base_url=base_url, url_of=url_of, labels=labels)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<schedule>"]
    lines += _head(programme, layout, base_url, url, release)
    for day in layout.days:
        lines += _day(day)
    lines.append("</schedule>\n")
    return "\n".join(lines).encode()


def _text(name: str, text: str) -> str:
    return f"<{name}>{escaped(clean(text))}</{name}>"


def _attributes(**values: str | int | None) -> str:
    return "".join(
        f" {name}={quoteattr(one_line(str(value)))}"
        for name, value in values.items()
        if value not in ("", None)
    )


def _head(
    programme: Programme, layout: Layout, base_url: str, url: str, release: str
) -> Iterator[str]:
    yield f"<generator{_attributes(name=GENERATOR, system=base_url, version=release)}/>"
    yield _text("url", absolute(base_url, url))
    yield _text("version", programme.version)
    yield "<conference>"
    yield _text("title", one_line(programme.title))
    yield _text("acronym", layout.acronym)
    yield _text("start", layout.start.isoformat())
    yield _text("end", layout.end.isoformat())
    yield _text("days", str(len(layout.days)))
    yield _text("timeslot_duration", "00:05")
    yield _text("base_url", absolute(base_url, ""))
    yield _text("time_zone_name", programme.timezone)
    for name, slug, colour in layout.tracks:
        yield f"<track{_attributes(name=name, color=colour, slug=slug)}/>"
    yield "</conference>"


def _day(day: DayPlan) -> Iterator[str]:
    start, end = day.start.isoformat(), day.end.isoformat()
    yield f"<day{_attributes(index=day.index, date=day.date.isoformat(), start=start, end=end)}>"
    for room, events in day.rooms:
        yield f"<room{_attributes(name=room.name, guid=room.guid)}>"
        for event in events:
            yield from _event(event, room)
        yield "</room>"
    yield "</day>"


def _event(event: Event, room: Room) -> Iterator[str]:
    session = event.session
    yield f"<event{_attributes(id=event.number, guid=event.guid, code=event.code)}>"
    yield _text("room", room.name)
    yield _text("title", one_line(session.title))
    yield "<subtitle></subtitle>"
    yield _text("type", event.type)
    yield _text("date", event.start.isoformat(timespec="seconds"))
    yield _text("start", event.start.strftime("%H:%M"))
    yield _text("duration", event.duration)
    yield _text("abstract", session.abstract)
    yield _text("slug", event.slug)
    yield _text("track", event.track)
    yield _text("language", session.language)
    if event.url:
        yield _text("url", event.url)
    yield "<persons>"
    for person in event.people:
        marks = _attributes(id=person.id, guid=person.guid)
        yield f"<person{marks}>{escaped(person.name)}</person>"
    yield "</persons>"
    yield "<links>"
    if event.broadcast:
        marks = _attributes(href=event.broadcast, type="media")
        yield f"<link{marks}>{escaped(event.broadcast)}</link>"
    yield "</links>"
    yield "<attachments>"
    for title, address in event.attachments:
        yield f"<attachment{_attributes(href=address)}>{escaped(title)}</attachment>"
    yield "</attachments>"
    yield "</event>"
