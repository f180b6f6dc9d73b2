"""The answer of the one who promised: yes, not so, or otherwise; or its record on their behalf.

Who may answer is decided before; the wording they have read is checked here, under the lock.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from rost.directory.models import Person
from rost.forum.actions.cards import shelve_commitment
from rost.forum.models import Commitment, CommitmentState

from .noting import forget_answer
from .refusals import AnotherWording, NothingProposed, NotNow, ReasonNeeded, in_hand

LONGEST = 2000  # signs of an explanation
FIELDS = (
    "state",
    "answered_at",
    "answered_by",
    "answer_words",
    "answer_basis",
    "proposed_text",
    "proposed_due_on",
)


@transaction.atomic
def confirm(*, commitment: Commitment, wording: int, by: Person, now: datetime) -> Commitment:
    """Yes, promised so; said again it changes nothing."""
    open_states = (CommitmentState.NOTED, CommitmentState.REFUSED, CommitmentState.CONFIRMED)
    row = in_hand(commitment, *open_states, wording=wording)
    if row.state != CommitmentState.CONFIRMED:
        answer(row, CommitmentState.CONFIRMED, by=by, now=now)
    return row


@transaction.atomic
def refuse(
    *, commitment: Commitment, wording: int, words: str, by: Person, now: datetime
) -> Commitment:
    """It was not so, and why."""
    if not words.strip():
        raise ReasonNeeded
    row = in_hand(commitment, CommitmentState.NOTED, wording=wording)
    answer(row, CommitmentState.REFUSED, by=by, now=now, words=words)
    return row


@transaction.atomic
def propose(
    *,
    commitment: Commitment,
    wording: int,
    text: str,
    due_on: date,
    words: str,
    by: Person,
    now: datetime,
) -> Commitment:
    """It was otherwise: other words or another day, for the organiser to accept."""
    row = in_hand(commitment, CommitmentState.NOTED, wording=wording)
    if text.strip() == row.text and due_on == row.due_on:
        raise NothingProposed
    answer(row, CommitmentState.NOTED, by=by, now=now, words=words)
    row.proposed_text, row.proposed_due_on = text.strip(), due_on
    row.save(update_fields=["proposed_text", "proposed_due_on"])
    return row


@transaction.atomic
def accept_proposal(*, commitment: Commitment, now: datetime, seen: str = "") -> Commitment:
    """The proposed words become the commitment, confirmed by who proposed them.

    `seen` is `proposal_mark` of what the organiser has read: proposed anew since, it is read anew.
    """
    row = in_hand(commitment, CommitmentState.NOTED)
    if row.proposed_due_on is None:
        raise NotNow
    if seen and seen != proposal_mark(row):
        raise AnotherWording
    row.text, row.due_on = row.proposed_text, row.proposed_due_on
    row.wording += 1
    row.state, row.proposed_text, row.proposed_due_on = CommitmentState.CONFIRMED, "", None
    row.answered_at = now
    row.save()
    shelve_commitment(row, now=now)
    return row


@transaction.atomic
def decline_proposal(*, commitment: Commitment) -> Commitment:
    """The line stays as noted and waits to be asked about once more."""
    row = in_hand(commitment, CommitmentState.NOTED)
    if row.proposed_due_on is None:
        raise NotNow
    forget_answer(row)
    row.wording += 1
    row.save()
    return row


@transaction.atomic
def confirm_on_behalf(
    *, commitment: Commitment, basis: str, by: Person, now: datetime
) -> Commitment:
    """Record that somebody without an account confirmed it, and on what paper or in what call."""
    if not basis.strip():
        raise ReasonNeeded
    row = in_hand(commitment, CommitmentState.NOTED, CommitmentState.REFUSED)
    answer(row, CommitmentState.CONFIRMED, by=by, now=now, basis=basis)
    return row


def proposal_mark(row: Commitment) -> str:
    return row.answered_at.isoformat() if row.answered_at is not None else ""


def answer(
    row: Commitment, state: str, *, by: Person, now: datetime, words: str = "", basis: str = ""
) -> None:
    row.state, row.answered_at, row.answered_by = state, now, by
    row.answer_words, row.answer_basis = words.strip()[:LONGEST], basis.strip()[:300]
    row.proposed_text, row.proposed_due_on = "", None
    row.save(update_fields=FIELDS)
    shelve_commitment(row, now=now)
