"""Computations of a forum: the one under way, those that are over."""

from __future__ import annotations

from django.db.models import QuerySet

from rost.documents.models import BatchState
from rost.forum.models import Edition, Solving

UNDER_WAY = (BatchState.QUEUED, BatchState.RUNNING)


def solvings_of(edition: Edition) -> QuerySet[Solving]:
    """The newest first, without the large values."""
    rows = Solving.objects.filter(edition=edition).select_related("batch", "asked_by")
    return rows.defer("problem", "plan", "frame", "draft", "history")


def under_way(edition: Edition) -> Solving | None:
    return solvings_of(edition).filter(batch__state__in=UNDER_WAY).first()


def get_solving(edition: Edition, number: int) -> Solving | None:
    rows = Solving.objects.select_related("batch", "asked_by", "accepted_by", "repeats")
    return rows.filter(edition=edition, pk=number).first()
