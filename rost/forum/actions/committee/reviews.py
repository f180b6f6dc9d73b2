"""A reviewer says whether there is a conflict of interests, marks, and sends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from rost.directory.models import Person
from rost.directory.queries.visitors import local_day
from rost.forum.models import Advice, Conflict, Project, ProjectState, Review
from rost.forum.queries.committee import conflict_of
from rost.forum.rules.committee import criteria_of, marks_complete

from .refusals import InConflict, MarksMissing, NotUnderReview

LONGEST = 4000  # signs of words


@transaction.atomic
def declare_conflict(
    *, project: Project, reviewer: Person, kind: str, words: str, now: datetime
) -> Conflict:
    """Said once and never taken back; a draft goes, marks that were sent count no more."""
    project = lock_project(project)
    Review.objects.filter(project=project, reviewer=reviewer, sent_at__isnull=True).delete()
    row, _new = Conflict.objects.get_or_create(
        project=project,
        reviewer=reviewer,
        defaults={"kind": kind, "words": words.strip()[:500], "declared_at": now},
    )
    return row


@transaction.atomic
def begin_review(*, project: Project, reviewer: Person, now: datetime) -> Review:
    """The reviewer says that there is no conflict: an empty draft keeps the moment of saying so."""
    project = lock_project(project)
    check(project, reviewer, now)
    row, _new = Review.objects.get_or_create(
        project=project, reviewer=reviewer, defaults={"declared_at": now, "saved_at": now}
    )
    return row


@transaction.atomic
def save_review(
    *,
    review: Review,
    marks: Mapping[str, int],
    advice: str,
    to_committee: str,
    to_author: str,
    now: datetime,
    send: bool = False,
) -> Review:
    """Keep the draft, or send it: a sent one counts, and can be changed until the decision."""
    project = lock_project(review.project)
    if review.reviewer is None:
        raise NotUnderReview
    check(project, review.reviewer, now)
    criteria = criteria_of(project.call.criteria)
    known = {one.key: one.most for one in criteria}
    kept = {key: mark for key, mark in marks.items() if 0 <= mark <= known.get(key, -1)}
    complete = marks_complete(kept, criteria) and advice in Advice.values
    if (send or review.sent_at is not None) and not complete:
        raise MarksMissing
    review.marks = kept
    review.advice = advice if advice in Advice.values else ""
    review.to_committee = to_committee.strip()[:LONGEST]
    review.to_author = to_author.strip()[:LONGEST]
    review.saved_at = now
    if send and review.sent_at is None:
        review.sent_at = now
    review.save(
        update_fields=["marks", "advice", "to_committee", "to_author", "saved_at", "sent_at"]
    )
    return review


def lock_project(project: Project) -> Project:
    """The project as it is now, until the transaction ends."""
    rows = Project.objects.select_related("call__edition").defer(
        "call__edition__published__content"
    )
    return rows.select_for_update(of=("self",)).get(pk=project.pk)


def check(project: Project, reviewer: Person, now: datetime) -> None:
    if project.state != ProjectState.SENT:
        raise NotUnderReview
    if conflict_of(project, reviewer, local_day(now)) is not None:
        raise InConflict
