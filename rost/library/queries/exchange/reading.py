"""Reading a collection: rows to write, faults line by line; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.conf import settings

from rost.core.conditions import dump as dump_conditions
from rost.core.language import fold
from rost.core.passport import dump, missing
from rost.core.tables import Limits
from rost.directory.models import Person
from rost.directory.queries.imports import ImportFault, fault
from rost.directory.queries.places import label_of
from rost.library.adapters.word_passports import holds_documents
from rost.library.rules.exchange.book import MAIN

from .folder import read_documents
from .known import Known
from .places import PlaceFound, Places
from .raw import MOST_PRACTICES, Sent, read_tables
from .values import Parsed, parse


@dataclass(slots=True)
class Collection:
    """`rows` are plain JSON; a practice with a fault in it is not among them."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    faults: list[ImportFault] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def limits() -> Limits:
    return Limits(size=settings.UPLOAD_LIMIT, rows=20_000)


def read_collection(data: bytes, name: str, *, person: Person, day: date) -> Collection:
    """TableRefused or FolderRefused where the file cannot be read at all."""
    if holds_documents(data):
        sent = read_documents(data, name)
    else:
        sent = read_tables(data, name, limits())
    found = Collection(unknown=sent.unknown[:20])
    found.faults += sent.faults
    if len(sent.raws) > MOST_PRACTICES:
        found.faults.append(fault(1, "too_many_practices", value=str(MOST_PRACTICES)))
        return found
    read_all(sent, found, Places(day), Known(person))
    found.faults.sort(key=lambda one: one["line"])
    return found


def read_all(sent: Sent, found: Collection, places: Places, known: Known) -> None:
    seen: dict[tuple[str, int | None], int] = {}
    broken = {one["line"] for one in sent.faults if one["fault"] == "key_twice"}
    for raw in sent.raws:
        if raw.line in broken:
            continue
        parsed = parse(raw)
        place = place_of(parsed, places)
        key = (fold(parsed.passport.title), place.place.pk if place.place is not None else None)
        if key in seen:
            parsed.wrong("title_twice", column=MAIN["title"][0], value=str(seen[key]))
        if parsed.faults:
            found.faults += parsed.faults
            continue
        seen[key] = raw.line
        found.rows.append(row_of(parsed, place, known))


def place_of(parsed: Parsed, places: Places) -> PlaceFound:
    values = parsed.raw.values
    found = places.find(values.get("code", ""), values.get("place", ""), values.get("district", ""))
    if found.fault:
        column = MAIN["code" if values.get("code") else "place"][0]
        parsed.wrong(found.fault, column=column, value=found.value)
    parsed.passport = replace(parsed.passport, territory=found.code)
    return found


def row_of(parsed: Parsed, place: PlaceFound, known: Known) -> dict[str, Any]:
    standing = known.standing(parsed, place.place, parsed.raw.values.get("number", ""))
    return {
        "line": parsed.raw.line,
        "file": parsed.raw.file,
        "title": parsed.passport.title,
        "municipality": place.place.pk if place.place is not None else None,
        "place": label_of(place.place) if place.place is not None else "",
        "passport": dump(parsed.passport),
        "conditions": dump_conditions(parsed.conditions),
        "videos": parsed.videos,
        "language": parsed.language,
        "shows_contact": parsed.shows_contact,
        "missing": list(missing(parsed.passport)),
        "kept": parsed.kept,
        "offered": list(standing.offered),
        "practice": standing.practice,
        "same": standing.same,
    }
