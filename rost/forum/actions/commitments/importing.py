"""Commitments from a table: kept after reading, then noted all at once or not at all."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from rost.directory.actions.imports import claim_batch, close_batch, open_batch
from rost.directory.models import ImportBatch, Municipality, Organisation, Person
from rost.directory.queries.imports import Reading
from rost.forum.models import Edition, Session

from .noting import Entry, note

COMMITMENTS = "forum.commitments"


def open_noted(
    *, edition: Edition, reading: Reading, file_name: str, uploaded_by: Person, now: datetime
) -> ImportBatch:
    return open_batch(
        kind=COMMITMENTS,
        about=edition.space,
        file_name=file_name,
        uploaded_by=uploaded_by,
        now=now,
        rows=reading.rows,
        faults=reading.faults,
    )


@transaction.atomic
def apply_noted(*, edition: Edition, batch: ImportBatch, by: Person, now: datetime) -> ImportBatch:
    batch = claim_batch(batch=batch)
    sessions = {one.code: one for one in Session.objects.filter(edition=edition)}
    entries = [_entry(row, sessions) for row in batch.rows]
    made = note(edition=edition, entries=entries, by=by, now=now)
    return close_batch(batch=batch, now=now, outcome={"noted": len(made)})


def _entry(row: dict[str, Any], sessions: dict[str, Session]) -> Entry:
    return Entry(
        guid=UUID(row["guid"]),
        text=row["text"],
        due_on=date.fromisoformat(row["due_on"]),
        promiser=row["promiser"],
        person=Person.objects.filter(pk=row["person"]).first(),
        organisation=Organisation.objects.filter(pk=row["organisation"]).first(),
        municipality=Municipality.objects.filter(pk=row["municipality"]).first(),
        session=sessions.get(row["session"]),
        kind=row["kind"],
        indicator=row["indicator"],
        evidence_wanted=row["evidence_wanted"],
    )
