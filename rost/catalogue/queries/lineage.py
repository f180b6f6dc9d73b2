"""What grew from a thing, and what it grew from."""

from __future__ import annotations

from django.db import connection

from rost.catalogue.models import Card, Growth, Lineage


def grown_from(key: str, growth: Growth) -> list[Lineage]:
    """What grew from this thing in this way and stands; withdrawn things are left out."""
    rows = Lineage.objects.filter(source__key=key, growth=growth, result__withdrawn_at__isnull=True)
    return list(rows.select_related("result"))


def sources_of(key: str) -> list[Lineage]:
    """What this thing grew from, withdrawn sources too: they are history."""
    return list(Lineage.objects.filter(result__key=key).select_related("source"))


# UNION leaves out what was found before: a circle ends by itself, and the depth needs no bound.
DESCENDANTS = """
WITH RECURSIVE found(id, result_id) AS (
  SELECT line.id, line.result_id FROM {lineage} line
  JOIN {card} card ON card.id = line.source_id WHERE card.key = %s
  UNION
  SELECT line.id, line.result_id FROM {lineage} line
  JOIN found ON line.source_id = found.result_id
) SELECT id FROM found ORDER BY id LIMIT %s
"""


def descendants_of(key: str, *, most: int) -> list[Lineage]:
    """Everything that grew from the thing in any number of steps, at most so many; two queries."""
    statement = DESCENDANTS.format(lineage=Lineage._meta.db_table, card=Card._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(statement, [key, most])
        numbers = [number for (number,) in cursor.fetchall()]
    rows = Lineage.objects.filter(pk__in=numbers).select_related("source", "result")
    return list(rows.order_by("since", "id"))
