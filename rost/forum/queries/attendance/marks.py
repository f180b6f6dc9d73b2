"""Marks, sessions and rules of an edition as the core counts them, and the presence they make."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q

from rost.core import attendance
from rost.core.attendance import Presence, Slot, solve
from rost.core.programme.model import Form, Programme, State
from rost.forum.models import AttendanceRules, DoorKind, Edition, HoursBasis, Mark
from rost.forum.queries.draft import draft_programme
from rost.forum.queries.published import programme_of
from rost.forum.rules.hours import by_days

Wanted = int | Collection[int] | None  # numbers of registrations; None: everybody
FIELDS = (
    "id",
    "registration_id",
    "badge_id",
    "badge__registration_id",
    "door__kind",
    "door__hall__slug",
    "door__route__slug",
    "at",
    "direction",
    "session__code",
)


def marks_of(edition: Edition, registration: Wanted = None) -> list[attendance.Mark]:
    """Every mark that counts (of one registration or some, if named), voided ones left out; one
    query.

    A mark belongs to the registration behind its badge, replaced or not; one of a spare badge
    that nobody was handed yet belongs to «badge:<id>».
    """
    rows = Mark.objects.filter(door__edition=edition, voided_at__isnull=True)
    if registration is not None:
        own = [registration] if isinstance(registration, int) else list(registration)
        rows = rows.filter(Q(registration__in=own) | Q(badge__registration__in=own))
    return [
        attendance.Mark(
            id=str(identity),
            holder=holder_of(registration, badge, behind),
            kind=attendance.DoorKind(kind),
            place=place_of(kind, hall or route or ""),
            at=at,
            direction=attendance.Direction(direction),
            session=session or "",
        )
        for identity, registration, badge, behind, kind, hall, route, at, direction, session in (
            rows.order_by("at", "id").values_list(*FIELDS)
        )
    ]


def holder_of(registration: int | None, badge: int | None, behind: int | None) -> str:
    """Whoever a mark counts for: a registration's number, or a badge that is nobody's yet."""
    own = registration or behind
    return str(own) if own else f"badge:{badge}"


def place_of(kind: str, slug: str) -> str:
    """Halls and routes may have the same slug, places may not; the entrance is no place."""
    return "" if kind == DoorKind.ENTRANCE else f"{kind}:{slug}"


def slots_of(edition: Edition, programme: Programme | None = None) -> list[Slot]:
    """Sessions that take place, of the published programme, or of the draft where none is."""
    programme = programme or programme_in_force(edition)
    return [
        Slot(
            session=one.code,
            place=place_of(DoorKind.HALL, one.hall)
            if one.hall
            else place_of(DoorKind.ROUTE, one.route),
            starts_at=one.start,
            ends_at=one.start + timedelta(minutes=one.minutes),
            counts=one.form is not Form.BREAK,
        )
        for one in programme.sessions
        if one.state is State.ACCEPTED and one.placed and one.start is not None
    ]


def programme_in_force(edition: Edition) -> Programme:
    return programme_of(edition) or draft_programme(edition)


def rules_of(edition: Edition) -> attendance.Rules:
    row = rules_row(edition)
    return attendance.Rules(hour_minutes=row.hour_minutes, share_percent=row.share_percent)


def rules_row(edition: Edition) -> AttendanceRules:
    """The stored rules of the edition, or the defaults in a row that is not stored."""
    found = AttendanceRules.objects.filter(edition=edition).first()
    return found or AttendanceRules(edition=edition)


def presence_of(edition: Edition, registration: Wanted = None) -> dict[int, Presence]:
    """What the marks of each registration (or of those named) come to, by its number; those
    without are left out. This is where hours are read: by session or by day, as the edition
    counts them."""
    row, programme = rules_row(edition), programme_in_force(edition)
    found = solve(
        marks_of(edition, registration),
        slots_of(edition, programme),
        attendance.Rules(hour_minutes=row.hour_minutes, share_percent=row.share_percent),
        zone=ZoneInfo(edition.timezone),
    )
    known = {int(holder): one for holder, one in found.items() if holder.isdecimal()}
    if row.basis != HoursBasis.DAYS:
        return known
    days, hours = [day.date for day in programme.days], edition.participation_hours or 0
    return {number: by_days(one, hours=hours, days=days) for number, one in known.items()}
