"""What reviews keep about a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.utils.functional import Promise

from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.library.models import Decision, Review, Withdrawal

Row = tuple[Cell | Promise, ...]


def reviews_kept(person: Person) -> Iterator[Row]:
    rows = Review.objects.filter(reviewer=person).select_related("practice").order_by("id")
    for one in rows:
        yield (
            one.practice.title,
            Decision(one.decision).label if one.decision else "",
            one.remarks,
            one.taken_at,
            one.decided_at,
        )
    for gone in Withdrawal.objects.filter(by=person).select_related("practice").order_by("id"):
        yield gone.practice.title, "", gone.reason, gone.at, gone.at


def old_reviews(before: datetime) -> QuerySet[Review]:
    """Decided before; the one that a seal still in force rests on keeps its reviewer's name."""
    rows = Review.objects.filter(decided_at__lt=before, reviewer__isnull=False)
    in_force = Q(
        sealed_until=F("practice__sealed_until"),
        practice__sealed_until__gte=before.date(),
    )
    return rows.exclude(in_force)
