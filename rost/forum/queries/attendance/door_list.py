"""The list of the day for one door: as little as the door needs, and no more.

What is in it, for whom and why is written in docs/decisions/doors.md.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from rost.core.programme.model import State
from rost.directory.models import Person
from rost.directory.queries.places import label_of
from rost.forum.models import (
    AgendaItem,
    Badge,
    Door,
    DoorKind,
    DoorPass,
    Registration,
    RegistrationStatus,
    SeatStatus,
)
from rost.forum.queries.badges import photo_consents_of

from .marks import programme_in_force

DIGEST_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Listed:
    """One participant; at a bus, whoever has no seat in it comes without a name."""

    id: int
    codes: tuple[str, ...]
    ended: tuple[str, ...]
    name: str = ""
    place: str = ""
    colour: str = ""
    category: str = ""
    photo: bool = False
    minor: bool = False
    parent: str = ""
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedSession:
    code: str
    title: str
    place: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class DoorList:
    people: tuple[Listed, ...]
    spares: tuple[str, ...]
    sessions: tuple[ListedSession, ...]

    @property
    def named(self) -> int:
        return sum(bool(one.name) for one in self.people)


def door_list(door_pass: DoorPass) -> DoorList:
    """The list for a pass: five queries, and those of the programme where nobody has read it."""
    door = door_pass.door
    seats = _seats(door)
    rows = list(
        Registration.objects.filter(edition=door.edition, status=RegistrationStatus.CONFIRMED)
        .select_related("person", "category", "municipality__parent", "parent__person")
        .order_by("person__sort_key", "pk")
    )
    named = _named_at(door, rows, seats)
    photo = photo_consents_of(door.edition)
    codes, ended, spares = _codes(door.edition_id)
    people = tuple(
        _listed(row, seats, photo, codes, ended)
        if row.pk in named
        else Listed(row.pk, tuple(codes[row.pk]), tuple(ended[row.pk]))
        for row in rows
    )
    return DoorList(people, spares, _sessions(door_pass))


def short_name(person: Person) -> str:
    """«Ахметова Р. А.»"""
    initials = [f"{part[0]}." for part in (person.given_name, person.patronymic) if part]
    return " ".join((person.surname, *initials))


def code_digest(code: str) -> str:
    """How a badge's code stands in the list: the telephone knows a badge that it is shown, and
    nobody can make badges out of the list."""
    return hashlib.sha256(code.encode()).hexdigest()[:DIGEST_LENGTH]


def _listed(
    row: Registration,
    seats: Mapping[int, Iterable[str]],
    photo: set[int],
    codes: Mapping[int, list[str]],
    ended: Mapping[int, list[str]],
) -> Listed:
    return Listed(
        id=row.pk,
        codes=tuple(codes[row.pk]),
        ended=tuple(ended[row.pk]),
        name=short_name(row.person),
        place=label_of(row.municipality) if row.municipality is not None else "",
        colour=row.category.colour,
        category=row.category.name,
        photo=row.person_id in photo,
        minor=row.minor,
        parent=short_name(row.parent.person) if row.parent is not None else "",
        seats=tuple(sorted(seats.get(row.pk, ()))),
    )


def _named_at(door: Door, rows: Iterable[Registration], seats: Mapping[int, object]) -> set[int]:
    """Everybody; in a bus those who have a seat, with their children and parents."""
    if door.kind != DoorKind.ROUTE:
        return {row.pk for row in rows}
    named = set(seats)
    for row in rows:
        if row.parent_id is not None and {row.pk, row.parent_id} & set(seats):
            named |= {row.pk, row.parent_id}
    return named


def _seats(door: Door) -> dict[int, list[str]]:
    """Codes of sessions behind this door in which each has a seat, by registration."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    if door.kind == DoorKind.ENTRANCE:
        return found
    items = AgendaItem.objects.filter(
        registration__edition=door.edition,
        registration__status=RegistrationStatus.CONFIRMED,
        status=SeatStatus.SEAT,
        session__hall=door.hall_id,
        session__route=door.route_id,
    )
    for registration, code in items.order_by("pk").values_list("registration_id", "session__code"):
        found[registration].append(code)
    return found


def _codes(
    edition: int,
) -> tuple[defaultdict[int, list[str]], defaultdict[int, list[str]], tuple[str, ...]]:
    """Digests of badges in force and of ended ones by registration, and of spare ones."""
    codes: defaultdict[int, list[str]] = defaultdict(list)
    ended: defaultdict[int, list[str]] = defaultdict(list)
    spares: list[str] = []
    rows = Badge.objects.filter(edition=edition).order_by("serial")
    for registration, code, ended_at in rows.values_list("registration_id", "code", "ended_at"):
        if registration is not None:
            (codes if ended_at is None else ended)[registration].append(code_digest(code))
        elif ended_at is None:
            spares.append(code_digest(code))
    return codes, ended, tuple(spares)


def _sessions(door_pass: DoorPass) -> tuple[ListedSession, ...]:
    """What takes place behind this door in the hours of the pass."""
    door = door_pass.door
    if door.kind == DoorKind.ENTRANCE:
        return ()
    own = door.hall.slug if door.hall is not None else door.route.slug if door.route else ""
    return tuple(
        ListedSession(
            code=one.code,
            title=one.title,
            place=door.name,
            starts=one.start,
            ends=one.start + timedelta(minutes=one.minutes),
        )
        for one in programme_in_force(door.edition).sessions
        if own == (one.hall if door.kind == DoorKind.HALL else one.route)
        and one.state is State.ACCEPTED
        and one.start is not None
        and door_pass.starts_at <= one.start < door_pass.ends_at
    )
