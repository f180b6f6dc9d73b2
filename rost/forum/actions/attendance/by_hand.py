"""Marks made at the desk: by name, by a badge's number, from a sign-in sheet; and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord, Person
from rost.forum.models import (
    Badge,
    Direction,
    Door,
    DoorKind,
    Mark,
    MarkSource,
    Registration,
    Session,
)

from .refusals import NobodyToMark, SessionElsewhere, VoidNeedsReason
from .taking import REGISTER


@transaction.atomic
def mark_by_hand(
    *,
    door: Door,
    registration: Registration | None,
    direction: Direction | str,
    source: MarkSource | str,
    at: datetime,
    by: Person | None,
    now: datetime,
    session: Session | None = None,
    badge: Badge | None = None,
    identity: UUID | None = None,
) -> Mark:
    """One mark of a registration, or of a badge that is nobody's yet; with its line in the log.

    `identity` is that of the form that was sent: a second press of the button makes no second one,
    be it in the same moment.
    """
    made = _made(identity)
    if made is not None:
        return made
    _check(door, [one.edition_id for one in (registration, badge) if one is not None], session)
    mark = Mark(
        id=identity or uuid4(),
        door=door,
        badge=badge,
        registration=None if badge is not None else registration,
        direction=direction,
        source=source,
        session=session,
        at=min(at, now),
        said_at=at,
        received_at=now,
        by=by,
    )
    try:
        with transaction.atomic():
            mark.save(force_insert=True)
    except IntegrityError:  # the other press has just been written
        made = _made(identity)
        if made is None:
            raise
        return made
    _record(door, 1, by, now)
    return mark


def _made(identity: UUID | None) -> Mark | None:
    return Mark.objects.filter(pk=identity).first() if identity is not None else None


@transaction.atomic
def mark_many_by_hand(
    *,
    door: Door,
    registrations: Iterable[Registration],
    direction: Direction | str,
    source: MarkSource | str,
    at: datetime,
    by: Person | None,
    now: datetime,
    session: Session | None = None,
) -> list[Mark]:
    """A sheet of them with one line in the log."""
    registrations = list(registrations)
    if not registrations:
        return []
    _check(door, [one.edition_id for one in registrations], session)
    marks = Mark.objects.bulk_create(
        Mark(
            id=uuid4(),
            door=door,
            registration=one,
            direction=direction,
            source=source,
            session=session,
            at=min(at, now),
            said_at=at,
            received_at=now,
            by=by,
        )
        for one in registrations
    )
    _record(door, len(marks), by, now)
    return marks


def void_mark(*, mark: Mark, why: str, by: Person | None, now: datetime) -> None:
    """The mark stays in the list, counts no more, and says why; once."""
    why = " ".join(why.split())[:200]
    if not why:
        raise VoidNeedsReason
    unvoided = Mark.objects.filter(pk=mark.pk, voided_at__isnull=True)
    if unvoided.update(voided_at=now, voided_why=why):
        _record(mark.door, 1, by, now, register="forum.doors")


def _check(door: Door, editions: list[int], session: Session | None) -> None:
    if not editions or set(editions) != {door.edition_id}:
        raise NobodyToMark
    if session is None:
        return
    if session.edition_id != door.edition_id:
        raise SessionElsewhere
    if door.kind != DoorKind.ENTRANCE and (session.hall_id, session.route_id) != (
        door.hall_id,
        door.route_id,
    ):
        raise SessionElsewhere


def _record(
    door: Door, rows: int, by: Person | None, now: datetime, register: str = REGISTER
) -> None:
    record_access(
        person=by,
        name=door.name,
        act=AccessRecord.Act.MARK,
        register=register,
        rows=rows,
        about=door.edition.space,
        now=now,
    )
