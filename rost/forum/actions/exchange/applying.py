"""Bringing a read programme into the draft: all of it in one transaction, or nothing.

What is known by its identifier is brought up to date, so that a file may come again and again;
what the draft has beyond the file stays. The rules of the programme are not asked here: real
files break them, and what they break stands in the list of warnings and stops the approval.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.directory.actions.imports import claim_batch, close_batch
from rost.directory.models import ImportBatch, Person
from rost.forum.actions.locking import lock_edition
from rost.forum.models import Edition
from rost.forum.queries.exchange import stored_programme

from .contributions import write_contributions
from .materials import write_materials
from .people import People
from .places import write_days, write_halls, write_tracks
from .reading import refuse_other_days
from .sessions import write_sessions


@transaction.atomic
def apply_import(
    *, batch: ImportBatch, edition: Edition, by: Person | None, now: datetime
) -> ImportBatch:
    batch = claim_batch(batch=batch)
    edition = lock_edition(edition)
    programme = stored_programme(batch)
    refuse_other_days(edition, programme)
    write_days(edition, programme)
    places = write_halls(edition, programme)
    tracks = write_tracks(edition, programme)
    people = People(edition, by=by, now=now, source=batch.file_name)
    written = write_sessions(edition, programme, places, tracks, now)
    write_contributions(written, people)
    write_materials(edition, written)
    written.save_moments(now)
    outcome = {
        "created": written.created,
        "changed": len(written.touched),
        "unchanged": len(written.rows) - written.created - len(written.touched),
        "people": people.created,
    }
    return close_batch(batch=batch, now=now, outcome=outcome)
