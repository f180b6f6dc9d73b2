"""The figures of an edition: counted now, or as they were frozen before its rows were destroyed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rost.forum.models import Edition, EditionTotals
from rost.forum.rules.account import Fault, Figures, count, load, verify

from .rows import rows_of


@dataclass(frozen=True, slots=True)
class Account:
    """The figures, what in them does not agree, and since when they are frozen, if they are."""

    figures: Figures
    faults: tuple[Fault, ...]
    frozen_at: datetime | None = None


def account_of(edition: Edition) -> Account:
    """Twelve queries at most, however many people there are."""
    frozen = EditionTotals.objects.filter(edition=edition).first()
    if frozen is not None:
        figures = load(frozen.figures)
        return Account(figures, verify(figures, None), frozen.frozen_at)
    rows = rows_of(edition)
    figures = count(rows)
    return Account(figures, verify(figures, rows))


def figures_of(edition: Edition) -> Figures:
    """The frozen figures where there are some, otherwise those of this moment."""
    frozen = EditionTotals.objects.filter(edition=edition).first()
    return load(frozen.figures) if frozen is not None else count(rows_of(edition))
