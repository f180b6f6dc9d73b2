"""A person's own agenda: picking sessions and routes, with seats, queues and no clashes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.core.programme.model import Programme
from rost.core.programme.model import Session as Planned
from rost.forum.actions.locking import lock_edition
from rost.forum.messages import registration as messages
from rost.forum.models import (
    AgendaItem,
    Edition,
    Registration,
    RegistrationStatus,
    SeatStatus,
    Session,
)
from rost.forum.queries.agenda import held_spans, place_seats
from rost.forum.queries.published import programme_of
from rost.forum.rules.agenda import can_be_joined, can_be_picked, clashes, seats_of, span_of
from rost.ui.refusals import Refusal


class RegistrationNeeded(Refusal):
    """Only who has a seat at the edition takes seats of its sessions."""

    def __init__(self) -> None:
        super().__init__(
            _("To pick sessions, register first; from the waiting list, once a seat is yours.")
        )


class CannotBePicked(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This session is not in the published programme any more: look at the programme.")
        )


class SessionStarted(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This session has begun: places are not kept any more."))


class Clash(Refusal):
    """Something else is planned at that time; `codes` say what, so that a swap can be offered."""

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__(_("You have something else planned at this time: swap it or keep it."))
        self.codes = tuple(codes)


class NoSeatToSwap(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("No seat is free there. What you had planned is kept: nothing was swapped.")
        )


@transaction.atomic
def add(*, registration: Registration, session: Session, now: datetime) -> AgendaItem:
    """Plan a session: with a seat, or in the queue for one; a second call changes nothing."""
    edition = lock_edition(registration.edition_id)
    registration.refresh_from_db()
    item = AgendaItem.objects.filter(registration=registration, session=session).first()
    if item is not None:
        return item
    programme, planned = _pickable(edition, registration, session, now)
    wanted = span_of(programme, planned)
    assert wanted is not None  # pickable sessions are placed
    if overlapping := clashes(wanted, held_spans(registration, programme)):
        raise Clash(overlapping)
    _fill(session, _seats(programme, planned), now)
    return AgendaItem.objects.create(
        registration=registration,
        session=session,
        status=SeatStatus.SEAT if _has_room(session, programme, planned) else SeatStatus.WAITING,
        queued_at=now,
    )


@transaction.atomic
def remove(*, registration: Registration, session: Session, now: datetime) -> bool:
    """Take a session out of the agenda; who waits for it moves up. False when it was not there."""
    edition = lock_edition(registration.edition_id)
    gone, _rows = AgendaItem.objects.filter(registration=registration, session=session).delete()
    if gone:
        fill_session_seats(edition=edition, sessions=[session], now=now)
    return bool(gone)


@transaction.atomic
def swap(
    *, registration: Registration, out: Sequence[Session], into: Session, now: datetime
) -> AgendaItem:
    """Give up some sessions for another one; without a free seat there nothing changes."""
    lock_edition(registration.edition_id)
    for session in out:
        remove(registration=registration, session=session, now=now)
    item = add(registration=registration, session=into, now=now)
    if item.status != SeatStatus.SEAT:
        raise NoSeatToSwap
    return item


@transaction.atomic
def fill_session_seats(
    *, edition: Edition, now: datetime, sessions: Iterable[Session] | None = None
) -> list[AgendaItem]:
    """Give free seats of sessions to those who wait for them, in order, telling each once.

    Without `sessions` all of the edition's with a queue: for after a version with larger halls.
    """
    edition = lock_edition(edition)
    programme = programme_of(edition)
    if programme is None:
        return []
    if sessions is None:
        sessions = Session.objects.filter(
            edition=edition, agenda_items__status=SeatStatus.WAITING
        ).distinct()
    by_code = {planned.code: planned for planned in programme.sessions}
    moved: list[AgendaItem] = []
    for session in sessions:
        planned = by_code.get(session.code)
        if planned is not None and can_be_picked(planned):
            moved += _fill(session, _seats(programme, planned), now)
    return moved


def clear_agenda(*, registration: Registration, now: datetime) -> None:
    """Empty the agenda of somebody who will not come. The edition is locked by the caller."""
    sessions = list(Session.objects.filter(agenda_items__registration=registration))
    AgendaItem.objects.filter(registration=registration).delete()
    if sessions:
        fill_session_seats(edition=registration.edition, sessions=sessions, now=now)


def _pickable(
    edition: Edition, registration: Registration, session: Session, now: datetime
) -> tuple[Programme, Planned]:
    if registration.status not in (RegistrationStatus.REQUESTED, RegistrationStatus.CONFIRMED):
        raise RegistrationNeeded
    programme = programme_of(edition)
    planned = (
        next((one for one in programme.sessions if one.code == session.code), None)
        if (programme is not None and session.edition_id == edition.pk)
        else None
    )
    if programme is None or planned is None or not can_be_picked(planned):
        raise CannotBePicked
    if not can_be_joined(planned, now=now, any_time=edition.is_demonstration):
        raise SessionStarted
    return programme, planned


def _seats(programme: Programme, planned: Planned) -> int | None:
    return seats_of(own=planned.seats, place=place_seats(programme, planned))


def _has_room(session: Session, programme: Programme, planned: Planned) -> bool:
    seats = _seats(programme, planned)
    return seats is None or _held(session) < seats


def _held(session: Session) -> int:
    return AgendaItem.objects.filter(session=session, status=SeatStatus.SEAT).count()


def _fill(session: Session, seats: int | None, now: datetime) -> list[AgendaItem]:
    waiting = AgendaItem.objects.filter(session=session, status=SeatStatus.WAITING).select_related(
        "registration__person", "registration__edition", "session"
    )
    if seats is not None:
        waiting = waiting.order_by("queued_at", "id")[: max(0, seats - _held(session))]
    moved = list(waiting)
    for item in moved:
        item.status = SeatStatus.SEAT
        item.save(update_fields=["status"])
        messages.tell_session_seat(item, now=now)
    return moved
