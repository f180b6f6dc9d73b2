"""The log of who opened or exported personal data."""

from __future__ import annotations

from datetime import datetime

from rost.directory.models import AccessRecord, Person


def record_access(
    *,
    person: Person,
    act: AccessRecord.Act | str,
    register: str,
    rows: int,
    now: datetime,
    about: str = "",
) -> AccessRecord:
    """Note that `person` opened or exported `rows` lines of a register («forum.registrations»).

    `about` says which part of it (an edition, a filter), never whose data.
    """
    return AccessRecord.objects.create(
        person=person,
        person_name=person.full_name,
        act=act,
        register=register,
        rows=rows,
        at=now,
        about=about[:200],
    )
