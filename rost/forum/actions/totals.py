"""Freezing the figures of an edition: once, before the first of its rows is destroyed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.forum.models import Edition, EditionTotals
from rost.forum.queries.account import rows_of
from rost.forum.rules.account import count, dump

from .locking import lock_edition


@transaction.atomic
def freeze_totals(*, edition: Edition, now: datetime) -> EditionTotals:
    """The figures as they are now, or as they were frozen before; never written over."""
    lock_edition(edition)
    frozen = EditionTotals.objects.filter(edition=edition).first()
    if frozen is None:
        figures = dump(count(rows_of(edition)))
        frozen = EditionTotals.objects.create(edition=edition, figures=figures, frozen_at=now)
    return frozen


def freeze_over(before: datetime, now: datetime) -> int:
    """Freeze every edition that was over by then and is not frozen yet; how many there were.

    Everything of an edition that has a term is kept from its last day on, so this comes before
    the first of its rows goes.
    """
    waiting = Edition.objects.filter(ends_on__lt=before.date(), totals__isnull=True)
    number = 0
    for edition in waiting.select_related("published").defer("published__content"):
        freeze_totals(edition=edition, now=now)
        number += 1
    return number
