"""Taking a person out of the committee's work and the vote, and what has outlived its term."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.directory.models import Person
from rost.forum.models import Conflict, Decision, ProjectVote, Review
from rost.forum.queries.committee.personal import (
    old_conflicts,
    old_decisions,
    old_reviews,
    old_votes,
)


@transaction.atomic
def erase_reviews(person: Person, now: datetime) -> int:
    """Drafts go; sent marks stay in the score, nobody's, with what authors have read."""
    mine = Review.objects.filter(reviewer=person)
    drafts, _by_model = mine.filter(sent_at__isnull=True).delete()
    return drafts + mine.update(reviewer=None, to_committee="")


def erase_conflicts(person: Person, now: datetime) -> int:
    number, _by_model = Conflict.objects.filter(reviewer=person).delete()
    return number


def erase_decisions(person: Person, now: datetime) -> int:
    """The log stays and does not say who."""
    return Decision.objects.filter(by=person).update(by=None)


def erase_votes(person: Person, now: datetime) -> int:
    """A vote still open loses the marks; an announced result stays as it was announced."""
    number, _by_model = ProjectVote.objects.filter(registration__person=person).delete()
    return number


def count_old_reviews(before: datetime) -> int:
    return old_reviews(before).count()


def destroy_old_reviews(before: datetime, now: datetime) -> int:
    drafts, _by_model = old_reviews(before).filter(sent_at__isnull=True).delete()
    return drafts + old_reviews(before).update(reviewer=None, to_committee="")


def count_old_conflicts(before: datetime) -> int:
    return old_conflicts(before).count()


def destroy_old_conflicts(before: datetime, now: datetime) -> int:
    number, _by_model = old_conflicts(before).delete()
    return number


def count_old_decisions(before: datetime) -> int:
    return old_decisions(before).count()


def destroy_old_decisions(before: datetime, now: datetime) -> int:
    return old_decisions(before).update(by=None)


def count_old_votes(before: datetime) -> int:
    return old_votes(before).count()


def destroy_old_votes(before: datetime, now: datetime) -> int:
    number, _by_model = old_votes(before).delete()
    return number
