"""Taking marks that telephones send, as often as they send them, each once.

Delivery is at least once: a telephone sends a mark until it is answered for. The mark's own
id, made on the telephone, is what makes the second time harmless. docs/decisions/doors.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.forum.models import Badge, DoorDevice, DoorPass, Mark, Registration
from rost.forum.rules.attendance import SentMark, moment_of, within_pass
from rost.forum.rules.badges import read_code

from .devices import milliseconds_ahead

REGISTER = "forum.marks"

REPLACED = _("This badge has been replaced: let the person show the new one, or mark by name.")
CANCELLED = _("The registration of this badge has been cancelled: send the person to the desk.")
UNKNOWN_BADGE = _("This badge is not known here: send the person to the desk.")
UNKNOWN_PERSON = _("This person is not registered to this forum: send the person to the desk.")
OUTSIDE_PASS = _("The mark was taken outside the hours of this pass.")
OTHER_CONTENT = _("Another mark with this number was received before; that one stands.")


@dataclass(frozen=True, slots=True)
class Refused:
    id: UUID
    why: str | Promise


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the telephone may forget: `taken` (doubles included) and `refused` with the reason.

    `new` – how many rows there are now that were not there before.
    """

    taken: tuple[UUID, ...]
    refused: tuple[Refused, ...]
    new: int


@dataclass(slots=True)
class _Sorted:
    """Marks told apart before anything is written."""

    good: dict[UUID, Mark] = field(default_factory=dict)
    refused: dict[UUID, str | Promise] = field(default_factory=dict)


def take_marks(
    *, device: DoorDevice, marks: Sequence[SentMark], device_now: datetime, now: datetime
) -> Receipt:
    """Keep what is new; answer for every mark that was sent, in the order it was sent.

    Reading is done before the transaction, which is short: with SQLite all telephones share one
    writer. The telephone's row is locked, so two sendings of one telephone never count the same
    mark as new twice; ids that two telephones made alike are told apart by who wrote the row.
    """
    ahead = device_now - now
    sent = list({mark.id: mark for mark in reversed(marks)}.values())[::-1]  # the first of doubles
    prepared = _sort(device, sent, ahead, now)
    with transaction.atomic():
        held = DoorDevice.objects.select_for_update().get(pk=device.pk)
        known = {row.pk: row for row in Mark.objects.filter(pk__in=[one.id for one in sent])}
        fresh = [mark for key, mark in prepared.good.items() if key not in known]
        new = _keep(held, fresh)
        held.seen_at = now
        held.clock_ahead_ms = milliseconds_ahead(device_now, now)
        held.save(update_fields=["seen_at", "clock_ahead_ms"])
        if new:
            _record(device.door_pass, new, now)
    return _receipt(marks, prepared, known, new)


def _keep(device: DoorDevice, fresh: list[Mark]) -> int:
    if not fresh:
        return 0
    fresh.sort(key=lambda mark: mark.pk)  # one order for everybody: nobody waits in a circle
    Mark.objects.bulk_create(fresh, ignore_conflicts=True)
    return Mark.objects.filter(pk__in=[mark.pk for mark in fresh], device=device).count()


def _sort(device: DoorDevice, sent: Sequence[SentMark], ahead: timedelta, now: datetime) -> _Sorted:
    """Two queries, whatever the number of marks."""
    own, edition = device.door_pass, device.door_pass.door.edition_id
    codes = {mark.id: read_code(mark.badge) for mark in sent if mark.badge}
    rows = Badge.objects.filter(edition=edition, code__in=set(filter(None, codes.values())))
    badges = {badge.code: badge for badge in rows}
    wanted = {mark.registration for mark in sent if mark.registration is not None}
    registered = set(
        Registration.objects.filter(edition=edition, pk__in=wanted)
        .order_by()
        .values_list("pk", flat=True)
    )
    found = _Sorted()
    for mark in sent:
        at = moment_of(mark.said_at, ahead=ahead, now=now)
        badge = badges.get(codes.get(mark.id, ""))
        why = _refusal(own, mark, at, badge, registered)
        if why is not None:
            found.refused[mark.id] = why
        else:
            found.good[mark.id] = _row(device, mark, at, badge, now)
    return found


def _refusal(
    own: DoorPass, mark: SentMark, at: datetime, badge: Badge | None, registered: set[int]
) -> str | Promise | None:
    """Why a mark is not taken; a wrong hall, a second time, no seat are no reasons."""
    if not within_pass(at, own.starts_at, own.ends_at):
        return OUTSIDE_PASS
    if not mark.badge:
        return None if mark.registration in registered else UNKNOWN_PERSON
    if badge is None:
        return UNKNOWN_BADGE
    if badge.ended_at is not None and badge.ended_at <= at:
        return CANCELLED if badge.ended_why == "cancelled" else REPLACED
    return None


def _row(
    device: DoorDevice, mark: SentMark, at: datetime, badge: Badge | None, now: datetime
) -> Mark:
    return Mark(
        id=mark.id,
        door_id=device.door_pass.door_id,
        badge=badge,
        registration_id=mark.registration if badge is None else None,
        direction=mark.direction,
        source=mark.source,
        at=at,
        said_at=mark.said_at,
        received_at=now,
        device=device,
    )


def _receipt(
    marks: Sequence[SentMark], prepared: _Sorted, known: Mapping[UUID, Mark], new: int
) -> Receipt:
    taken: list[UUID] = []
    refused: list[Refused] = []
    for mark in dict.fromkeys(one.id for one in marks):
        row, good = known.get(mark), prepared.good.get(mark)
        if row is not None and good is not None and not _same(row, good):
            refused.append(Refused(mark, OTHER_CONTENT))
        elif row is not None or good is not None:
            taken.append(mark)
        else:
            refused.append(Refused(mark, prepared.refused[mark]))
    return Receipt(tuple(taken), tuple(refused), new)


def _same(row: Mark, sent: Mark) -> bool:
    """Whether it says the same; `at` is reckoned anew at every sending and may differ a little."""
    return all(
        getattr(row, name) == getattr(sent, name)
        for name in (
            "device_id",
            "badge_id",
            "registration_id",
            "direction",
            "said_at",
        )
    )


def _record(door_pass: DoorPass, rows: int, now: datetime) -> None:
    record_access(
        name=name_of_pass(door_pass),
        act=AccessRecord.Act.MARK,
        register=REGISTER,
        rows=rows,
        about=door_pass.door.edition.space,
        now=now,
    )


def name_of_pass(door_pass: DoorPass) -> str:
    """How the log of access names whoever stands at a door: «Айгуль, дверь „Вход форума“»."""
    with override(settings.LANGUAGE_CODE):
        return gettext("%(label)s, door “%(door)s”") % {
            "label": door_pass.label,
            "door": door_pass.door.name,
        }
