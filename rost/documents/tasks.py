"""Long work in the background: rows of the task table are the queue, a worker takes them.

At least once. An attempt first takes the batch: marks it running until the end of a lease, which
every step of progress moves on. With it goes a second task, due when the lease would be over: if
the worker has died by then, that task takes the batch and begins again; if it still works, the
task puts itself off; if it is ready, the task passes. After `ATTEMPTS` deaths the batch fails.
An attempt that was taken for dead and comes back finds another `started_at` in the row and
leaves without a trace.
"""

from __future__ import annotations

import logging
import secrets
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from rost.documents.models import Batch, BatchState
from rost.documents.queries.works import Result, Stopped, work_named
from rost.ui.refusals import Refusal

log = logging.getLogger("rost.documents")
LEASE = timedelta(minutes=3)  # no step between two signs of progress may take longer
ATTEMPTS = 3
PULSE = 0.5  # seconds between two signs of progress that are written down


@task()  # type: ignore[untyped-decorator]
def work_on(batch_id: int) -> str:
    """Do one batch if it waits, or if the worker that had it has died; returns what came of it."""
    return attempt(batch_id, now=timezone.now())


def put_in_queue(batch_id: int, *, now: datetime) -> None:
    """Now, and once more after a lease: a worker may die between taking a task and the batch."""
    enqueue(batch_id)
    enqueue(batch_id, run_after=now + LEASE)


def enqueue(batch_id: int, *, run_after: datetime | None = None) -> None:
    work_on.using(run_after=run_after, queue_name=queue_of(batch_id)).enqueue(batch_id)


def queue_of(batch_id: int) -> str:
    """Long work has a queue and a worker of its own."""
    name = Batch.objects.filter(pk=batch_id).values_list("work", flat=True).first()
    try:
        return work_named(name or "").queue
    except KeyError:
        return "default"


def long_work_waits() -> bool:
    """Is there anything to do now in the queue of long work?"""
    return bool(DBTaskResult.objects.ready().filter(queue_name="long").exists())


def attempt(batch_id: int, *, now: datetime) -> str:
    """Take the batch and do it; «passed» when it is ready or in other hands."""
    if not take(batch_id, now=now):
        return watch(batch_id, now=now)
    batch = Batch.objects.get(pk=batch_id)
    if batch.stop_asked_at is not None:
        return end(batch, BatchState.STOPPED)
    if batch.attempts > ATTEMPTS:
        with translation.override(batch.language):
            why = _("The work was interrupted several times. Try a smaller part of it.")
        return end(batch, BatchState.FAILED, note=why)
    with translation.override(batch.language):
        return run(batch, now=now)


@transaction.atomic
def take(batch_id: int, *, now: datetime) -> bool:
    """Mark it as running in these hands, and have it looked after when the lease is over.

    Of two that try, the row lets one.
    """
    free = Q(state=BatchState.QUEUED) | Q(state=BatchState.RUNNING, lease_until__lte=now)
    taken = Batch.objects.filter(free, pk=batch_id).update(
        state=BatchState.RUNNING,
        started_at=now,
        lease_until=now + LEASE,
        attempts=F("attempts") + 1,
    )
    if taken:
        enqueue(batch_id, run_after=now + LEASE)
    return bool(taken)


def watch(batch_id: int, *, now: datetime) -> str:
    """Look again after the lease when somebody is at work on it."""
    until = (
        Batch.objects.filter(pk=batch_id, state=BatchState.RUNNING)
        .values_list("lease_until", flat=True)
        .first()
    )
    if until is not None and until > now:
        enqueue(batch_id, run_after=until)
    return "passed"


def run(batch: Batch, *, now: datetime) -> str:
    """The work itself; a refusal says why in its own words, anything else is ours and logged."""
    try:
        result = work_named(batch.work).run(batch, Pulse(batch), now)
    except Stopped:
        return end(batch, BatchState.STOPPED, note=_("What was made before the stop stays."))
    except Lost:
        return "passed"
    except Refusal as refusal:
        return end(batch, BatchState.FAILED, note=str(refusal.message))
    except Exception:
        log.exception("batch %s did not work out", batch.pk, extra={"event": batch.work})
        why = _("Something broke on our side; it is written down. Try again a little later.")
        return end(batch, BatchState.FAILED, note=why)
    return keep(batch, result)


class Lost(Exception):
    """Another worker has taken the batch: this one was silent for longer than the lease."""


class Pulse:
    """Progress of one attempt: written down, at most twice a second, with a longer lease."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.last = timezone.now() - LEASE

    def __call__(self, done: int, total: int) -> None:
        now = timezone.now()
        if now - self.last < timedelta(seconds=PULSE) and done < total:
            return
        self.last = now
        if not held(self.batch).update(done=done, total=total, lease_until=now + LEASE):
            raise Lost
        if Batch.objects.filter(pk=self.batch.pk, stop_asked_at__isnull=False).exists():
            raise Stopped


def held(batch: Batch) -> QuerySet[Batch]:
    """The row, as long as this attempt is the one that has it."""
    return Batch.objects.filter(pk=batch.pk, state=BatchState.RUNNING, started_at=batch.started_at)


def keep(batch: Batch, result: Result) -> str:
    """Store the file under a name nobody can guess, then say that it is ready."""
    if not result.data:
        return end(batch, BatchState.DONE, rows=result.rows, note=result.note)
    folder = batch.file.field.generate_filename(batch, secrets.token_hex(16))
    stored = batch.file.storage.save(folder, ContentFile(result.data))
    outcome = end(
        batch,
        BatchState.DONE,
        rows=result.rows,
        note=result.note,
        file=stored,
        file_name=result.file_name,
        size=len(result.data),
    )
    if outcome == "passed":
        batch.file.storage.delete(stored)
    return outcome


def end(batch: Batch, state: BatchState, **facts: object) -> str:
    """Write how it ended, unless another attempt has taken the batch meanwhile."""
    if "note" in facts:
        facts["note"] = str(facts["note"])[:500]
    facts |= {"state": state, "finished_at": timezone.now(), "lease_until": None}
    return state.value if held(batch).update(**facts) else "passed"
