"""Passes of volunteers: issued with a secret that is shown once, revoked at once."""

from __future__ import annotations

import secrets
from datetime import datetime

from rost.directory.models import Person
from rost.forum.models import Door, DoorDevice, DoorPass
from rost.forum.queries.attendance.devices import digest_of

from .refusals import DoorClosed, PassHoursBackwards

SECRET_BYTES = 24  # 192 bits: never guessed, still a small square code


def issue_pass(
    *,
    door: Door,
    label: str,
    starts_at: datetime,
    ends_at: datetime,
    by: Person | None,
    now: datetime,
) -> tuple[DoorPass, str]:
    """A new pass and its secret, which is told once and never stored."""
    if door.closed_at is not None:
        raise DoorClosed
    if ends_at <= starts_at:
        raise PassHoursBackwards
    secret = secrets.token_urlsafe(SECRET_BYTES)
    made = DoorPass.objects.create(
        door=door,
        label=" ".join(label.split())[:120],
        digest=digest_of(secret),
        starts_at=starts_at,
        ends_at=ends_at,
        issued_at=now,
        issued_by=by,
    )
    return made, secret


def revoke_pass(*, door_pass: DoorPass, now: datetime) -> None:
    """Its telephones are told to forget everything, marks that were not sent included."""
    DoorPass.objects.filter(pk=door_pass.pk, revoked_at__isnull=True).update(revoked_at=now)


def revoke_device(*, device: DoorDevice, now: datetime) -> None:
    """One lost telephone; the others of the same pass go on."""
    DoorDevice.objects.filter(pk=device.pk, revoked_at__isnull=True).update(revoked_at=now)
