"""The log of who opened or exported personal data."""

from __future__ import annotations

from datetime import datetime

from rost.directory.models import AccessRecord, Person


def record_access(
    *,
    act: AccessRecord.Act | str,
    register: str,
    rows: int,
    now: datetime,
    person: Person | None = None,
    name: str = "",
    about: str = "",
) -> AccessRecord:
    """Note that `person` opened or exported `rows` lines of a register («forum.registrations»).

    `name` is for those who have no account here: a volunteer with a pass at a door.
    `about` says which part of it (an edition, a filter), never whose data.
    """
    return AccessRecord.objects.create(
        person=person,
        person_name=person.full_name if person is not None else name[:400],
        act=act,
        register=register,
        rows=rows,
        at=now,
        about=about[:200],
    )
