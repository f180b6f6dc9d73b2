"""Removing what the forum keeps about a person, or what is older than it may be kept."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.directory.models import Person
from rost.forum.models import Invitation, Registration
from rost.forum.queries.registration_data import old_invitations, old_registrations

from .agenda import clear_agenda
from .locking import lock_edition
from .registration import fill_free_places


@transaction.atomic
def erase_registrations(person: Person, now: datetime) -> int:
    """The rows go, the seats go to those who wait. Returns how many registrations there were."""
    rows = list(Registration.objects.filter(person=person).order_by("edition_id"))
    for row in rows:
        edition = lock_edition(row.edition_id)
        clear_agenda(registration=row, now=now)
        row.delete()
        fill_free_places(edition=edition, now=now)
    return len(rows)


def erase_invitations(person: Person, now: datetime) -> int:
    rows = Invitation.objects.filter(person=person)
    number = rows.count()
    rows.delete()
    return number


def count_old_registrations(before: datetime) -> int:
    return old_registrations(before).count()


def destroy_old_registrations(before: datetime) -> int:
    """Their editions are over, so there is nobody to give the seats to."""
    number = old_registrations(before).count()
    old_registrations(before).delete()
    return number


def count_old_invitations(before: datetime) -> int:
    return old_invitations(before).count()


def destroy_old_invitations(before: datetime) -> int:
    number = old_invitations(before).count()
    old_invitations(before).delete()
    return number
