"""Schedule XML as other systems write it: parsed safely, mended where it can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

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
from .text import FORBIDDEN

_REFERENCE: Final = re.compile(r"&(#x[0-9a-fA-F]+|#[0-9]+|[A-Za-z][A-Za-z0-9]*)?(;)?")
_OF_XML: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})


def read_xml(text: str, notes: Notes) -> Source:
    root = _parsed(text, notes)
    tags = {_tag(element) for element in root.iter()}
    if not tags & {"conference", "event"} or not tags & {"schedule", "day", "event"}:
        raise Refused(Reason.NOT_A_SCHEDULE, _tag(root))
    source = Source()
    for element in root.iter():
        if _tag(element) == "conference":
            _conference(element, source)
            break
    for name in ("version", "release"):
        source.conference.setdefault("version", _child(root, name))
        source.conference["version"] = source.conference["version"] or _child(root, name)
    source.conference["version"] = source.conference["version"] or source.conference.get(
        "release", ""
    )
    source.tracks += [
        _track(one) for one in root.iter() if _tag(one) == "track" and one.get("name")
    ]
    source.tracks += [
        SourceTrack(_text(track), track.get("slug", ""))
        for tracks in root
        if _tag(tracks) == "tracks"
        for track in tracks
    ]
    _days(root, source)
    return source


def _parsed(text: str, notes: Notes) -> Element:
    root, error = _try(text)
    if error is None and root is not None:
        return root
    if FORBIDDEN.search(text):
        text = FORBIDDEN.sub("", text)
        notes.once(Repair.CHARACTERS_REMOVED)
    mended = _REFERENCE.sub(_mended, text)
    if mended != text:
        notes.once(Repair.MARKUP_MENDED)
    root, error = _try(mended)
    if root is None:
        raise Refused(Reason.UNREADABLE, str(error or ""))
    if error is not None:
        if not any(_tag(element) == "event" for element in root.iter()):
            raise Refused(Reason.UNREADABLE, str(error))
        notes.once(Repair.FILE_CUT_OFF, str(error))
    return root


def _try(text: str) -> tuple[Element | None, ParseError | None]:
    """The tree, as far as it goes, and what broke it off."""
    builder = TreeBuilder()
    parser = DefusedXMLParser(target=builder)
    try:
        parser.feed(text)
        return parser.close(), None
    except DefusedXmlException as error:
        raise Refused(Reason.HOSTILE, type(error).__name__) from error
    except ParseError as error:
        return _as_far_as_it_goes(builder), error


def _as_far_as_it_goes(builder: TreeBuilder) -> Element | None:
    try:
        root: Any = builder.close()
    except (AssertionError, ParseError):  # nothing was begun
        return None
    return root if isinstance(root, Element) else None


def _mended(found: re.Match[str]) -> str:
    name, closed = found[1], found[2]
    if not name or not closed:
        return "&amp;" + (name or "") + (closed or "")
    if name[0] != "#":
        known = name in _OF_XML
        return found[0] if known else html5.get(f"{name};", f"&amp;{name};")
    point = int(f"0{name[1:]}", 16) if name[1] in "xX" else int(name[1:])
    if point > 0x10FFFF or FORBIDDEN.match(chr(point)):
        return ""
    return found[0]


def _tag(element: Element) -> str:
    tag: Any = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _text(element: Element) -> str:
    return "".join(element.itertext()).strip()


def _child(element: Element, name: str) -> str:
    return next((_text(child) for child in element if _tag(child) == name), "")


def _conference(element: Element, source: Source) -> None:
    for child in element:
        name = _tag(child)
        if name in {"track", "room"}:
            continue
        source.conference.setdefault(name, _text(child))
    source.rooms += [
        SourceRoom(child.get("name") or _text(child), child.get("guid", ""))
        for child in element
        if _tag(child) == "room"
    ]


def _track(element: Element) -> SourceTrack:
    colour = element.get("color") or element.get("colour") or ""
    return SourceTrack(element.get("name", ""), element.get("slug", ""), colour)


def _days(root: Element, source: Source) -> None:
    seen = set()
    for element in root.iter():
        if _tag(element) != "day":
            continue
        day = SourceDay(element.get("date", ""), element.get("start", ""), element.get("end", ""))
        source.days.append(day)
        for child in element:
            room = (child.get("name") or "").strip() if _tag(child) == "room" else ""
            if room:
                source.rooms.append(SourceRoom(room, child.get("guid", "")))
            for event in child.iter():
                if _tag(event) == "event":
                    seen.add(id(event))
                    source.events.append(_event(event, room, day))
    for element in root.iter():
        if _tag(element) == "event" and id(element) not in seen:
            source.events.append(_event(element, "", None))


def _event(element: Element, room: str, day: SourceDay | None) -> SourceEvent:
    texts = {"id": element.get("id", ""), "guid": element.get("guid", "")}
    texts["code"] = element.get("code", "")
    event = SourceEvent(texts, room=room, day=day)
    for child in element:
        name = _tag(child)
        if name in {"persons", "speakers", "person"}:
            event.people += _people(child)
        elif name == "links":
            event.links += [_link(link) for link in child]
        elif name == "attachments":
            event.attachments += [_link(link) for link in child]
        else:
            texts[name] = texts.get(name) or _text(child)
    event.room = room or texts.get("room", "")
    return event


def _people(element: Element) -> Iterator[SourcePerson]:
    people = [element] if _tag(element) == "person" else list(element)
    for one in people:
        name = _child(one, "name") or _text(one)
        yield SourcePerson(name, one.get("guid", ""), one.get("id", ""), one.get("role", ""))


def _link(element: Element) -> SourceLink:
    return SourceLink(element.get("href", ""), _text(element), element.get("type", ""))
