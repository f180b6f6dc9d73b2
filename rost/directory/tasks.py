"""Doing what comes round: each work when its moment has passed, in whichever process asks first.

At least once. An attempt first takes the row (moves `due_at` on by a lease), then works, then
writes what came of it. A worker that dies in between leaves the row due when the lease is over.
"""

from __future__ import annotations

import logging
import threading
from datetime import datetime, timedelta

from django.db import close_old_connections
from django.utils import timezone

from rost.directory.models import RecurringWork
from rost.directory.queries.recurring import Recurring, recurring_works

log = logging.getLogger("rost.recurring")
LOOK = 30.0  # seconds between two looks at what is due
LEASE = timedelta(minutes=15)  # a work silent for so long has died with its worker
PAUSE, LONGEST = timedelta(minutes=5), timedelta(hours=6)  # after the first failure; at most


def run_due(*, now: datetime) -> dict[str, int | None]:
    """Do every work whose moment has passed; how many things each did, None where it failed."""
    works = recurring_works()
    begin(works, now=now)
    due = set(RecurringWork.objects.filter(due_at__lte=now).values_list("name", flat=True))
    return {
        work.name: attempt(work, now=now)
        for work in works
        if work.name in due and take(work.name, now=now)
    }


def begin(works: list[Recurring], *, now: datetime) -> None:
    """Rows for works declared since; their first round is at once."""
    known = set(RecurringWork.objects.values_list("name", flat=True))
    fresh = [RecurringWork(name=one.name, due_at=now) for one in works if one.name not in known]
    if fresh:
        RecurringWork.objects.bulk_create(fresh, ignore_conflicts=True)


def take(name: str, *, now: datetime) -> bool:
    """Of two that try, the row lets one."""
    due = RecurringWork.objects.filter(name=name, due_at__lte=now)
    return bool(due.update(begun_at=now, due_at=now + LEASE))


def attempt(work: Recurring, *, now: datetime) -> int | None:
    """One round; what breaks in it is ours, logged, and tried again after a pause."""
    mine = RecurringWork.objects.filter(name=work.name, begun_at=now)
    try:
        rows = work.run(now)
    except Exception as error:
        log.exception("recurring work did not work out", extra={"event": work.name})
        put_off(work, error, now=now)
        return None
    mine.update(due_at=now + work.every, done_at=now, rows=rows, failures=0, error="")
    log.log(
        logging.INFO if rows else logging.DEBUG,
        "recurring work done, rows: %s",
        rows,
        extra={"event": work.name},
    )
    return rows


def put_off(work: Recurring, error: Exception, *, now: datetime) -> None:
    """Again after a pause that doubles, unless another attempt has taken the work meanwhile."""
    row = RecurringWork.objects.filter(name=work.name, begun_at=now).first()
    if row is None:
        return
    pause = min(PAUSE * 2 ** min(row.failures, 10), LONGEST, max(work.every, PAUSE))
    row.failures = min(row.failures + 1, 30_000)
    row.error = f"{type(error).__name__}: {error}"[:300]
    row.due_at = now + pause
    row.save(update_fields=("failures", "error", "due_at"))


def keep_running(stop: threading.Event) -> None:
    """The loop of the background worker, beside its queue: looks every half minute until told.

    A thread of that process and not a task in its queue: a long solving does not hold up a
    reminder, and no chain of tasks can break.
    """
    while not stop.is_set():
        close_old_connections()
        try:
            run_due(now=timezone.now())
        except Exception:
            log.exception("recurring work could not be looked at")
        close_old_connections()
        stop.wait(LOOK)
