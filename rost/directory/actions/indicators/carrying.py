"""Figures when a place becomes another one.

A change of status (one predecessor, a successor of which nothing is known) takes a copy along:
the territory is the same. In a merge nothing goes on: shares and distances of parts do not add up
to those of the whole, so the new place is unknown until it is counted anew. Either way the
predecessors keep theirs as history.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from rost.directory.models import IndicatorValue, Location, Municipality

VALUE_FIELDS = ("indicator_id", "year", "value", "source", "declared", "declared_by_id", "batch_id")


def lock_nothing(*, on: date) -> None:
    """Whoever writes figures locks nothing that a merge asks for later."""


def carry_figures(
    *, predecessors: Sequence[int], successor: Municipality, on: date, now: datetime
) -> int:
    if len(predecessors) != 1 or _is_known(successor):
        return 0
    rows = IndicatorValue.objects.filter(municipality__in=predecessors)
    copied = IndicatorValue.objects.bulk_create(
        [
            IndicatorValue(
                municipality=successor,
                written_at=now,
                **{name: getattr(one, name) for name in VALUE_FIELDS},
            )
            for one in rows
        ],
        batch_size=500,
    )
    return len(copied) + _copy_location(predecessors[0], successor)


def _is_known(successor: Municipality) -> bool:
    """A successor that was there before has figures or residents of its own."""
    return (
        IndicatorValue.objects.filter(municipality=successor).exists()
        or successor.populations.exists()
        or Location.objects.filter(municipality=successor).exists()
    )


def _copy_location(predecessor: int, successor: Municipality) -> int:
    location = Location.objects.filter(municipality=predecessor).first()
    if location is None:
        return 0
    Location.objects.create(
        municipality=successor,
        latitude=location.latitude,
        longitude=location.longitude,
        source=location.source,
    )
    return 1
