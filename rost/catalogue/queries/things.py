"""What a room says of one of its things, and the card that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from rost.catalogue.models import Audience
from rost.directory.models import Municipality, Person

LONGEST_TITLE, LONGEST_SUMMARY = 300, 1000


@dataclass(frozen=True, slots=True)
class Thing:
    """`path` is its page without a language; `body` every other word that it is found by."""

    key: str
    kind: str
    title: str
    path: str
    summary: str = ""
    body: str = ""
    language: str = "ru"
    municipality: Municipality | None = None
    local_issues: tuple[str, ...] = ()
    national_project: str = ""
    kopecks: int | None = None
    year: int | None = None
    audience: str = Audience.PUBLIC
    readers: tuple[Person, ...] = ()
    right: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """All things of one kind that a room has today, for rebuilding and for the nightly check."""

    kind: str
    things: Callable[[date], Iterator[Thing]]


_SOURCES: dict[str, Source] = {}


def register_source(source: Source) -> None:
    """Said again by the same room it is one; two rooms cannot have one kind."""
    _SOURCES[source.kind] = source


def sources() -> tuple[Source, ...]:
    return tuple(_SOURCES[kind] for kind in sorted(_SOURCES))


def facts_of(thing: Thing) -> dict[str, Any]:
    """The columns of the card; residents are those of the latest year known."""
    place = thing.municipality
    latest = place.populations.order_by("-year").first() if place is not None else None
    return {
        "kind": thing.kind,
        "title": thing.title[:LONGEST_TITLE],
        "summary": thing.summary[:LONGEST_SUMMARY],
        "body": thing.body,
        "language": thing.language,
        "path": thing.path,
        "municipality": place,
        "place_path": place.path if place is not None else "",
        "district": place.district_code if place is not None else "",
        "people": latest.people if latest is not None else None,
        "national_project": thing.national_project,
        "kopecks": thing.kopecks,
        "year": thing.year,
        "audience": thing.audience,
        "right": thing.right,
    }
