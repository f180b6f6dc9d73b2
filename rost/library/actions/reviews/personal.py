"""Taking a person out of reviews, and what has outlived its term."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.directory.models import Person
from rost.library.models import Review, Withdrawal
from rost.library.queries.reviews.personal import old_reviews


@transaction.atomic
def erase_reviews(person: Person, now: datetime) -> int:
    """Open ones go; a decision stays with its seal and says no more who made it."""
    drafts, _by_model = Review.objects.filter(reviewer=person, decided_at__isnull=True).delete()
    named = Review.objects.filter(reviewer=person).update(reviewer=None)
    Review.objects.filter(assigned_by=person).update(assigned_by=None)
    left = Withdrawal.objects.filter(by=person).update(by=None)
    left += Withdrawal.objects.filter(back_by=person).update(back_by=None)
    return drafts + named + left


def count_old_reviews(before: datetime) -> int:
    return old_reviews(before).count()


def destroy_old_reviews(before: datetime, now: datetime) -> int:
    """Level, days and remarks stay; once another seal has followed, nobody is named."""
    return old_reviews(before).update(reviewer=None, assigned_by=None)
