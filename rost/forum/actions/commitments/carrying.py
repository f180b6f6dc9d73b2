"""What goes on: to the next forum, and in a municipality's successor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from rost.directory.models import Municipality
from rost.forum.models import Commitment, CommitmentState, Edition, Session
from rost.forum.queries.commitments.places import unclosed_of

from .refusals import FromAnotherForum, in_hand


@transaction.atomic
def carry_over(
    *, commitment: Commitment, edition: Edition, session: Session | None = None
) -> Commitment:
    """Into the resolution of a later forum, and if wished to a session where it is reported on."""
    row = in_hand(commitment, CommitmentState.CONFIRMED)
    if edition.starts_on <= row.edition.starts_on:
        raise FromAnotherForum
    if session is not None and session.edition_id != edition.pk:
        raise FromAnotherForum
    row.carried_to, row.report_at = edition, session
    row.save(update_fields=["carried_to", "report_at"])
    return row


def take_back_carried(*, commitment: Commitment) -> None:
    Commitment.objects.filter(pk=commitment.pk).update(carried_to=None, report_at=None)


def carry_to_successor(
    *, predecessors: Sequence[int], successor: Municipality, on: date, now: datetime
) -> int:
    """Promises that are not closed become the successor's; what is closed stays as it was.

    The record keeps the name under which it was promised.
    """
    return unclosed_of(predecessors).update(municipality=successor)
