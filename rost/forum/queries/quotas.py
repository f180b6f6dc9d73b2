"""Quotas as a table: a line for each district, a cell for all categories and for each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rost.directory.models import Municipality
from rost.forum.models import Category, Edition, Quota


@dataclass(frozen=True, slots=True)
class QuotaCell:
    """One number: its field's name, what it is for, and its value as text."""

    name: str
    category: int | None
    title: str
    value: str


@dataclass(frozen=True, slots=True)
class QuotaLine:
    place: Municipality
    cells: tuple[QuotaCell, ...]

    def typed(self, texts: Mapping[str, str]) -> QuotaLine:
        """The line with what was typed instead of what is kept."""
        cells = tuple(replace(cell, value=texts.get(cell.name, "")[:20]) for cell in self.cells)
        return replace(self, cells=cells)


def quota_lines(edition: Edition, categories: Sequence[Category], *, day: date) -> list[QuotaLine]:
    """Every district in force on the day; two queries."""
    kept = {
        (one.district_id, one.category_id): one.seats
        for one in Quota.objects.filter(edition=edition)
    }
    columns: list[tuple[int | None, str]] = [(None, "")]
    columns += [(one.pk, one.name) for one in categories]
    return [
        QuotaLine(
            place,
            tuple(
                QuotaCell(
                    name=f"q-{place.code}-{category or 'all'}",
                    category=category,
                    title=title,
                    value=str(kept.get((place.pk, category), "")),
                )
                for category, title in columns
            ),
        )
        for place in Municipality.objects.valid_on(day).upper().order_by("sort_key", "code")
    ]
