"""Asking those who promised whether it was so."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.directory.models import Person
from rost.directory.queries.visitors import local_day
from rost.forum.messages.commitments import tell_question
from rost.forum.models import Commitment, CommitmentState, Edition
from rost.forum.queries.commitments import confirmers_of

from .refusals import in_hand


@transaction.atomic
def ask(*, commitment: Commitment, now: datetime) -> list[Person]:
    """Send the question to whoever may confirm; nobody is there for a mere name.

    Each wording is asked about once, however often the button is pressed.
    """
    row = in_hand(commitment, CommitmentState.NOTED)
    people = confirmers_of(row, local_day(now))
    if row.asked_at is None and people:
        row.asked_at = now
        row.save(update_fields=["asked_at"])
    for person in people:
        tell_question(row, person, now=now)
    return people


def ask_all(*, edition: Edition, now: datetime) -> int:
    """Ask about every line that nobody was asked about; how many could be asked."""
    asked = 0
    rows = edition.commitments.filter(state=CommitmentState.NOTED, asked_at__isnull=True)
    for row in rows.order_by("number"):
        asked += bool(ask(commitment=row, now=now))
    return asked
