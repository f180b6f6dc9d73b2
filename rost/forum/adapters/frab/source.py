"""What a schedule file says, as text and before any judgement; XML and JSON both come to this."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class SourcePerson:
    name: str
    guid: str = ""
    id: str = ""
    role: str = ""
    post: str = ""
    topic: str = ""
    minutes: str = ""


@dataclass(slots=True)
class SourceLink:
    url: str
    title: str = ""
    type: str = ""


@dataclass(slots=True)
class SourceDay:
    date: str = ""
    start: str = ""
    end: str = ""


@dataclass(slots=True)
class SourceRoom:
    name: str
    guid: str = ""
    capacity: str = ""


@dataclass(slots=True)
class SourceTrack:
    name: str
    slug: str = ""
    colour: str = ""


@dataclass(slots=True)
class SourceEvent:
    """`texts` holds the plain fields by the names of the XML form."""

    texts: dict[str, str]
    room: str = ""
    day: SourceDay | None = None
    people: list[SourcePerson] = field(default_factory=list)
    links: list[SourceLink] = field(default_factory=list)
    attachments: list[SourceLink] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.texts.get(name, "")


@dataclass(slots=True)
class Source:
    """`conference` holds the plain fields of the conference, and `version`."""

    conference: dict[str, str] = field(default_factory=dict)
    days: list[SourceDay] = field(default_factory=list)
    rooms: list[SourceRoom] = field(default_factory=list)
    tracks: list[SourceTrack] = field(default_factory=list)
    events: list[SourceEvent] = field(default_factory=list)
