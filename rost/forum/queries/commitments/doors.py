"""The one door to a commitment and to its evidence: what the visitor may not see is not there."""

from __future__ import annotations

from rost.directory.queries.visitors import local_day
from rost.directory.rules import Visitor, may
from rost.forum.models import Commitment, CommitmentState, Contribution, Edition, Session
from rost.forum.models.programme import Part
from rost.forum.rules import KEEP_COMMITMENTS
from rost.forum.rules.commitments import COUNTED

from .confirmers import may_answer


def get_commitment_for(visitor: Visitor, edition: Edition, number: int) -> Commitment | None:
    """Confirmed ones are everybody's where the forum is public; others only of those concerned."""
    row = (
        Commitment.objects.filter(edition=edition, number=number)
        .select_related(
            "edition",
            "session__track",
            "person",
            "organisation",
            "municipality__parent",
            "material",
            "carried_to",
            "report_at",
            "answered_by",
        )
        .first()
    )
    if row is None or (row.state in COUNTED and edition.is_public):
        return row
    return row if concerned(visitor, row) else None


def get_evidence_for(visitor: Visitor, edition: Edition, number: int) -> Commitment | None:
    """The row whose evidence may be opened: shown to all by an organiser, or one's own."""
    row = get_commitment_for(visitor, edition, number)
    if row is None or not row.evidence_file:
        return None
    shown = row.evidence_public and row.state == CommitmentState.KEPT
    return row if shown or concerned(visitor, row) else None


def concerned(visitor: Visitor, row: Commitment) -> bool:
    return may(visitor, KEEP_COMMITMENTS, space=row.edition.space) or may_answer(
        visitor.person, row, local_day(visitor.now)
    )


def moderates(visitor: Visitor, session: Session) -> bool:
    """The moderator whom the programme names for this session."""
    return (
        visitor.person is not None
        and Contribution.objects.filter(
            session=session, person=visitor.person, part=Part.MODERATOR
        ).exists()
    )


def may_note(visitor: Visitor, edition: Edition, session: Session | None) -> bool:
    """The secretaries of the forum; at a session also its moderator."""
    if may(visitor, KEEP_COMMITMENTS, space=edition.space):
        return True
    return session is not None and moderates(visitor, session)
