"""Asking for long work, stopping it, asking again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Person
from rost.documents import tasks
from rost.documents.models import Batch, BatchState
from rost.documents.queries.works import work_named
from rost.ui.refusals import Refusal


class NotStoppable(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This work has already ended; there is nothing to stop."))


class NotRepeatable(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This work is under way or ready; it was not begun a second time."))


@transaction.atomic
def open_batch(
    *,
    work: str,
    space: str,
    language: str,
    title: str,
    wanted: Mapping[str, Any],
    by: Person | None,
    now: datetime,
) -> Batch:
    """A place in the queue; the row and its task are one transaction with the caller's change."""
    batch = Batch.objects.create(
        work=work_named(work).name,
        space=space,
        language=language,
        title=title[:300],
        wanted=dict(wanted),
        asked_by=by,
        asked_at=now,
    )
    tasks.put_in_queue(batch.pk, now=now)
    return batch


@transaction.atomic
def stop(*, batch: Batch, now: datetime) -> Batch:
    """What waits is stopped at once; what runs, at its next step."""
    batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if batch.state not in (BatchState.QUEUED, BatchState.RUNNING):
        raise NotStoppable
    batch.stop_asked_at = now
    if batch.state == BatchState.QUEUED:
        batch.state, batch.finished_at = BatchState.STOPPED, now
    batch.save(update_fields=["stop_asked_at", "state", "finished_at"])
    return batch


@transaction.atomic
def begin_again(*, batch: Batch, now: datetime) -> Batch:
    """Back in the queue after a failure or a stop; the work itself does no harm done twice."""
    batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if batch.state not in (BatchState.FAILED, BatchState.STOPPED):
        raise NotRepeatable
    batch.state = BatchState.QUEUED
    batch.note, batch.done, batch.total, batch.attempts = "", 0, 0, 0
    batch.stop_asked_at = batch.started_at = batch.lease_until = batch.finished_at = None
    batch.save()
    tasks.put_in_queue(batch.pk, now=now)
    return batch
