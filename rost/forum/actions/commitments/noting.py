"""Noting what was promised, many lines in one sitting; mending a line; taking a wrong one off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from rost.directory.models import Municipality, Organisation, Person
from rost.forum.actions.cards import shelve_commitment
from rost.forum.actions.locking import lock_edition
from rost.forum.models import Commitment, CommitmentKind, CommitmentState, Edition, Session

from .refusals import NoSessionForMaterials, PromiserNeeded, in_hand

UNANSWERED = (CommitmentState.NOTED, CommitmentState.REFUSED)
ASKED_ABOUT = ("text", "promiser", "person", "organisation", "municipality", "due_on", "indicator")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the secretary: who, what, by when, how it will be seen."""

    guid: UUID
    text: str
    due_on: date
    promiser: str = ""
    person: Person | None = None
    organisation: Organisation | None = None
    municipality: Municipality | None = None
    session: Session | None = None
    kind: str = CommitmentKind.COMMITMENT
    indicator: str = ""
    evidence_wanted: str = ""


@transaction.atomic
def note(
    *, edition: Edition, entries: Sequence[Entry], by: Person | None, now: datetime
) -> list[Commitment]:
    """Number the lines and keep them; those that came before are left as they are.

    The edition's row is locked, so two secretaries never give one number to two lines.
    """
    edition = lock_edition(edition)
    sent = {entry.guid for entry in entries}
    known = set(Commitment.objects.filter(guid__in=sent).values_list("guid", flat=True))
    last = edition.commitments.aggregate(last=Max("number"))["last"] or 0
    made = []
    for entry in entries:
        if entry.guid in known:
            continue
        known.add(entry.guid)
        last += 1
        made.append(
            Commitment.objects.create(
                edition=edition,
                number=last,
                guid=entry.guid,
                noted_at=now,
                noted_by=by,
                **facts_of(entry),
            )
        )
    return made


@transaction.atomic
def change(*, commitment: Commitment, entry: Entry, now: datetime) -> Commitment:
    """Mend a line. What was confirmed or asked about in other words is asked about anew."""
    open_states = (*UNANSWERED, CommitmentState.CONFIRMED)
    row = in_hand(commitment, *open_states)
    facts = facts_of(entry)
    anew = any(getattr(row, name) != facts[name] for name in ASKED_ABOUT)
    for name, value in facts.items():
        setattr(row, name, value)
    if anew:
        row.wording += 1
        row.state = CommitmentState.NOTED
        forget_answer(row)
    row.save()
    shelve_commitment(row, now=now)
    return row


def forget_answer(row: Commitment) -> None:
    """The question is open again and not asked yet."""
    row.asked_at = row.answered_at = row.answered_by = None
    row.answer_words = row.answer_basis = row.proposed_text = ""
    row.proposed_due_on = None


@transaction.atomic
def remove(*, commitment: Commitment) -> None:
    """A line noted by mistake goes; one that was confirmed is dropped with a reason instead."""
    in_hand(commitment, *UNANSWERED).delete()


def facts_of(entry: Entry) -> dict[str, object]:
    if entry.kind == CommitmentKind.MATERIALS and entry.session is None:
        raise NoSessionForMaterials
    return {
        "text": entry.text.strip(),
        "promiser": promiser_of(entry),
        "person": entry.person,
        "organisation": entry.organisation,
        "municipality": entry.municipality,
        "session": entry.session,
        "kind": entry.kind,
        "due_on": entry.due_on,
        "indicator": entry.indicator.strip(),
        "evidence_wanted": entry.evidence_wanted.strip(),
    }


def promiser_of(entry: Entry) -> str:
    """How the record names who promised: as written, or as the directory has them."""
    named = entry.person or entry.organisation or entry.municipality
    written = entry.promiser.strip() or (str(named) if named is not None else "")
    if not written:
        raise PromiserNeeded
    return written[:300]
