"""Delivery in the background: rows of the task table are the queue, a worker takes them.

At least once: an attempt first takes the message (moves `due_at` on), then sends, then marks it
sent. A worker that dies in between leaves it queued and overdue, and the next delivery of any
message puts it back in the queue.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.db.models import F
from django.utils import timezone
from django_tasks import task

from rost.channels import queries
from rost.channels.adapters import mail
from rost.channels.models import DeliveryState, Message
from rost.channels.rules import LEASE, pause_after

log = logging.getLogger("rost.channels")
UNDELIVERED = (OSError, SMTPException)


@task()  # type: ignore[untyped-decorator]
def deliver(message_id: int) -> str:
    """Try to send one message; returns its state afterwards."""
    state = attempt(message_id, now=timezone.now())
    resume_lost(now=timezone.now())
    return state


def attempt(message_id: int, *, now: datetime) -> str:
    """Send the message if it waits and nobody else is sending it."""
    taken = Message.objects.filter(
        pk=message_id, state=DeliveryState.QUEUED, due_at__lte=now
    ).update(attempts=F("attempts") + 1, due_at=now + LEASE)
    if not taken:
        return "passed"
    message = Message.objects.select_related("person").get(pk=message_id)
    try:
        mail.deliver(message)
    except UNDELIVERED as error:
        return put_off(message, error, now=now)
    Message.objects.filter(pk=message.pk).update(
        state=DeliveryState.SENT, sent_at=now, due_at=None, error=""
    )
    return DeliveryState.SENT.value


def put_off(message: Message, error: Exception, *, now: datetime) -> str:
    """Keep the reason in sight; try again after a longer pause, or give up after the last one."""
    pause = pause_after(message.attempts)
    state = DeliveryState.QUEUED if pause else DeliveryState.FAILED
    due_at = now + pause if pause else None
    Message.objects.filter(pk=message.pk).update(
        state=state, due_at=due_at, error=f"{type(error).__name__}: {error}"[:300]
    )
    log.warning("message %s not delivered, attempt %s", message.pk, message.attempts)
    if due_at:
        enqueue(message.pk, run_after=due_at)
    return state.value


def enqueue(message_id: int, *, run_after: datetime | None = None) -> None:
    deliver.using(run_after=run_after).enqueue(message_id)


def resume_lost(*, now: datetime) -> int:
    """Put messages whose task was lost back in the queue; how many there were.

    Their moment is set to now, so that the same message is not put there by every delivery.
    """
    resumed = 0
    for message_id in queries.overdue(now - GRACE):
        changed = Message.objects.filter(
            pk=message_id, state=DeliveryState.QUEUED, due_at__lt=now - GRACE
        ).update(due_at=now)
        if changed:
            enqueue(message_id)
            resumed += 1
    return resumed


GRACE = timedelta(minutes=15)  # a busy worker is late; a task later than this is lost
