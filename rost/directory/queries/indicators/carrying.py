"""How many figures a change of status would take along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rost.directory.models import IndicatorValue, Location


def count_figures(*, predecessors: Sequence[int], on: date) -> int:
    if len(predecessors) != 1:
        return 0
    values = IndicatorValue.objects.filter(municipality__in=predecessors).count()
    return values + Location.objects.filter(municipality__in=predecessors).count()
