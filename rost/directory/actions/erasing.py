"""Taking a person out of what the directory keeps, class by class; each returns how many rows.

These run inside the transaction of `accounts.erase_person`, the profile last.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rost.directory.adapters.sessions import end_all_sessions, remove_ways_in
from rost.directory.models import (
    AccessRecord,
    DestructionAct,
    FormerValue,
    ImportBatch,
    IndicatorValue,
    Person,
)


def erase_profile(person: Person, now: datetime) -> int:
    """The person's own row; rows that only mention them (who granted, who entered) forget whom."""
    person.delete()
    return 1


def erase_names(person: Person, now: datetime) -> int:
    return person.declined_names.all().delete()[0]


def erase_posts(person: Person, now: datetime) -> int:
    return person.posts.all().delete()[0]


def erase_roles(person: Person, now: datetime) -> int:
    return person.roles.all().delete()[0]


def erase_consents(person: Person, now: datetime) -> int:
    return person.consents.all().delete()[0]


def erase_keys(person: Person, now: datetime) -> int:
    return person.keys.all().delete()[0]


def erase_sessions(person: Person, now: datetime) -> int:
    return end_all_sessions(person)


def erase_ways_in(person: Person, now: datetime) -> int:
    return remove_ways_in(person)


def erase_access(person: Person, now: datetime) -> int:
    """What was opened and exported stays counted; who did it becomes a bare number."""
    name = former(person)
    DestructionAct.objects.filter(by=person).update(by=None, by_name=name)
    return AccessRecord.objects.filter(person=person).update(person=None, person_name=name)


def erase_figures(person: Person, now: datetime) -> int:
    """Figures of a place stay; who told them goes."""
    return sum(
        model.objects.filter(declared_by=person).update(declared_by=None)
        for model in (IndicatorValue, FormerValue)
    )


def erase_imports(person: Person, now: datetime) -> int:
    """Lists the person sent, and their lines in lists of others that still wait."""
    count = ImportBatch.objects.filter(uploaded_by=person).delete()[0]
    if not person.email:
        return count
    for batch in ImportBatch.objects.filter(applied_at__isnull=True):
        rows = [row for row in batch.rows if not speaks_of(row, person.email)]
        faults = [one for one in batch.faults if not speaks_of(one, person.email)]
        if len(rows) + len(faults) < len(batch.rows) + len(batch.faults):
            count += len(batch.rows) - len(rows)
            batch.rows, batch.faults, batch.good = rows, faults, len(rows)
            batch.save(update_fields=["rows", "faults", "good"])
    return count


def erase_nothing(person: Person, now: datetime) -> int:
    """For classes that go with another one."""
    return 0


def former(person: Person) -> str:
    """How a removed person is told apart in counts that stay: by a number that leads nowhere."""
    return f"№ {person.pk}"


def speaks_of(value: Any, email: str) -> bool:
    if isinstance(value, dict):
        return any(speaks_of(one, email) for one in value.values())
    if isinstance(value, list):
        return any(speaks_of(one, email) for one in value)
    return isinstance(value, str) and email in value.lower()
