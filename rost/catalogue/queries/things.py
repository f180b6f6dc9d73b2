"""What a room says of one of its things, and the card that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from rost.catalogue.models import Audience, Card
from rost.directory.models import Municipality, Person, Population

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


def keys_beginning(start: str) -> list[str]:
    """Keys of cards on the shelf that begin so."""
    rows = Card.objects.filter(key__gte=start, key__lt=f"{start}\U0010ffff")
    return list(rows.filter(withdrawn_at__isnull=True).values_list("key", flat=True))


def facts_of(thing: Thing, people: int | None) -> dict[str, Any]:
    """The columns of the card; `people` see `people_of`."""
    place = thing.municipality
    return {
        "kind": thing.kind,
        "title": thing.title[:LONGEST_TITLE],
        "summary": thing.summary[:LONGEST_SUMMARY],
        "body": thing.body,
        "language": thing.language,
        "path": thing.path,
        "municipality_id": place.pk if place is not None else None,
        "place_path": place.path if place is not None else "",
        "district": place.district_code if place is not None else "",
        "people": people,
        "national_project": thing.national_project,
        "kopecks": thing.kopecks,
        "year": thing.year,
        "audience": str(thing.audience),
        "right": thing.right,
    }


def people_of(things: Iterable[Thing]) -> dict[int, int]:
    """Residents of the latest year known, by the municipality's id."""
    places = {one.municipality.pk for one in things if one.municipality is not None}
    if not places:
        return {}
    rows = Population.objects.filter(municipality__in=places).order_by("year")
    return dict(rows.values_list("municipality_id", "people"))
