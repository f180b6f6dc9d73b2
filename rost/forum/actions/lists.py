"""Lists of participants: kept after reading, then registered all at once or not at all."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

from django.db import transaction

from rost.directory.actions.imports import claim_batch, close_batch, open_batch
from rost.directory.models import ImportBatch, Municipality, Person
from rost.directory.queries.imports import Reading
from rost.forum.models import Category, Edition, Registration, RegistrationStatus

from .locking import lock_edition
from .proxies import Entry, register_other
from .registration import BasisNeeded

PARTICIPANTS = "forum.participants"


def open_list(
    *,
    edition: Edition,
    reading: Reading,
    file_name: str,
    uploaded_by: Person,
    basis: str,
    now: datetime,
) -> ImportBatch:
    """Keep what was read, with the grounds on which its people are entered."""
    if not basis.strip():
        raise BasisNeeded
    return open_batch(
        kind=PARTICIPANTS,
        about=edition.space,
        file_name=file_name,
        uploaded_by=uploaded_by,
        now=now,
        rows=[row | {"basis": basis.strip()} for row in reading.rows],
        faults=reading.faults,
    )


@transaction.atomic
def apply_list(
    *,
    edition: Edition,
    batch: ImportBatch,
    by: Person,
    now: datetime,
    within: tuple[str, ...] = (),
    at_any_hour: bool = False,
) -> ImportBatch:
    """Register every row; who is registered already stays as they are. All or nothing."""
    edition = lock_edition(edition)
    batch = claim_batch(batch=batch)
    codes = {row["place"] for row in batch.rows}
    places = {one.code: one for one in Municipality.objects.filter(code__in=codes)}
    categories = {one.pk: one for one in Category.objects.filter(edition=edition)}
    active = Registration.objects.filter(edition=edition).exclude(
        status=RegistrationStatus.CANCELLED
    )
    before = set(active.values_list("pk", flat=True))
    outcome: Counter[str] = Counter(seated=0, waiting=0, already=0)
    for row in batch.rows:
        registration = register_other(
            edition=edition,
            entry=_entry(row),
            category=categories[row["category"]],
            municipality=places.get(row["place"]),
            registered_by=by,
            basis=row["basis"],
            within=within,
            now=now,
            at_any_hour=at_any_hour,
        )
        outcome[_what_became(registration, before)] += 1
    return close_batch(batch=batch, now=now, outcome=outcome)


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        surname=row["surname"],
        given_name=row["given_name"],
        patronymic=row["patronymic"],
        email=row["email"],
        phone=row["phone"],
        post=row["post"],
    )


def _what_became(registration: Registration, before: set[int]) -> str:
    if registration.pk in before:
        return "already"
    return "waiting" if registration.status == RegistrationStatus.WAITING else "seated"
