"""A reviewer takes a practice, an editor gives it to somebody, a reviewer gives it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.directory.models import Person
from rost.directory.queries.visitors import local_day
from rost.library.actions.locking import lock_practice
from rost.library.messages.reviews import tell_assigned
from rost.library.models import Practice, Review
from rost.library.queries.reviews.checklist import edition_on
from rost.library.queries.reviews.conflicts import conflict_of
from rost.library.queries.reviews.desk import reviewers
from rost.library.queries.reviews.doors import REVIEWED

from .refusals import InConflict, NotAReviewer, NotToBeReviewed, NotYours, TakenAlready


@transaction.atomic
def take(*, practice: Practice, reviewer: Person, now: datetime) -> Review:
    """Of two at once one gets it: the practice's row is held. Taking one's own again is nothing."""
    practice = lock_practice(practice)
    check_free_to_review(practice, reviewer, now)
    opened = practice.reviews.filter(decided_at__isnull=True).select_related("reviewer").first()
    if opened is not None and opened.reviewer_id == reviewer.pk:
        return opened
    if opened is not None and opened.reviewer is not None:
        raise TakenAlready(opened.reviewer.full_name)
    if opened is not None:  # its reviewer has left the platform
        opened.delete()
    return begin(practice, reviewer, None, now)


@transaction.atomic
def assign(*, practice: Practice, reviewer: Person, by: Person, now: datetime) -> Review:
    """Given to a named reviewer, who is told; what another one had begun goes."""
    practice = lock_practice(practice)
    if reviewer not in reviewers(local_day(now)):
        raise NotAReviewer
    check_free_to_review(practice, reviewer, now)
    opened = practice.reviews.filter(decided_at__isnull=True).first()
    if opened is not None and opened.reviewer_id == reviewer.pk:
        return opened
    if opened is not None:
        opened.delete()
    review = begin(practice, reviewer, by, now)
    if reviewer.pk != by.pk:
        tell_assigned(review, now=now)
    return review


@transaction.atomic
def give_back(*, review: Review, by: Person) -> None:
    """The practice waits again; answers of the draft go with it."""
    lock_practice(review.practice)
    mine = Review.objects.filter(pk=review.pk, decided_at__isnull=True, reviewer=by)
    if not mine.delete()[0]:
        raise NotYours


def begin(practice: Practice, reviewer: Person, by: Person | None, now: datetime) -> Review:
    return Review.objects.create(
        practice=practice,
        reviewer=reviewer,
        assigned_by=by,
        taken_at=now,
        edition=edition_on(local_day(now)),
    )


def check_free_to_review(practice: Practice, reviewer: Person, now: datetime) -> None:
    if practice.state not in REVIEWED:
        raise NotToBeReviewed
    clash = conflict_of(practice, reviewer, local_day(now))
    if clash is not None:
        raise InConflict(clash)
