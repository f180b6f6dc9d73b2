"""Reminding, as recurring work: each reminder once, however often and by how many it is begun.

The row of a reminder and the messages that it sends are one transaction: a worker that dies
between them leaves neither, and the next round sends it. Of two workers the row lets one.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from rost.directory.queries.visitors import local_day
from rost.forum.messages.commitments import tell_reminder
from rost.forum.models import Commitment, CommitmentState, Reminder
from rost.forum.queries.commitments import confirmers_of
from rost.forum.rules.commitments import decent, due_reminder


def remind(now: datetime) -> int:
    """Send what is due; how many reminders. Nobody is reminded at night or of a demonstration."""
    return sum(remind_of(row.pk, now=now) for row in waiting() if decent(now, row.edition.timezone))


def waiting() -> QuerySet[Commitment]:
    """What somebody is still to answer or to keep."""
    asked = Q(state=CommitmentState.NOTED, asked_at__isnull=False, proposed_due_on__isnull=True)
    return (
        Commitment.objects.filter(asked | Q(state=CommitmentState.CONFIRMED))
        .filter(edition__is_demonstration=False)
        .select_related("edition")
        .order_by("pk")
    )


def remind_of(number: int, *, now: datetime) -> bool:
    """Whether one reminder of this commitment was due and is sent."""
    try:
        with transaction.atomic():
            return send_due(number, now=now)
    except IntegrityError:  # another worker has just sent it
        return False


def send_due(number: int, *, now: datetime) -> bool:
    rows = Commitment.objects.select_for_update(of=("self",)).select_related("edition", "person")
    row = rows.filter(pk=number).first()
    if row is None:
        return False
    zone = ZoneInfo(row.edition.timezone)
    name = due_reminder(
        state=row.state,
        wording=row.wording,
        due_on=row.due_on,
        asked_on=day(row.asked_at, zone),
        answered_on=day(row.answered_at, zone),
        sent=set(row.reminders.values_list("name", flat=True)),
        today=now.astimezone(zone).date(),
    )
    if name is None:
        return False
    Reminder.objects.create(commitment=row, name=name, sent_at=now)
    for person in confirmers_of(row, local_day(now)):
        tell_reminder(row, person, name, now=now)
    return True


def day(moment: datetime | None, zone: ZoneInfo) -> date | None:
    return None if moment is None else moment.astimezone(zone).date()
