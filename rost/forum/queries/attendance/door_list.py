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
    serial: int | None = None  # of the badge in force: it can be typed
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
    badges = _badges(door.edition_id)
    people = tuple(
        _listed(row, seats, photo, badges)
        if row.pk in named
        else Listed(row.pk, tuple(badges.codes[row.pk]), tuple(badges.ended[row.pk]))
        for row in rows
    )
    return DoorList(people, tuple(badges.spares), _sessions(door_pass, seats))


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
    badges: _Badges,
) -> Listed:
    return Listed(
        id=row.pk,
        codes=tuple(badges.codes[row.pk]),
        ended=tuple(badges.ended[row.pk]),
        serial=badges.serials.get(row.pk),
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
    """Codes of sessions in which each has a seat, by registration: of this bus alone, but at a
    hall of the other halls and buses too, so that the door can say where the seat is."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    if door.kind == DoorKind.ENTRANCE:
        return found
    items = AgendaItem.objects.filter(
        registration__edition=door.edition,
        registration__status=RegistrationStatus.CONFIRMED,
        status=SeatStatus.SEAT,
    )
    if door.kind == DoorKind.ROUTE:
        items = items.filter(session__route=door.route_id)
    for registration, code in items.order_by("pk").values_list("registration_id", "session__code"):
        found[registration].append(code)
    return found


@dataclass(frozen=True, slots=True)
class _Badges:
    """Digests of badges in force and of ended ones by registration, and of spare ones."""

    codes: defaultdict[int, list[str]]
    ended: defaultdict[int, list[str]]
    serials: dict[int, int]
    spares: list[str]


def _badges(edition: int) -> _Badges:
    found = _Badges(defaultdict(list), defaultdict(list), {}, [])
    rows = Badge.objects.filter(edition=edition).order_by("serial")
    for registration, serial, code, ended_at in rows.values_list(
        "registration_id", "serial", "code", "ended_at"
    ):
        if registration is not None and ended_at is None:
            found.codes[registration].append(code_digest(code))
            found.serials[registration] = serial
        elif registration is not None:
            found.ended[registration].append(code_digest(code))
        elif ended_at is None:
            found.spares.append(code_digest(code))
    return found


def _sessions(door_pass: DoorPass, seats: Mapping[int, Iterable[str]]) -> tuple[ListedSession, ...]:
    """What takes place behind this door in the hours of the pass, and where else seats are kept.

    The place of what is behind the door is the door's own name.
    """
    door = door_pass.door
    if door.kind == DoorKind.ENTRANCE:
        return ()
    own = door.hall.slug if door.hall is not None else door.route.slug if door.route else ""
    programme = programme_in_force(door.edition)
    halls = {one.slug: one.name for one in programme.halls}
    routes = {one.slug: one.name for one in programme.routes}
    kept = {code for codes in seats.values() for code in codes}
    found = []
    for one in programme.sessions:
        here = own == (one.hall if door.kind == DoorKind.HALL else one.route)
        if one.state is not State.ACCEPTED or one.start is None:
            continue
        if not (here or one.code in kept) or not _within(door_pass, one.start):
            continue
        elsewhere = halls.get(one.hall, "") or routes.get(one.route, "")
        found.append(
            ListedSession(
                code=one.code,
                title=one.title,
                place=door.name if here else elsewhere,
                starts=one.start,
                ends=one.start + timedelta(minutes=one.minutes),
            )
        )
    return tuple(found)


def _within(door_pass: DoorPass, moment: datetime) -> bool:
    return door_pass.starts_at <= moment < door_pass.ends_at
