"""Which cards hang on municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from rost.catalogue.models import Card


def cards_of_places(predecessors: Sequence[int]) -> QuerySet[Card]:
    return Card.objects.filter(municipality__in=predecessors)


def count_cards(*, predecessors: Sequence[int], on: date) -> int:
    return cards_of_places(predecessors).count()
