"""Which commitments go on in another municipality when theirs is merged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from rost.forum.models import Commitment, CommitmentState

UNCLOSED = (CommitmentState.NOTED, CommitmentState.CONFIRMED)


def unclosed_of(predecessors: Sequence[int]) -> QuerySet[Commitment]:
    return Commitment.objects.filter(municipality__in=predecessors, state__in=UNCLOSED)


def count_unclosed(*, predecessors: Sequence[int], on: date) -> int:
    return unclosed_of(predecessors).count()
