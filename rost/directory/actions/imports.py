"""Lists that people send, in two steps: what was read is kept and shown, then applied once.

A room reads its list into `rows` (what it will write; plain JSON) and `faults`, opens a batch,
shows it, and on the second step writes the rows between `claim_batch` and `close_batch` inside
one transaction: all of them or none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from rost.directory.models import ImportBatch, Person
from rost.directory.queries.imports import ImportFault, fault
from rost.ui.refusals import Refusal

__all__ = [
    "BatchClosed",
    "ImportFault",
    "claim_batch",
    "close_batch",
    "fault",
    "give_up_batch",
    "open_batch",
]


class BatchClosed(Refusal):
    """The list has been applied or given up."""


def open_batch(
    *,
    kind: str,
    about: str = "",
    file_name: str,
    uploaded_by: Person | None,
    now: datetime,
    rows: Sequence[Mapping[str, Any]],
    faults: Sequence[ImportFault],
    notes: Sequence[Mapping[str, Any]] = (),
) -> ImportBatch:
    """Keep what was read until somebody looks at it and applies it or gives it up.

    `notes` is what concerns many lines at once; shown until then, they are no faults.
    """
    return ImportBatch.objects.create(
        kind=kind,
        about=about,
        file_name=file_name[-200:],
        uploaded_by=uploaded_by,
        uploaded_at=now,
        rows=list(rows),
        faults=list(faults),
        good=len(rows),
        bad=len({one["line"] for one in faults}),
        outcome={"notes": list(notes)} if notes else {},
    )


def claim_batch(*, batch: ImportBatch) -> ImportBatch:
    """The batch, locked until the transaction ends; refused when it was applied or given up."""
    claimed = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if claimed.applied_at is not None:
        raise BatchClosed(_("This list has been applied or given up: nothing was done again."))
    return claimed


def close_batch(*, batch: ImportBatch, now: datetime, outcome: Mapping[str, int]) -> ImportBatch:
    """The rows are written (or given up): forget them, keep the counts."""
    batch.applied_at = now
    batch.outcome = dict(outcome)
    batch.rows = []
    batch.faults = []
    batch.save(update_fields=["applied_at", "outcome", "rows", "faults"])
    return batch


def give_up_batch(*, batch: ImportBatch, now: datetime) -> ImportBatch:
    """Nothing of the list will be written."""
    return close_batch(batch=claim_batch(batch=batch), now=now, outcome={"given_up": batch.good})
