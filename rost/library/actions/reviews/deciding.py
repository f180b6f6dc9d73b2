"""The checklist is kept as a draft; a decision publishes, returns, or confirms what stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import get_language

from rost.catalogue.messages import FIELD_NAMES
from rost.directory.models import Person
from rost.directory.queries.visitors import local_day
from rost.library.actions.locking import lock_practice
from rost.library.actions.publishing import publish, put_card
from rost.library.messages.reviews import tell_decision
from rost.library.models import Decision, Evidence, Practice, PracticeState, Review
from rost.library.queries.reviews.checklist import months_of, questions_of
from rost.library.queries.reviews.seals import levels_for
from rost.library.rules.review import (
    LONGEST_REMARK,
    LONGEST_REMARKS,
    forbidding,
    seal_until,
    tidy_answers,
    unanswered,
    usual_look,
)

from .refusals import (
    AnswersMissing,
    CopyChanged,
    Forbidden,
    LevelNotShown,
    LookNotInTime,
    NotYours,
    RemarksNeeded,
    WrongDecision,
)
from .taking import check_free_to_review

POSSIBLE = {
    PracticeState.SENT: (Decision.PUBLISHED, Decision.RETURNED),
    PracticeState.PUBLISHED: (Decision.CONFIRMED, Decision.RETURNED),
}


@dataclass(frozen=True, slots=True)
class Written:
    """What a reviewer has written so far: a draft may lack any of it."""

    checklist: Mapping[str, Any] = field(default_factory=dict)
    remarks: str = ""
    by_field: Mapping[str, str] = field(default_factory=dict)
    evidence: str = ""
    review_by: date | None = None


@transaction.atomic
def save_draft(*, review: Review, by: Person, written: Written) -> Review:
    practice = lock_practice(review.practice)
    return write(practice, mine_or_refused(review, by), written)


@transaction.atomic
def decide(
    *, review: Review, by: Person, seen: int | None, decision: str, written: Written, now: datetime
) -> Review:
    """`seen` is the saving of the working copy that the page was drawn with.

    The draft is kept before anything is refused: call `save_draft` first, in its own transaction.
    """
    practice = lock_practice(review.practice)
    review = write(practice, mine_or_refused(review, by), written)
    check_free_to_review(practice, by, now)
    if decision not in POSSIBLE.get(PracticeState(practice.state), ()):
        raise WrongDecision
    if seen != practice.saving and practice.state == PracticeState.SENT:
        raise CopyChanged
    if decision == Decision.RETURNED:
        return return_it(practice, review, now)
    check_answers(review)
    return seal_it(practice, review, Decision(decision), now)


def mine_or_refused(review: Review, by: Person) -> Review:
    rows = Review.objects.filter(pk=review.pk, decided_at__isnull=True, reviewer=by)
    found = rows.select_related("reviewer").first()
    if found is None:
        raise NotYours
    return found


def write(practice: Practice, review: Review, written: Written) -> Review:
    review.practice = practice
    review.checklist = tidy_answers(questions_of(review.edition), written.checklist)
    review.remarks = written.remarks.strip()[:LONGEST_REMARKS]
    review.by_field = {
        name: words.strip()[:LONGEST_REMARK]
        for name, words in written.by_field.items()
        if name in FIELD_NAMES and words.strip()
    }
    review.evidence = written.evidence if written.evidence in Evidence.values else ""
    review.review_by = written.review_by
    review.save(update_fields=["checklist", "remarks", "by_field", "evidence", "review_by"])
    return review


def check_answers(review: Review) -> None:
    questions, language = questions_of(review.edition), get_language() or "ru"
    missing = unanswered(questions, review.checklist)
    if missing:
        raise AnswersMissing(one.text(language) for one in missing)
    forbidden = forbidding(questions, review.checklist)
    if forbidden:
        raise Forbidden(one.text(language) for one in forbidden)


def return_it(practice: Practice, review: Review, now: datetime) -> Review:
    """What stands in the library stays there meanwhile; the authors are told what to mend."""
    if not review.remarks:
        raise RemarksNeeded
    practice.state = PracticeState.RETURNED
    practice.save(update_fields=["state"])
    review.evidence, review.review_by = "", None
    close(practice, review, Decision.RETURNED, now)
    put_card(practice=practice, now=now)
    tell_decision(review, now=now)
    return review


def seal_it(practice: Practice, review: Review, decision: Decision, now: datetime) -> Review:
    if review.evidence not in levels_for(practice):
        raise LevelNotShown
    today = local_day(now)
    until = seal_until(months_of(review.evidence, today), today)
    look = review.review_by or usual_look(until)
    if not today < look <= until:
        raise LookNotInTime
    practice.evidence, practice.sealed_until, practice.review_by = review.evidence, until, look
    practice.save(update_fields=["evidence", "sealed_until", "review_by"])
    review.sealed_until, review.review_by = until, look
    if decision == Decision.PUBLISHED:
        review.version = publish(practice=practice, by=review.reviewer, note="", now=now)
    else:
        review.version = practice.version
        put_card(practice=practice, now=now)
    close(practice, review, decision, now)
    tell_decision(review, now=now)
    return review


def close(practice: Practice, review: Review, decision: Decision, now: datetime) -> None:
    review.decision, review.decided_at, review.saving = decision, now, practice.saving
    review.save()
