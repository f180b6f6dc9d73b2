"""A programme read from a file beside the draft: what it would add, change and leave alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from rost.core.language import time_range_text
from rost.core.programme import codec
from rost.core.programme.model import Form, Programme
from rost.core.programme.model import Session as Item
from rost.directory.models import ImportBatch
from rost.forum.models import Edition, Session

KIND = "forum.programme"
OF_EDITIONS = UUID("6a1f5c52-7e5c-5b43-9d6e-2f4a8c1b7d90")
"""Namespace of identifiers (RFC 9562, 5.5) for what another edition has under the file's own."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """How the file and the draft meet, by the identifiers of sessions."""

    new: tuple[Item, ...]
    known: tuple[Item, ...]
    left: int  # sessions of the draft that the file does not name: they stay as they are
    outside: tuple[date, ...]  # days of the file on which the edition does not take place


@dataclass(frozen=True, slots=True)
class Line:
    """A session of the file as its reader checks it."""

    title: str
    day: date | None
    hours: str
    place: str
    people: str
    new: bool


def lines_of(edition: Edition, programme: Programme, met: Meeting) -> list[Line]:
    zone = ZoneInfo(edition.timezone)
    halls = {hall.slug: hall.name for hall in programme.halls}
    new = {one.code for one in met.new}
    found = []
    for one in programme.sessions:
        start = one.start.astimezone(zone) if one.start else None
        end = one.end.astimezone(zone) if one.end else None
        found.append(
            Line(
                title=one.title,
                day=start.date() if start else None,
                hours=time_range_text(start, end) if start and end else "",
                place=halls.get(one.hall, ""),
                people=", ".join(dict.fromkeys(who.name for who in one.contributions)),
                new=one.code in new,
            )
        )
    return found


def meeting(edition: Edition, programme: Programme) -> Meeting:
    ours = known_sessions(edition)
    known = tuple(one for one in programme.sessions if guids_of(edition, one.guid) & ours.keys())
    codes = {one.code for one in known}
    return Meeting(
        new=tuple(one for one in programme.sessions if one.code not in codes),
        known=known,
        left=len(ours) - len(known),
        outside=days_outside(edition, programme),
    )


def known_sessions(edition: Edition) -> dict[UUID, Session]:
    return {one.guid: one for one in Session.objects.filter(edition=edition)}


def guids_of(edition: Edition, guid: str) -> set[UUID]:
    """The identifier of the file, and the one it has here when another edition has that already."""
    own = UUID(guid)
    return {own, uuid5(OF_EDITIONS, f"{edition.pk}:{own}")}


def days_outside(edition: Edition, programme: Programme) -> tuple[date, ...]:
    zone = ZoneInfo(edition.timezone)
    days = {day.date for day in programme.days} or {
        one.start.astimezone(zone).date() for one in programme.sessions if one.start
    }
    return tuple(sorted(day for day in days if not edition.starts_on <= day <= edition.ends_on))


def stored_rows(programme: Programme) -> list[dict[str, Any]]:
    """A row a session; what belongs to none of them travels with the first."""
    whole = codec.dump(programme)
    rows: list[dict[str, Any]] = whole.pop("sessions")
    return [rows[0] | {"frame": whole}, *rows[1:]] if rows else []


def stored_programme(batch: ImportBatch) -> Programme:
    return codec.load(batch.rows[0]["frame"] | {"sessions": batch.rows})


def batches_of(edition: Edition) -> Iterable[ImportBatch]:
    """The latest first, without what they hold."""
    found = ImportBatch.objects.filter(kind=KIND, about=edition.space)
    return found.select_related("uploaded_by").defer("rows", "faults")[:20]


def halls_of_everybody(edition: Edition, programme: Programme) -> set[str]:
    """Rooms named after the whole place in which only breaks stand: no halls, but everywhere."""
    names = {edition.place.casefold(), edition.name.casefold()}
    other = {one.hall for one in programme.sessions if one.form is not Form.BREAK}
    return {
        hall.slug
        for hall in programme.halls
        if hall.name.casefold() in names and hall.slug not in other
    }
