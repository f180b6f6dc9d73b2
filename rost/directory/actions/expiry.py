"""Destroying rows of the directory older than a moment, class by class; counts of what went."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from rost.directory.actions.accounts import erase_person
from rost.directory.adapters.sessions import remove_ownerless
from rost.directory.models import Person
from rost.directory.queries import kept
from rost.ui.refusals import Refusal


def destroy_idle_people(before: datetime, now: datetime) -> int:
    return erase_all(kept.idle_people(before), now)


def destroy_unconfirmed_people(before: datetime, now: datetime) -> int:
    return erase_all(kept.unconfirmed_people(before), now)


def erase_all(people: QuerySet[Person], now: datetime) -> int:
    """Whoever a room refuses to let go stays, whole, until the reason is gone."""
    count = 0
    for person in list(people):
        try:
            with transaction.atomic():
                erase_person(person, now=now)
                count += 1
        except Refusal:
            continue
    return count


def destroy_keys(before: datetime, now: datetime) -> int:
    return kept.spent_keys(before).delete()[0]


def destroy_sessions(before: datetime, now: datetime) -> int:
    count = kept.old_sessions(before).delete()[0]
    remove_ownerless()
    return count


def destroy_consents(before: datetime, now: datetime) -> int:
    return kept.withdrawn_consents(before).delete()[0]


def destroy_access(before: datetime, now: datetime) -> int:
    return kept.old_access(before).delete()[0]


def destroy_imports(before: datetime, now: datetime) -> int:
    return kept.old_imports(before).delete()[0]


def destroy_acts(before: datetime, now: datetime) -> int:
    return kept.old_acts(before).delete()[0]
