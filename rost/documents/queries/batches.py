"""Reading background work: one batch through its door, those of a space."""

from __future__ import annotations

from django.db.models import QuerySet

from rost.directory.rules import Visitor
from rost.documents.models import Batch
from rost.documents.queries.works import work_named


def of_space(space: str, work: str = "") -> QuerySet[Batch]:
    """Batches of a space, the newest first; of one work when it is named."""
    found = Batch.objects.filter(space=space).order_by("-asked_at", "-id")
    return found.filter(work=work) if work else found


def get_batch_for(visitor: Visitor, number: int) -> Batch | None:
    """The batch, if its work lets the visitor see it."""
    batch = Batch.objects.select_related("asked_by").filter(pk=number).first()
    return batch if batch is not None and may_see(visitor, batch) else None


def may_see(visitor: Visitor, batch: Batch) -> bool:
    try:
        return work_named(batch.work).may_see(visitor, batch)
    except KeyError:
        return False


def seen_of_space(visitor: Visitor, space: str, most: int = 10) -> list[Batch]:
    """The latest of a space that the visitor may see."""
    return [one for one in of_space(space)[: most * 3] if may_see(visitor, one)][:most]
