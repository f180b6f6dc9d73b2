"""What every act of a telephone begins with: hours, floods, and one writer of a floor at a time.

The order of locks is the same everywhere: the telephone's row, then the floor's. The floor's row is
locked by moving its revision, so counting and writing on one floor are one after another.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import Case, F, Q, Value, When

from rost.forum.models import Registration, RegistrationStatus
from rost.live.models import Device, Floor
from rost.live.queries.doors import Hall
from rost.live.rules.hours import Standing
from rost.live.rules.limits import MOST_ACTS

from .refusals import DeviceSilenced, HallClosed, NotYetOpen, TooFast

MINUTE = 60


def check_open(hall: Hall, now: datetime) -> None:
    found = hall.standing(now)
    if found in (Standing.EARLY, Standing.UNKNOWN):
        raise NotYetOpen
    if found is Standing.OVER or not hall.floor.is_on:
        raise HallClosed


def spend(device: Device, now: datetime) -> None:
    """Count one act of the telephone's minute and lock its row; its badge is read anew.

    Who has given up the seat has no badge: the telephone is a telephone again.
    """
    minute = int(now.timestamp()) // MINUTE
    free = Q(silenced_at__isnull=True) & (~Q(minute=minute) | Q(acts__lt=MOST_ACTS))
    acts = Case(When(minute=minute, then=F("acts") + 1), default=Value(1))
    if not Device.objects.filter(free, pk=device.pk).update(acts=acts, minute=minute):
        silenced = Device.objects.filter(pk=device.pk, silenced_at__isnull=False).exists()
        raise DeviceSilenced if silenced else TooFast
    device.refresh_from_db(fields=["registration"])
    gone = Q(pk=device.registration_id, status=RegistrationStatus.CANCELLED)
    if device.registration_id is not None and Registration.objects.filter(gone).exists():
        Device.objects.filter(pk=device.pk).update(registration=None)
        device.registration = None


def move(floor: Floor) -> None:
    """Everybody who looks at this floor has something new; its row is locked until the commit."""
    Floor.objects.filter(pk=floor.pk).update(revision=F("revision") + 1)
