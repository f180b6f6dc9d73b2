"""What grew from what."""

from __future__ import annotations

from datetime import datetime

from rost.catalogue.models import Card, Growth, Lineage


def grew(*, source_key: str, result_key: str, growth: Growth, now: datetime) -> Lineage:
    """The thing behind the second card grew from that behind the first; said twice it is one row.

    Raises `Card.DoesNotExist` where one of them was never put.
    """
    source = Card.objects.get(key=source_key)
    result = Card.objects.get(key=result_key)
    row, _new = Lineage.objects.get_or_create(
        source=source, result=result, defaults={"growth": growth, "since": now}
    )
    return row
