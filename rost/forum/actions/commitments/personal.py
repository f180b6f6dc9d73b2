"""Taking a person out of commitments: the promise is the forum's record and stays, nobody's.

Why: docs/decisions/commitments.md.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from rost.directory.models import Person
from rost.forum.models import Commitment, CommitmentState

CLOSED = (CommitmentState.KEPT, CommitmentState.DROPPED, CommitmentState.REFUSED)


def erase(person: Person, now: datetime) -> int:
    return unname(Commitment.objects.filter(person=person))


def old(before: datetime) -> QuerySet[Commitment]:
    """Closed ones of forums over by then that still name a person."""
    return Commitment.objects.filter(
        person__isnull=False, state__in=CLOSED, edition__ends_on__lt=before.date()
    )


def count_old(before: datetime) -> int:
    return old(before).count()


def destroy_old(before: datetime, now: datetime) -> int:
    return unname(old(before))


def unname(rows: QuerySet[Commitment]) -> int:
    """The municipality or organisation that the person spoke for takes their place, if any.

    Evidence in a file may name them again, so it goes too; that it was kept stays.
    """
    number = 0
    for row in rows.select_related("municipality", "organisation"):
        spoken_for = row.organisation or row.municipality
        row.person, row.promiser = None, str(spoken_for) if spoken_for else ""
        row.answer_words = row.answer_basis = ""
        if row.evidence_file:
            row.evidence_file.delete(save=False)
            row.evidence_size = None
        row.save()
        number += 1
    return number
