"""A telephone opens a pass and gets a token of its own; what it is told now."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction

from rost.forum.models import DoorDevice, DoorPass
from rost.forum.queries.attendance.devices import digest_of, pass_by_secret
from rost.forum.rules.attendance import MOST_DEVICES, PassState, pass_state

from .refusals import (
    DeviceElsewhere,
    DeviceRevoked,
    DoorClosed,
    PassEarly,
    PassEnded,
    PassRevoked,
    PassUnknown,
    TooManyDevices,
)

TOKEN_BYTES = 32


@transaction.atomic
def pair_device(
    *, secret: str, device: UUID, device_now: datetime, now: datetime
) -> tuple[DoorDevice, str]:
    """The telephone with a fresh token; opening the same pass again replaces its earlier token."""
    found = pass_by_secret(secret)
    if found is None:
        raise PassUnknown
    _check_pass(found, now)
    DoorPass.objects.select_for_update().get(pk=found.pk)  # telephones are counted one by one
    row = DoorDevice.objects.filter(pk=device).first()
    if row is not None and row.door_pass_id != found.pk:
        raise DeviceElsewhere
    if row is not None and row.revoked_at is not None:
        raise DeviceRevoked
    if row is None and found.devices.filter(revoked_at__isnull=True).count() >= MOST_DEVICES:
        raise TooManyDevices
    token = secrets.token_urlsafe(TOKEN_BYTES)
    row = row or DoorDevice(id=device)
    row.door_pass, row.digest = found, digest_of(token)
    row.paired_at = row.seen_at = now
    row.clock_ahead_ms = milliseconds_ahead(device_now, now)
    row.save()
    return row, token


def _check_pass(found: DoorPass, now: datetime) -> None:
    if found.revoked_at is not None:
        raise PassRevoked
    if found.door.closed_at is not None:
        raise DoorClosed
    state = pass_state(found.starts_at, found.ends_at, now)
    if state is PassState.EARLY:
        raise PassEarly
    if state is not PassState.OPEN:
        raise PassEnded


def note_list_taken(*, device: DoorDevice, now: datetime) -> None:
    DoorDevice.objects.filter(pk=device.pk).update(list_taken_at=now, seen_at=now)


def milliseconds_ahead(device_now: datetime, now: datetime) -> int:
    return round((device_now - now).total_seconds() * 1000)
