"""One door to a practice as a reviewer sees it."""

from __future__ import annotations

from rost.directory.models import Person
from rost.directory.rules import Visitor, may
from rost.library.models import Practice, PracticeState, Review, Version
from rost.library.queries.practices import is_author
from rost.library.rules import KEEP_LIBRARY, REVIEW_PRACTICES

REVIEWED = (PracticeState.SENT, PracticeState.PUBLISHED)


def get_reviewed_for(visitor: Visitor, number: int) -> Practice | None:
    """One that was sent or stands in the library; drafts are their authors' alone."""
    rows = Practice.objects.select_related(
        "author", "municipality__parent", "version__municipality__parent"
    )
    practice = rows.exclude(state=PracticeState.DRAFT, version__isnull=True).filter(pk=number)
    found = practice.first()
    if found is None or visitor.person is None:
        return None
    return found if may_review(visitor, found) or keeps(visitor) else None


def may_review(visitor: Visitor, practice: Practice) -> bool:
    place = practice.municipality.path if practice.municipality is not None else ""
    return may(visitor, REVIEW_PRACTICES, territory=place)


def keeps(visitor: Visitor) -> bool:
    return may(visitor, KEEP_LIBRARY)


def may_withdraw(visitor: Visitor, practice: Practice) -> bool:
    """Its authors for their own reason, keepers of the library on a basis."""
    return is_author(visitor.person, practice) or keeps(visitor)


def may_bring_back(visitor: Visitor, practice: Practice) -> bool:
    """What a keeper withdrew only a keeper brings back; what an author did, the authors too."""
    if practice.state != PracticeState.WITHDRAWN:
        return False
    last = practice.withdrawals.filter(back_at__isnull=True).last()
    by_author = last is not None and last.by_author
    return keeps(visitor) or (by_author and is_author(visitor.person, practice))


def get_withdrawn_for(visitor: Visitor, number: int) -> Practice | None:
    """A practice that the visitor may take out of the library or bring back."""
    rows = Practice.objects.select_related("author", "municipality__parent", "version")
    found = rows.filter(version__isnull=False, pk=number).first()
    return found if found is not None and may_withdraw(visitor, found) else None


def open_review(practice: Practice) -> Review | None:
    return (
        practice.reviews.filter(decided_at__isnull=True)
        .select_related("reviewer", "practice")
        .first()
    )


def copy_of(practice: Practice) -> Practice | Version:
    """What is reviewed: the working copy while it is sent, otherwise what everybody reads."""
    if practice.state == PracticeState.SENT or practice.version is None:
        return practice
    return practice.version


def is_mine(review: Review | None, person: Person | None) -> bool:
    return review is not None and person is not None and review.reviewer_id == person.pk
