"""What grew from a thing, and what it grew from."""

from __future__ import annotations

from rost.catalogue.models import Growth, Lineage


def grown_from(key: str, growth: Growth) -> list[Lineage]:
    """What grew from this thing in this way and stands; withdrawn things are left out."""
    rows = Lineage.objects.filter(source__key=key, growth=growth, result__withdrawn_at__isnull=True)
    return list(rows.select_related("result"))


def sources_of(key: str) -> list[Lineage]:
    """What this thing grew from, withdrawn sources too: they are history."""
    return list(Lineage.objects.filter(result__key=key).select_related("source"))
