"""What of the library hangs on municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from rost.library.models import Practice


def practices_of_places(predecessors: Sequence[int]) -> QuerySet[Practice]:
    """By the working copy or by any version: an older one may be of another place."""
    return Practice.objects.filter(
        Q(municipality__in=predecessors) | Q(versions__municipality__in=predecessors)
    ).distinct()


def count_practices(*, predecessors: Sequence[int], on: date) -> int:
    return practices_of_places(predecessors).count()
