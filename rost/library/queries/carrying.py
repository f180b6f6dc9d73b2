"""What of the library hangs on municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from rost.library.models import Practice


def practices_of_places(predecessors: Sequence[int]) -> QuerySet[Practice]:
    return Practice.objects.filter(municipality__in=predecessors)


def count_practices(*, predecessors: Sequence[int], on: date) -> int:
    return practices_of_places(predecessors).count()
