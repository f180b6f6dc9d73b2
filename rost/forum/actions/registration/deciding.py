"""Confirming and cancelling registrations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from rost.forum.actions.agenda import clear_agenda
from rost.forum.actions.badges import end_badges_of
from rost.forum.actions.locking import lock_edition
from rost.forum.messages import registration as messages
from rost.forum.models import BadgeEnd, Edition, Registration, RegistrationStatus

from .refusals import AlreadyCancelled, StillWaiting
from .seats import fill_free_places


@transaction.atomic
def confirm(*, registration: Registration, now: datetime) -> Registration:
    """Confirm a requested registration and tell the person; a confirmed one stays as it is."""
    lock_edition(registration.edition_id)
    registration.refresh_from_db()
    if registration.status == RegistrationStatus.WAITING:
        raise StillWaiting
    if registration.status == RegistrationStatus.CANCELLED:
        raise AlreadyCancelled
    if registration.status == RegistrationStatus.REQUESTED:
        _confirm(registration, now)
    return registration


@transaction.atomic
def confirm_many(*, edition: Edition, registrations: Iterable[int], now: datetime) -> int:
    """Confirm those of the given ids that are requested; returns how many were."""
    lock_edition(edition)
    requested = list(
        Registration.objects.filter(
            edition=edition, pk__in=list(registrations), status=RegistrationStatus.REQUESTED
        ).select_related("person", "edition")
    )
    for registration in requested:
        _confirm(registration, now)
    return len(requested)


def _confirm(registration: Registration, now: datetime) -> None:
    registration.status = RegistrationStatus.CONFIRMED
    registration.changed_at = now
    registration.save(update_fields=["status", "changed_at"])
    messages.tell_confirmed(registration, now=now)


@transaction.atomic
def cancel(*, registration: Registration, now: datetime) -> Registration:
    """Give up the seat, with it the agenda and the badge; those who wait move up. Once."""
    edition = lock_edition(registration.edition_id)
    registration.refresh_from_db()
    if registration.status == RegistrationStatus.CANCELLED:
        return registration
    clear_agenda(registration=registration, now=now)
    end_badges_of(registration=registration, why=BadgeEnd.CANCELLED, now=now)
    registration.status = RegistrationStatus.CANCELLED
    registration.changed_at = now
    registration.save(update_fields=["status", "changed_at"])
    messages.tell_cancelled(registration, now=now)
    fill_free_places(edition=edition, now=now)
    return registration
