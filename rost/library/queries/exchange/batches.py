"""Lists of practices that were sent, and what they brought."""

from __future__ import annotations

from django.db.models import QuerySet

from rost.directory.models import ImportBatch
from rost.library.models import Brought, PracticeState

PRACTICES = "library.practices"
BIGGEST = 2**63 - 1


def batches() -> QuerySet[ImportBatch]:
    return ImportBatch.objects.filter(kind=PRACTICES).select_related("uploaded_by")


def get_batch(number: int) -> ImportBatch | None:
    return batches().filter(pk=number).first() if number <= BIGGEST else None


def brought_by(batch: ImportBatch) -> QuerySet[Brought]:
    return Brought.objects.filter(batch=batch).select_related("practice")


def untouched(batch: ImportBatch) -> list[Brought]:
    """What nobody has changed, taken for review or published since: that can be taken back."""
    fresh = (PracticeState.DRAFT, PracticeState.SENT)
    rows = brought_by(batch).filter(practice__version__isnull=True, practice__state__in=fresh)
    rows = rows.filter(practice__reviews__isnull=True)
    return [one for one in rows if one.practice.saving == one.saving]
