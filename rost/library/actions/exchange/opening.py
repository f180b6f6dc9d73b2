"""What was read is kept until somebody looks at it."""

from __future__ import annotations

from datetime import datetime

from rost.directory.actions.imports import open_batch
from rost.directory.models import ImportBatch, Person
from rost.library.queries.exchange.batches import PRACTICES
from rost.library.queries.exchange.reading import Collection


def open_collection(
    *, collection: Collection, file_name: str, by: Person, now: datetime
) -> ImportBatch:
    """Headings that named nothing stand in `about`, so that the page can say so."""
    return open_batch(
        kind=PRACTICES,
        about="; ".join(collection.unknown)[:100],
        file_name=file_name,
        uploaded_by=by,
        now=now,
        rows=collection.rows,
        faults=collection.faults,
    )
